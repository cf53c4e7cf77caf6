"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.parseDocument = parseDocument;
var parse_markdown_js_1 = require("./markdown/parse-markdown.js");
var plain_text_js_1 = require("./plain-text.js");
var MARKDOWN = new Set(['markdown', 'mdx', 'quarto', 'rmd']);
/**
 * Reads a text as blocks of prose with exact places. Never throws. Languages that are not a kind of Markdown are read as plain
 * text. Offsets are UTF-16 units into `source`; blocks are in order of place.
 */
function parseDocument(source, languageId) {
    return MARKDOWN.has(languageId) ? (0, parse_markdown_js_1.parseMarkdown)(source, languageId) : (0, plain_text_js_1.parsePlainText)(source, languageId);
}
