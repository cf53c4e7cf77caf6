"use strict";
var __assign = (this && this.__assign) || function () {
    __assign = Object.assign || function(t) {
        for (var s, i = 1, n = arguments.length; i < n; i++) {
            s = arguments[i];
            for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p))
                t[p] = s[p];
        }
        return t;
    };
    return __assign.apply(this, arguments);
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.readSimple = readSimple;
var text_builder_js_1 = require("../text-builder.js");
var inline_js_1 = require("./inline.js");
var lines_js_1 = require("./lines.js");
/** What may stand for inline markup. A bracket alone does so only where something is defined. */
var INLINE = /[\\`*_<&~@]|\]\(|:\/\/|www\./i;
var INLINE_OR_LABEL = /[\\`*_<&~@[]|:\/\/|www\./i;
/**
 * Reads a chunk that is plainly one paragraph, one heading or one flat list, without block tokens. Nothing for any other: the
 * signs are cautious, so a chunk may be refused that is simple after all, but never the other way round.
 */
function readSimple(text, context, groups, inline) {
    if (text.includes('\uFEFF') || text.includes(']:'))
        return undefined;
    var shape = shapeOf(text);
    if (!shape)
        return undefined;
    var reader = new SimpleReader(text, context, inline);
    var listed = shape.kind === 'list-item' ? groups + 1 : groups;
    var place = { kind: shape.kind, depth: shape.depth, group: listed > groups ? listed : 0 };
    var blocks = shape.parts.map(function (part) { return reader.block(part, place); });
    return { blocks: blocks.filter(function (block) { return block.text !== ''; }), groups: listed };
}
function shapeOf(text) {
    var end = (0, lines_js_1.endOfLine)(text, 0);
    var heading = headingShape(text, end);
    if (heading)
        return heading;
    if (itemText(text, 0, end) > 0)
        return listShape(text);
    var part = paragraphAt(text, 0, 0);
    return part && restIsBlank(text, part.to) ? { kind: 'paragraph', depth: 0, parts: [part] } : undefined;
}
function headingShape(text, end) {
    var sequence = /^(#{1,6})[ \t]+[^# \t\r\n]/.exec(text.slice(0, 64));
    if (!sequence || text.slice(sequence[0].length, end).includes('#') || !restIsBlank(text, end))
        return undefined;
    var part = { start: 0, from: sequence[0].length - 1, to: (0, lines_js_1.beforeSpaces)(text, 0, end) };
    return { kind: 'heading', depth: sequence[1].length, parts: [part] };
}
/** A paragraph from `from` to a blank line, or nothing where a line could open a block. */
function paragraphAt(text, start, from, isEnd) {
    if (isEnd === void 0) { isEnd = never; }
    var to = from;
    for (var at = from; at < text.length; at = (0, lines_js_1.nextLine)(text, at)) {
        var end = (0, lines_js_1.endOfLine)(text, at);
        var first = (0, lines_js_1.afterIndent)(text, at, end);
        if (first === end || (at > from && isEnd(at, end)))
            break;
        if ((at === from && first !== at) || mayOpenBlock(text, first, end))
            return undefined;
        to = (0, lines_js_1.beforeSpaces)(text, at, end);
    }
    return to > from ? { start: start, from: from, to: to } : undefined;
}
var never = function () { return false; };
function restIsBlank(text, from) {
    for (var at = from; at < text.length; at = (0, lines_js_1.nextLine)(text, at)) {
        if (!(0, lines_js_1.isBlank)(text, at, (0, lines_js_1.endOfLine)(text, at)))
            return false;
    }
    return true;
}
/** Items of one list, each a single paragraph, with or without blank lines between them. */
function listShape(text) {
    var parts = [];
    var kind = markerKind(text, 0);
    var opensItem = function (at, end) { return itemText(text, at, end) > 0 && markerKind(text, at) === kind; };
    var at = 0;
    while (at < text.length) {
        var end = (0, lines_js_1.endOfLine)(text, at);
        if ((0, lines_js_1.isBlank)(text, at, end)) {
            at = (0, lines_js_1.nextLine)(text, at);
            continue;
        }
        if (!opensItem(at, end))
            return undefined;
        var from = itemText(text, at, end);
        if (text.charCodeAt(from) === 91)
            return undefined;
        var part = paragraphAt(text, from, from, opensItem);
        if (!part)
            return undefined;
        parts.push(part);
        at = (0, lines_js_1.nextLine)(text, part.to);
    }
    return { kind: 'list-item', depth: 1, parts: parts };
}
/** Where the text of an item begins whose marker stands at column 0 with one space behind it; 0 when there is none. */
function itemText(text, at, end) {
    var from = at;
    while (from < end && from - at < 9 && isDigit(text.charCodeAt(from)))
        from++;
    var code = text.charCodeAt(from);
    var marked = from > at ? code === 46 || code === 41 : code === 45 || code === 43 || code === 42;
    var first = from + 2;
    return marked && first < end && text.charCodeAt(from + 1) === 32 && !isSpace(text.charCodeAt(first)) ? first : 0;
}
/** Items with other marks belong to another list. */
function markerKind(text, at) {
    var from = at;
    while (isDigit(text.charCodeAt(from)))
        from++;
    return (from > at ? 'n' : '') + text.charAt(from);
}
var isDigit = function (code) { return code >= 48 && code <= 57; };
var isSpace = function (code) { return code === 32 || code === 9; };
var OPENERS = new Set('#>-+=<|:'.split('').map(function (sign) { return sign.charCodeAt(0); }));
/** Signs that a line opens a block of its own. `#` and others at the beginning of plain words count too: better slow than wrong. */
function mayOpenBlock(text, at, end) {
    var code = text.charCodeAt(at);
    if (OPENERS.has(code))
        return true;
    if (code === 96 || code === 126)
        return text.startsWith(text.charAt(at).repeat(3), at);
    if (code === 42 || code === 95)
        return afterRun(text, at, end, code);
    return isDigit(code) && /^\d{1,9}[.)](?:[ \t]|$)/.test(text.slice(at, Math.min(end, at + 12)));
}
/** A bullet or a break has a space, or nothing, behind its marks; emphasis has not. */
function afterRun(text, at, end, code) {
    var from = at;
    while (from < end && text.charCodeAt(from) === code)
        from++;
    return from === end || isSpace(text.charCodeAt(from));
}
var SimpleReader = /** @class */ (function () {
    function SimpleReader(text, context, inline) {
        this.text = text;
        this.context = context;
        this.inline = inline;
        var _a = context.definitions, links = _a.links, footnotes = _a.footnotes;
        this.special = links.size + footnotes.length > 0 ? INLINE_OR_LABEL : INLINE;
    }
    SimpleReader.prototype.block = function (_a, place) {
        var start = _a.start, from = _a.from, to = _a.to;
        var base = this.context.base;
        return __assign(__assign(__assign({}, place), this.build(from, to)), { span: { start: base + start, end: base + to }, quoted: false });
    };
    SimpleReader.prototype.build = function (from, to) {
        var part = this.text.slice(from, to);
        var builder = new text_builder_js_1.TextBuilder(this.context.source);
        if (this.special.test(part))
            this.addInline(builder, part, from);
        else
            this.addLines(builder, from, to);
        return builder.finish();
    };
    SimpleReader.prototype.addInline = function (builder, part, from) {
        var events = this.inline(part);
        (0, inline_js_1.readInline)(events, 0, events.length, builder, __assign(__assign({}, this.context), { base: this.context.base + from }));
    };
    SimpleReader.prototype.addLines = function (builder, from, to) {
        var base = this.context.base;
        for (var at = from; at < to; at = (0, lines_js_1.nextLine)(this.text, at)) {
            var end = Math.min(to, (0, lines_js_1.endOfLine)(this.text, at));
            builder.plain(base + (0, lines_js_1.afterIndent)(this.text, at, end), base + (0, lines_js_1.beforeSpaces)(this.text, at, end));
            if (end < to)
                builder.newline(base + end);
        }
    };
    return SimpleReader;
}());
