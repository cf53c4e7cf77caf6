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
exports.parsePlainText = parsePlainText;
var directives_js_1 = require("./directives.js");
var lines_js_1 = require("./markdown/lines.js");
var plain_lines_js_1 = require("./plain-lines.js");
var sections_js_1 = require("./sections.js");
var text_builder_js_1 = require("./text-builder.js");
/** Reads plain text: paragraphs by blank lines, bullets and numbers as lists, short lines with signs of a heading as headings. */
function parsePlainText(source, languageId) {
    var directives = (0, directives_js_1.findDirectives)(source, languageId, []);
    var hidden = new Set();
    for (var _i = 0, directives_1 = directives; _i < directives_1.length; _i++) {
        var _a = directives_1[_i], start = _a.start, end = _a.end;
        for (var at = start; at < end; at = (0, lines_js_1.nextLine)(source, at))
            hidden.add(startOfLine(source, at));
    }
    var reader = new Reader(source);
    for (var _b = 0, _c = linesOf(source); _b < _c.length; _b++) {
        var line = _c[_b];
        reader.add(hidden.has(line.start) ? __assign(__assign({}, line), { from: line.to }) : line);
    }
    var blocks = (0, sections_js_1.labelSections)(reader.finish());
    return { source: source, languageId: languageId, blocks: blocks, directives: directives };
}
function linesOf(source) {
    var lines = [];
    var first = source.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (var start = first; start < source.length; start = (0, lines_js_1.nextLine)(source, start)) {
        var end = (0, lines_js_1.endOfLine)(source, start);
        var _a = (0, lines_js_1.columnsBefore)(source, start, end), column = _a.column, offset = _a.offset;
        lines.push({ start: start, from: offset, to: (0, lines_js_1.beforeSpaces)(source, offset, end), end: end, column: column });
    }
    return lines;
}
function startOfLine(source, at) {
    var start = at;
    while (start > 0 && source.charCodeAt(start - 1) !== 10 && source.charCodeAt(start - 1) !== 13)
        start--;
    return start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start;
}
var Reader = /** @class */ (function () {
    function Reader(source) {
        this.source = source;
        this.blocks = [];
        this.columns = [];
        this.group = 0;
        this.afterBlank = true;
    }
    Reader.prototype.add = function (line) {
        if (line.from >= line.to)
            this.atBlank();
        else {
            this.read(line, (0, plain_lines_js_1.signOf)(this.source, line));
            this.afterBlank = false;
        }
    };
    Reader.prototype.finish = function () {
        this.close();
        return this.blocks;
    };
    Reader.prototype.atBlank = function () {
        this.close();
        this.afterBlank = true;
    };
    Reader.prototype.read = function (line, sign) {
        var _a;
        if (sign.kind === 'underline' && ((_a = this.open) === null || _a === void 0 ? void 0 : _a.kind) === 'paragraph' && this.open.lines.length === 1)
            this.underlined(sign.level);
        else if (sign.kind === 'underline' || sign.kind === 'rule')
            this.close();
        else if (sign.kind === 'item' && this.mayOpenItem(sign.numbered, line))
            this.item(line, sign.text);
        else if (sign.kind === 'quote')
            this.quote(__assign(__assign({}, line), { from: sign.text }));
        else if (sign.kind === 'heading' && (this.afterBlank || sign.level < 3))
            this.heading(line, sign.level);
        else
            this.continued(line);
    };
    /** Inside a paragraph a number at the beginning of a line may be part of the sentence. */
    Reader.prototype.mayOpenItem = function (numbered, _a) {
        var column = _a.column;
        return this.afterBlank || !numbered || this.columns.includes(column);
    };
    Reader.prototype.item = function (line, text) {
        this.close();
        while (this.columns.length > 0 && this.columns[this.columns.length - 1] > line.column)
            this.columns.pop();
        if (this.columns.length === 0)
            this.group++;
        if (this.columns[this.columns.length - 1] !== line.column)
            this.columns.push(line.column);
        this.start('list-item', __assign(__assign({}, line), { from: text }), this.columns.length);
    };
    Reader.prototype.quote = function (line) {
        var _a;
        if (((_a = this.open) === null || _a === void 0 ? void 0 : _a.kind) === 'quotation')
            this.open.lines.push(line);
        else if (line.from < line.to) {
            this.close();
            this.start('quotation', line, 0);
        }
        if (line.from >= line.to)
            this.close();
    };
    Reader.prototype.heading = function (line, level) {
        this.close();
        this.start('heading', line, level);
        this.close();
    };
    Reader.prototype.underlined = function (level) {
        if (this.open)
            this.open = __assign(__assign({}, this.open), { kind: 'heading', depth: level });
        this.close();
    };
    Reader.prototype.continued = function (line) {
        if (this.open) {
            this.open.lines.push(line);
            return;
        }
        var inItem = this.columns.length > 0 && line.column > this.columns[0];
        if (!inItem)
            this.columns = [];
        this.start(inItem ? 'list-item' : 'paragraph', line, inItem ? this.columns.filter(function (one) { return one < line.column; }).length : 0);
    };
    Reader.prototype.start = function (kind, line, depth) {
        if (kind !== 'list-item')
            this.columns = [];
        var group = kind === 'list-item' ? this.group : 0;
        this.open = { kind: kind, depth: depth, quoted: kind === 'quotation', group: group, lines: [line], column: line.column };
    };
    Reader.prototype.close = function () {
        var open = this.open;
        this.open = undefined;
        if (!open)
            return;
        var lines = open.lines, kind = open.kind, depth = open.depth, quoted = open.quoted, group = open.group;
        var built = this.build(lines.filter(function (_a) {
            var from = _a.from, to = _a.to;
            return from < to;
        }));
        var span = { start: lines[0].from, end: lines[lines.length - 1].to };
        if (built.text !== '')
            this.blocks.push(__assign(__assign({ kind: kind, depth: depth, quoted: quoted, group: group }, built), { span: span }));
    };
    Reader.prototype.build = function (lines) {
        var builder = new text_builder_js_1.TextBuilder(this.source);
        for (var _i = 0, lines_1 = lines; _i < lines_1.length; _i++) {
            var _a = lines_1[_i], from = _a.from, to = _a.to, end = _a.end;
            builder.plain(from, to);
            builder.newline(end);
        }
        return builder.finish();
    };
    return Reader;
}());
