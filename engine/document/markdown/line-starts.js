"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.htmlCloses = void 0;
exports.itemAt = itemAt;
exports.fenceAt = fenceAt;
exports.fenceCloses = fenceCloses;
exports.htmlAt = htmlAt;
var micromark_util_html_tag_name_1 = require("micromark-util-html-tag-name");
var lines_js_1 = require("./lines.js");
var MARKER = /^(?:([-+*])|\d{1,9}[.)])(?=[ \t]|$)/;
var NOTE = /^\[\^[^\]]{1,999}\]:/;
/** `column` is that of the marker. An item without text has an unknown width: it may end at once. */
function itemAt(text, offset, end, column) {
    var code = text.charCodeAt(offset);
    if (code === 91)
        return noteAt(text, offset, end);
    if (code !== 45 && code !== 43 && code !== 42 && !(code >= 48 && code <= 57))
        return undefined;
    var marker = MARKER.exec(text.slice(offset, Math.min(end, offset + 12)));
    if (!marker)
        return undefined;
    return { kind: 'list', bullet: marker[1] !== undefined, width: itemWidth(text, offset, end, column, marker[0].length) };
}
function itemWidth(text, offset, end, column, length) {
    var after = (0, lines_js_1.columnsBefore)(text, offset + length, end, column + length);
    if (after.offset === end || /^[-+*_ \t]+$/.test(text.slice(after.offset, end)))
        return Number.POSITIVE_INFINITY;
    return after.column - column - length > 4 ? column + length + 1 : after.column;
}
function noteAt(text, offset, end) {
    var note = NOTE.exec(text.slice(offset, end));
    if (!note)
        return undefined;
    var empty = (0, lines_js_1.columnsBefore)(text, offset + note[0].length, end).offset === end;
    return { kind: 'note', bullet: false, width: empty ? Number.POSITIVE_INFINITY : 4 };
}
/** The fence that opens at a place, as its run of marks, or an empty string. */
function fenceAt(text, offset, end) {
    var _a, _b;
    var code = text.charCodeAt(offset);
    if (code !== 96 && code !== 126)
        return '';
    var fence = (_b = (_a = /^(?:`{3,}|~{3,})/.exec(text.slice(offset, end))) === null || _a === void 0 ? void 0 : _a[0]) !== null && _b !== void 0 ? _b : '';
    var info = text.slice(offset + fence.length, end);
    return code === 96 && info.includes('`') ? '' : fence;
}
function fenceCloses(text, at, end, fence) {
    var _a = (0, lines_js_1.columnsBefore)(text, at, end), column = _a.column, offset = _a.offset;
    var line = text.slice(offset, end).replace(/[ \t]+$/, '');
    return column < 4 && line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}
var RAW = new RegExp("^<(?:".concat(micromark_util_html_tag_name_1.htmlRawNames.join('|'), ")(?=[ \\t>]|$)"), 'i');
var RAW_END = new RegExp("</(?:".concat(micromark_util_html_tag_name_1.htmlRawNames.join('|'), ")>"), 'i');
var NAMES = new Set(micromark_util_html_tag_name_1.htmlBlockNames);
var CLOSING = { comment: '-->', instruction: '?>', declaration: '>', cdata: ']]>' };
function htmlAt(text, offset, end) {
    if (text.charCodeAt(offset) !== 60)
        return undefined;
    var line = text.slice(offset, end);
    var kind = htmlKind(line);
    if (kind === 'tag' || kind === 'other')
        return { kind: kind, closed: false };
    // The marks that open a comment or an instruction can be part of those that close it: `<!-->`.
    return { kind: kind, closed: closes(line.slice(kind === 'comment' ? 2 : kind === 'instruction' ? 1 : 0), kind) };
}
var htmlCloses = function (text, at, end, _a) {
    var kind = _a.kind;
    return closes(text.slice(at, end), kind);
};
exports.htmlCloses = htmlCloses;
function closes(line, kind) {
    if (kind === 'tag' || kind === 'other')
        return false;
    return kind === 'raw' ? RAW_END.test(line) : line.includes(CLOSING[kind]);
}
function htmlKind(line) {
    var _a;
    if (RAW.test(line))
        return 'raw';
    if (line.startsWith('<!--'))
        return 'comment';
    if (line.startsWith('<?'))
        return 'instruction';
    if (line.startsWith('<![CDATA['))
        return 'cdata';
    if (/^<![A-Za-z]/.test(line))
        return 'declaration';
    var name = (_a = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?=[ \t>]|\/>|$)/.exec(line)) === null || _a === void 0 ? void 0 : _a[1];
    return name && NAMES.has(name.toLowerCase()) ? 'tag' : 'other';
}
