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
exports.chunkReader = chunkReader;
exports.parseChunk = parseChunk;
exports.moveBlocks = moveBlocks;
var inline_js_1 = require("./inline.js");
var mask_js_1 = require("./mask.js");
var simple_chunk_js_1 = require("./simple-chunk.js");
var tokens_js_1 = require("./tokens.js");
var walk_js_1 = require("./walk.js");
function chunkReader(_a) {
    var source = _a.source, regions = _a.regions, definitions = _a.definitions, mdx = _a.mdx;
    var _b = (0, tokens_js_1.tokenizer)(definitions, mdx), document = _b.document, inline = _b.inline;
    return function (text, base, groups) {
        var _a, _b;
        var context = { source: source, base: base, regions: regions, definitions: definitions };
        var bare = ((_b = (_a = regions[(0, inline_js_1.firstAfter)(regions, base)]) === null || _a === void 0 ? void 0 : _a.start) !== null && _b !== void 0 ? _b : Number.POSITIVE_INFINITY) >= base + text.length;
        var simple = bare ? (0, simple_chunk_js_1.readSimple)(text, context, groups, inline) : undefined;
        return simple !== null && simple !== void 0 ? simple : (0, walk_js_1.walkTokens)(document(text), context, groups);
    };
}
/** The blocks of one chunk alone, with offsets from its beginning and groups numbered from 1; `moveBlocks` puts them in place. */
function parseChunk(chunk, definitions, languageId) {
    var mdx = languageId === 'mdx';
    var _a = (0, mask_js_1.maskDialects)(chunk, 0, mdx), text = _a.text, regions = _a.regions;
    return chunkReader({ source: chunk, regions: regions, definitions: definitions, mdx: mdx })(text, 0, 0);
}
/** The same blocks further on in the source, with their groups numbered on from `groups`. */
function moveBlocks(blocks, by, groups) {
    return blocks.map(function (block) { return (__assign(__assign(__assign({}, block), { map: block.map.map(function (run) { return (__assign(__assign({}, run), { source: run.source + by })); }), span: { start: block.span.start + by, end: block.span.end + by }, group: block.group > 0 ? block.group + groups : 0 }), (block.cell ? { cell: __assign(__assign({}, block.cell), { table: block.cell.table + groups }) } : {}))); });
}
