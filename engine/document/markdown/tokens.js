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
exports.tokenizer = tokenizer;
var micromark_1 = require("micromark");
var micromark_extension_gfm_autolink_literal_1 = require("micromark-extension-gfm-autolink-literal");
var micromark_extension_gfm_footnote_1 = require("micromark-extension-gfm-footnote");
var micromark_extension_gfm_strikethrough_1 = require("micromark-extension-gfm-strikethrough");
var micromark_extension_gfm_table_1 = require("micromark-extension-gfm-table");
var micromark_extension_gfm_task_list_item_1 = require("micromark-extension-gfm-task-list-item");
var EXTENSIONS = [(0, micromark_extension_gfm_footnote_1.gfmFootnote)(), (0, micromark_extension_gfm_strikethrough_1.gfmStrikethrough)(), (0, micromark_extension_gfm_table_1.gfmTable)(), (0, micromark_extension_gfm_task_list_item_1.gfmTaskListItem)()];
var WITH_URLS = __spreadArray([(0, micromark_extension_gfm_autolink_literal_1.gfmAutolinkLiteral)()], EXTENSIONS, true);
/** Bare addresses look at each letter as a possible beginning, which is slow; most texts hold none. */
var MAY_HOLD_URL = /@|:\/\/|www\./i;
/** Indented prose inside JSX is prose. */
var NO_INDENTED_CODE = { disable: { null: ['codeIndented'] } };
/** A tokenizer that knows the labels defined elsewhere in the document. */
function tokenizer(known, jsx) {
    if (jsx === void 0) { jsx = false; }
    var extra = jsx ? [NO_INDENTED_CODE] : [];
    var simple = lazily(function () { return withLabels((0, micromark_1.parse)({ extensions: __spreadArray(__spreadArray([], EXTENSIONS, true), extra, true) }), known); });
    var full = lazily(function () { return withLabels((0, micromark_1.parse)({ extensions: __spreadArray(__spreadArray([], WITH_URLS, true), extra, true) }), known); });
    var parserFor = function (text) { return (MAY_HOLD_URL.test(text) ? full() : simple()); };
    return {
        document: function (text) { return documentEvents(parserFor(text), text); },
        inline: function (text) { return (0, micromark_1.postprocess)(parserFor(text).text().write((0, micromark_1.preprocess)()(text, undefined, true))); },
        defined: function () { return labelsOf([simple(), full()]); },
    };
}
function documentEvents(parser, text) {
    parser.lazy = {};
    return (0, micromark_1.postprocess)(parser.document().write((0, micromark_1.preprocess)()(text, undefined, true)));
}
function lazily(make) {
    var made;
    return function () {
        made !== null && made !== void 0 ? made : (made = make());
        return made;
    };
}
function withLabels(parser, _a) {
    var links = _a.links, footnotes = _a.footnotes;
    parser.defined = __spreadArray([], links.keys(), true);
    parser.gfmFootnotes = __spreadArray([], footnotes, true);
    return parser;
}
var labelsOf = function (parsers) { return ({
    links: parsers.flatMap(function (_a) {
        var defined = _a.defined;
        return defined;
    }),
    footnotes: parsers.flatMap(function (_a) {
        var gfmFootnotes = _a.gfmFootnotes;
        return gfmFootnotes !== null && gfmFootnotes !== void 0 ? gfmFootnotes : [];
    }),
}); };
