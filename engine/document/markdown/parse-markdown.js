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
exports.parseMarkdown = parseMarkdown;
var directives_js_1 = require("../directives.js");
var sections_js_1 = require("../sections.js");
var chunk_js_1 = require("./chunk.js");
var definitions_js_1 = require("./definitions.js");
var front_matter_js_1 = require("./front-matter.js");
var mask_js_1 = require("./mask.js");
var parse_chunk_js_1 = require("./parse-chunk.js");
/** Reads Markdown chunk by chunk. The blocks are those that the text would give when read in one piece. */
function parseMarkdown(source, languageId, split) {
    var _a;
    if (split === void 0) { split = chunk_js_1.splitChunks; }
    var start = afterByteOrderMark(source);
    var frontMatter = (0, front_matter_js_1.frontMatterAt)(source, start);
    var blocks = __spreadArray(__spreadArray([], (frontMatter ? [frontMatterBlock(frontMatter)] : []), true), readChunks(source, (_a = frontMatter === null || frontMatter === void 0 ? void 0 : frontMatter.end) !== null && _a !== void 0 ? _a : start, languageId, split), true);
    var labelled = (0, sections_js_1.labelSections)(blocks);
    var directives = (0, directives_js_1.findDirectives)(source, languageId, labelled);
    return __assign({ source: source, languageId: languageId, blocks: labelled, directives: directives }, (frontMatter ? { frontMatter: frontMatter } : {}));
}
function readChunks(source, from, languageId, split) {
    var mdx = languageId === 'mdx';
    var _a = (0, mask_js_1.maskDialects)(source, from, mdx), text = _a.text, regions = _a.regions;
    var chunks = split(text, from);
    var texts = chunks.map(function (_a) {
        var start = _a.start, end = _a.end;
        return text.slice(start, end);
    });
    var read = (0, parse_chunk_js_1.chunkReader)({ source: source, regions: regions, definitions: (0, definitions_js_1.collectDefinitions)(texts, mdx), mdx: mdx });
    var blocks = [];
    var groups = 0;
    chunks.forEach(function (_a, at) {
        var start = _a.start;
        var found = read(texts[at], start, groups);
        groups = found.groups;
        for (var _i = 0, _b = found.blocks; _i < _b.length; _i++) {
            var block = _b[_i];
            blocks.push(block);
        }
    });
    return blocks;
}
function afterByteOrderMark(source) {
    var at = 0;
    while (source.charCodeAt(at) === 0xfeff)
        at++;
    return at;
}
var frontMatterBlock = function (_a) {
    var start = _a.start, end = _a.end;
    return ({
        kind: 'front-matter',
        text: '',
        map: [],
        marks: [],
        span: { start: start, end: end },
        depth: 0,
        quoted: false,
        group: 0,
    });
};
