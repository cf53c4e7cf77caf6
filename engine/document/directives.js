"use strict";
var __spreadArray = (this && this.__spreadArray) || function (to, from, pack) {
    if (pack || arguments.length === 2) for (var i = 0, l = from.length, ar; i < l; i++) {
        if (ar || !(i in from)) {
            if (!ar) ar = Array.prototype.slice.call(from, 0, i);
            ar[i] = from[i];
        }
    }
    return to.concat(ar || Array.prototype.slice.call(from));
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.findDirectives = findDirectives;
exports.governedSpan = governedSpan;
var sentences_js_1 = require("../language/sentences.js");
var source_map_js_1 = require("./source-map.js");
var span_js_1 = require("./span.js");
var CUE = 'proviso-';
var KIND = /^(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;
/** Comments that speak to Proviso, in order of place. Those inside code or front matter are samples and do not count. */
function findDirectives(source, languageId, blocks) {
    var found = [];
    for (var at = source.indexOf(CUE); at >= 0; at = source.indexOf(CUE, at + CUE.length)) {
        var comment = commentAround(source, at, languageId);
        var directive = comment && readDirective(source, at + CUE.length, comment);
        if (directive && !isSample(blocks, directive))
            found.push(directive);
    }
    return found;
}
var CLOSING = { '<!--': '-->', '{/*': '*/}' };
var MARKDOWN = new Set(['markdown', 'quarto', 'rmd']);
function commentAround(source, at, languageId) {
    var opening = /(<!--|\{\/\*|%+|\.\.)\s{0,40}$/.exec(source.slice(Math.max(0, at - 48), at));
    if (!opening)
        return undefined;
    var mark = opening[1];
    var start = at - opening[0].length;
    var closing = CLOSING[mark];
    if (!closing)
        return MARKDOWN.has(languageId) || languageId === 'mdx' ? undefined : lineComment(source, start, at);
    if (mark === '{/*' && languageId !== 'mdx')
        return undefined;
    var inner = source.indexOf(closing, at);
    return inner < 0 ? undefined : { start: start, inner: inner, end: inner + closing.length };
}
/** `%` and `..` count at the beginning of a line only. */
function lineComment(source, start, at) {
    var lineStart = startOfLine(source, start);
    if (source.slice(lineStart, start).trim() !== '' || startOfLine(source, at) !== lineStart)
        return undefined;
    var end = endOfLine(source, at);
    return { start: start, inner: end, end: end };
}
function readDirective(source, at, _a) {
    var _b, _c;
    var start = _a.start, inner = _a.inner, end = _a.end;
    var words = source.slice(at, inner);
    var kind = (_b = KIND.exec(words)) === null || _b === void 0 ? void 0 : _b[1];
    if (!kind)
        return undefined;
    var dashes = /\s--(?=\s|$)/.exec(words);
    var list = words.slice(kind.length, (_c = dashes === null || dashes === void 0 ? void 0 : dashes.index) !== null && _c !== void 0 ? _c : words.length);
    var reason = dashes ? words.slice(dashes.index + dashes[0].length).trim() : '';
    return { kind: kind, rules: readRules(list, at + kind.length), reason: reason, start: start, end: end };
}
var readRules = function (list, base) {
    return __spreadArray([], list.matchAll(/[^\s,]+/g), true).map(function (match) {
        var start = base + match.index;
        return { id: match[0], start: start, end: start + match[0].length };
    });
};
function isSample(blocks, place) {
    return blocks.some(function (block) { return (0, span_js_1.overlaps)(block.span, place) && (isCode(block) || isInCode(block, place)); });
}
var isCode = function (_a) {
    var kind = _a.kind;
    return kind === 'code' || kind === 'front-matter';
};
var isInCode = function (_a, place) {
    var map = _a.map, marks = _a.marks;
    return marks.some(function (mark) { return mark.kind === 'code' && (0, span_js_1.contains)((0, source_map_js_1.toSource)(map, mark), place); });
};
/**
 * The part of the source that a directive governs. `enable` governs nothing. Where a directive stands inside a paragraph, the next
 * sentence counts; a list item or a paragraph counts whole, however it is wrapped; a table counts whole, since no comment fits inside it.
 */
function governedSpan(document, directive) {
    switch (directive.kind) {
        case 'disable-file':
            return { start: 0, end: document.source.length };
        case 'disable':
            return { start: directive.end, end: endOfDisabled(document, directive) };
        case 'disable-line':
            return blocksOnLine(document, directive);
        case 'disable-next-line':
            return nextUnit(document, directive);
        case 'enable':
            return { start: directive.end, end: directive.end };
    }
}
/** Any `enable` that names no rule, or one of the same rules: it is safer to report too much than to hide. */
function endOfDisabled(_a, _b) {
    var _c;
    var directives = _a.directives, source = _a.source;
    var end = _b.end, rules = _b.rules;
    var matching = directives.find(function (one) { return one.kind === 'enable' && one.start >= end && (sharesRule(one.rules, rules) || one.rules.length === 0); });
    return (_c = matching === null || matching === void 0 ? void 0 : matching.start) !== null && _c !== void 0 ? _c : source.length;
}
var sharesRule = function (some, others) {
    return others.length === 0 || some.some(function (_a) {
        var id = _a.id;
        return others.some(function (other) { return other.id === id; });
    });
};
function blocksOnLine(_a, _b) {
    var source = _a.source, blocks = _a.blocks;
    var start = _b.start, end = _b.end;
    var line = { start: startOfLine(source, start), end: endOfLine(source, end) };
    return blocks.filter(function (_a) {
        var span = _a.span;
        return (0, span_js_1.overlaps)(span, line);
    }).reduce(function (all, _a) {
        var span = _a.span;
        return (0, span_js_1.cover)(all, span);
    }, line);
}
function nextUnit(_a, _b) {
    var source = _a.source, blocks = _a.blocks;
    var end = _b.end;
    var around = blocks.find(function (_a) {
        var span = _a.span;
        return span.start < end && span.end > end;
    });
    var sentence = around && nextSentence(around, end);
    if (sentence)
        return sentence;
    var next = blocks.find(function (_a) {
        var span = _a.span;
        return span.start >= end;
    });
    if (!next)
        return { start: end, end: source.length };
    if (next.kind !== 'table-cell')
        return next.span;
    return blocks.filter(function (_a) {
        var cell = _a.cell, group = _a.group;
        return cell && group === next.group;
    }).reduce(function (all, _a) {
        var span = _a.span;
        return (0, span_js_1.cover)(all, span);
    }, next.span);
}
var nextSentence = function (block, from) {
    return (0, sentences_js_1.splitSentences)(block)
        .map(function (sentence) { return (0, source_map_js_1.toSource)(block.map, sentence); })
        .find(function (_a) {
        var start = _a.start, end = _a.end;
        return start >= from || (start < from && end > from);
    });
};
var startOfLine = function (source, at) {
    return at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
};
function endOfLine(source, at) {
    var end = at;
    while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13)
        end++;
    return end;
}
