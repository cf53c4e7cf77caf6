"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.addressOf = exports.NO_DEFINITIONS = void 0;
exports.collectDefinitions = collectDefinitions;
var micromark_util_normalize_identifier_1 = require("micromark-util-normalize-identifier");
var tokens_js_1 = require("./tokens.js");
exports.NO_DEFINITIONS = { links: new Map(), footnotes: [] };
/** The definitions in the chunks of a document. A chunk without `]:` holds none and is not read. */
function collectDefinitions(chunks, mdx) {
    if (mdx === void 0) { mdx = false; }
    var holding = chunks.filter(function (chunk) { return chunk.includes(']:'); });
    if (holding.length === 0)
        return exports.NO_DEFINITIONS;
    var links = new Map();
    var _a = (0, tokens_js_1.tokenizer)(exports.NO_DEFINITIONS, mdx), document = _a.document, defined = _a.defined;
    for (var _i = 0, holding_1 = holding; _i < holding_1.length; _i++) {
        var chunk = holding_1[_i];
        addLinks(links, document(chunk));
    }
    var labels = defined();
    for (var _b = 0, _c = labels.links; _b < _c.length; _b++) {
        var label = _c[_b];
        if (!links.has(label))
            links.set(label, '');
    }
    return { links: links, footnotes: labels.footnotes };
}
/** The first definition of a label counts. */
function addLinks(links, events) {
    var label = '';
    for (var _i = 0, events_1 = events; _i < events_1.length; _i++) {
        var _a = events_1[_i], step = _a[0], token = _a[1], context_1 = _a[2];
        if (step === 'exit')
            continue;
        if (token.type === 'definitionLabelString') {
            label = (0, micromark_util_normalize_identifier_1.normalizeIdentifier)(context_1.sliceSerialize(token));
            if (!links.has(label))
                links.set(label, '');
        }
        else if (token.type === 'definitionDestinationString' && links.get(label) === '') {
            links.set(label, context_1.sliceSerialize(token));
        }
    }
}
/** The address for a reference as written between its brackets. */
var addressOf = function (_a, label) {
    var _b;
    var links = _a.links;
    return (_b = links.get((0, micromark_util_normalize_identifier_1.normalizeIdentifier)(label))) !== null && _b !== void 0 ? _b : '';
};
exports.addressOf = addressOf;
