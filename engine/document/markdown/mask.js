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
exports.maskDialects = maskDialects;
/** Hides what Pandoc, Quarto, MkDocs, Docusaurus, GitHub and MDX add to Markdown. What stands before `from` is left alone. No region reaches across a blank line. */
function maskDialects(source, from, mdx) {
    var text = from > 0 ? source.slice(from) : source;
    var finders = mdx ? __spreadArray(__spreadArray([], COMMON, true), MDX, true) : COMMON;
    var found = finders.flatMap(function (find) { return find(text); });
    if (found.length === 0)
        return { text: source, regions: [] };
    var regions = withoutOverlaps(found);
    return {
        text: source.slice(0, from) + applyRegions(text, regions),
        regions: regions.map(function (region) { return (__assign(__assign({}, region), { start: region.start + from, end: region.end + from })); }),
    };
}
function withoutOverlaps(found) {
    var kept = [];
    var end = 0;
    for (var _i = 0, _a = __spreadArray([], found, true).sort(function (a, b) { return a.start - b.start || b.end - a.end; }); _i < _a.length; _i++) {
        var region = _a[_i];
        if (region.start < end)
            continue;
        kept.push(region);
        end = region.end;
    }
    return kept;
}
function applyRegions(text, regions) {
    var shown = '';
    var at = 0;
    for (var _i = 0, regions_1 = regions; _i < regions_1.length; _i++) {
        var region = regions_1[_i];
        shown += text.slice(at, region.start) + region.shown;
        at = region.end;
    }
    return shown + text.slice(at);
}
/** Line ends stay, so that the tokenizer counts the same lines. */
var spaces = function (text) { return text.replace(/[^\r\n]/g, ' '); };
var dropped = function (start, text) { return ({
    kind: 'drop',
    start: start,
    end: start + text.length,
    shown: spaces(text),
}); };
/** Looks for a pattern only where its cue occurs. */
var byPattern = function (cue, pattern, toRegions) { return function (text) {
    return text.includes(cue) ? __spreadArray([], text.matchAll(pattern), true).flatMap(toRegions) : [];
}; };
var dropMatch = function (match) { var _a; return [dropped((_a = match.index) !== null && _a !== void 0 ? _a : 0, match[0])]; };
/** `::: {.note}` of Pandoc and `:::tip` of Docusaurus; what stands between two fences is prose. */
var divFences = byPattern(':::', /^[ \t>]*:{3,}[^\r\n]*/gm, function (match) {
    var _a;
    var prefix = match[0].length - match[0].replace(/^[ \t>]*/, '').length;
    return [dropped(((_a = match.index) !== null && _a !== void 0 ? _a : 0) + prefix, match[0].slice(prefix))];
});
/** `{#id .class key=value}` after a heading, a link, code, or alone. */
var attributes = function (text) {
    return text.includes('{') ? __spreadArray([], text.matchAll(/\{[^{}\r\n]{1,200}\}/g), true).filter(isAttribute(text)).flatMap(dropMatch) : [];
};
var isAttribute = function (text) {
    return function (match) {
        var _a, _b;
        var inside = match[0].slice(1, -1).trim();
        if (!/^[#.:-]|^[\w-]+=/.test(inside))
            return false;
        var before = text.charAt(((_a = match.index) !== null && _a !== void 0 ? _a : 0) - 1);
        return (before !== '' && '])`'.includes(before)) || isBlankOrHeading(text, (_b = match.index) !== null && _b !== void 0 ? _b : 0);
    };
};
function isBlankOrHeading(text, at) {
    var lineStart = at === 0 ? 0 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
    return /^[ \t>]*(?:#{1,6}[ \t]|$)/.test(text.slice(lineStart, at));
}
/** `{{< include x >}}` of Quarto and Hugo. */
var shortcodes = byPattern('{{', /\{\{[<%][^\r\n]{0,400}?[>%]\}\}/g, dropMatch);
/** `$$ ... $$` within a paragraph, and `$x$` on one line by Pandoc's rule, which spares amounts of money. */
var math = byPattern('$', /(?<![\\$])(?:\$\$(?!\$)(?:[^$`~\r\n]|(?:\r\n|\r|\n)(?![ \t>]*[\r\n]))+\$\$|\$(?![\s$])[^$`\r\n]*(?<![\s\\$])\$(?![\d$]))/g, function (match) { var _a; return [opaque('math', (_a = match.index) !== null && _a !== void 0 ? _a : 0, match[0])]; });
var opaque = function (kind, start, text) { return ({
    kind: kind,
    start: start,
    end: start + text.length,
    shown: text.replace(/[^\r\n]/g, '\uFFFC'),
}); };
/** `> [!NOTE]`: the label goes, and the quotation is none. */
var githubNotes = byPattern('[!', /(^[ \t>]*>[ \t]?)(\[![A-Za-z-]+\][+-]?)/gm, function (match) {
    var _a;
    var label = match[2];
    return [asShown('admonition', ((_a = match.index) !== null && _a !== void 0 ? _a : 0) + match[1].length, label)];
});
/** Left for the tokenizer as it is, but no part of the prose. */
var asShown = function (kind, start, text) { return ({
    kind: kind,
    start: start,
    end: start + text.length,
    shown: text,
}); };
/** `!!! note "Title"` of MkDocs: shown as the marker of a list item, which takes what is indented below. */
var NOTE_LINE = /^([ \t>]*)((?:!!!|\?\?\?\+?)[ \t]+[\w-]+)([^\r\n]*)/gm;
var mkdocsNotes = function (text) {
    return text.includes('!!!') || text.includes('???') ? __spreadArray([], text.matchAll(NOTE_LINE), true).flatMap(mkdocsRegions) : [];
};
function mkdocsRegions(match) {
    var _a;
    var _b = match[1], indent = _b === void 0 ? '' : _b, _c = match[2], head = _c === void 0 ? '' : _c, _d = match[3], rest = _d === void 0 ? '' : _d;
    var start = ((_a = match.index) !== null && _a !== void 0 ? _a : 0) + indent.length;
    var opening = rest.indexOf('"');
    var closing = rest.lastIndexOf('"');
    var titled = closing > opening;
    var length = head.length + (titled ? opening + 1 : rest.length);
    var note = { kind: 'admonition', start: start, end: start + length, shown: '-   x'.padEnd(length, 'x') };
    var end = start + head.length;
    return titled ? [note, __assign({}, asShown('drop', end + closing, rest.slice(closing)))] : [note];
}
/** `import`, `export` up to the next blank line or fence of code. */
var esm = byPattern('port ', /^(?:import|export)[ \t][^\r\n]*(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n]|[ \t>]*(?:```|~~~))[^\r\n]+)*/gm, dropMatch);
var BLANK_LINE = /(?:\r\n|\r|\n)[ \t]*[\r\n]/;
/** Comments go; other expressions become placeholders like code. */
var expressions = byPattern('{', /\{(?:[^{}`~]|\{[^{}`~]*\})*\}/g, function (match) {
    var _a;
    if (BLANK_LINE.test(match[0]))
        return [];
    return match[0].startsWith('{/*') ? dropMatch(match) : [opaque('code', (_a = match.index) !== null && _a !== void 0 ? _a : 0, match[0])];
});
var jsxTags = byPattern('<', /<\/?(?:[A-Za-z][\w.:-]*)?(?:[^<>{}`~]|\{(?:[^{}`~]|\{[^{}`~]*\})*\})*>/g, function (match) {
    return /^<\/?(?:[A-Z]|>|\w+\.)|\{/.test(match[0]) && !BLANK_LINE.test(match[0]) ? dropMatch(match) : [];
});
var COMMON = [divFences, attributes, shortcodes, math, githubNotes, mkdocsNotes];
var MDX = [esm, jsxTags, expressions];
