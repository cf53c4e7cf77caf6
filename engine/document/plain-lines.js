"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.signOf = signOf;
var ITEM = /^(?:([-*+•–▪◦‣·●○■➤►])|(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)|\d{1,3}\.))[ \t]+(?=\S)/;
var QUOTE = /^(?:>[ \t]?)+/;
function signOf(source, _a) {
    var from = _a.from, to = _a.to;
    var line = source.slice(from, Math.min(to, from + 160));
    if (/^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/.test(line))
        return underline(line);
    var quote = QUOTE.exec(line);
    if (quote)
        return { kind: 'quote', text: from + quote[0].length };
    var numbered = numberedHeading(line, to - from);
    if (numbered > 0)
        return { kind: 'heading', level: numbered };
    var item = ITEM.exec(line);
    if (item)
        return { kind: 'item', text: from + item[0].length, numbered: item[1] === undefined };
    return isShouted(line, to - from) ? { kind: 'heading', level: 2 } : { kind: 'text' };
}
var underline = function (line) {
    return line.startsWith('*') || line.startsWith('_') ? { kind: 'rule' } : { kind: 'underline', level: line.startsWith('=') ? 1 : 2 };
};
/** `2.1 Scope`, `Section 4: Limits`, `IV. Findings`. `3. Something` alone is rather a list item. */
function numberedHeading(line, length) {
    var _a;
    if (length > 80 || /[.;,:!?]$/.test(line))
        return 0;
    var number = (_a = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?[ \t]+\p{Lu}/u.exec(line)) === null || _a === void 0 ? void 0 : _a[1];
    if (number)
        return Math.min(6, number.split('.').length + 1);
    return /^(?:(?:section|chapter|part|article|annex|appendix)[ \t]+[\dA-Z]{1,4}(?:[.:]|[ \t]+[–—-])?(?:[ \t]+\p{Lu}|$)|[IVX]{1,5}\.[ \t]+\p{Lu})/iu.test(line) ? 2 : 0;
}
/** A short line in capitals with two words of letters at least, or one long one. */
function isShouted(line, length) {
    var _a, _b;
    if (length > 80 || /[.;,]$/.test(line) || /\p{Ll}/u.test(line))
        return false;
    return ((_b = (_a = line.match(/\p{Lu}/gu)) === null || _a === void 0 ? void 0 : _a.length) !== null && _b !== void 0 ? _b : 0) >= 4;
}
