"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isBlank = exports.isIndent = exports.isLineEnd = void 0;
exports.endOfLine = endOfLine;
exports.nextLine = nextLine;
exports.afterIndent = afterIndent;
exports.beforeSpaces = beforeSpaces;
exports.columnsBefore = columnsBefore;
/** The end of the line at a place, before its line end. */
function endOfLine(text, at) {
    var end = at;
    while (end < text.length && !(0, exports.isLineEnd)(text.charCodeAt(end)))
        end++;
    return end;
}
/** Where the line after the one at `at` begins. */
function nextLine(text, at) {
    var end = endOfLine(text, at);
    return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
var isLineEnd = function (code) { return code === 10 || code === 13; };
exports.isLineEnd = isLineEnd;
var isIndent = function (code) { return code === 32 || code === 9; };
exports.isIndent = isIndent;
var isBlank = function (text, at, end) { return afterIndent(text, at, end) === end; };
exports.isBlank = isBlank;
function afterIndent(text, at, end) {
    var from = at;
    while (from < end && (0, exports.isIndent)(text.charCodeAt(from)))
        from++;
    return from;
}
function beforeSpaces(text, at, end) {
    var until = end;
    while (until > at && (0, exports.isIndent)(text.charCodeAt(until - 1)))
        until--;
    return until;
}
/** The column of the first character that is no space, and its offset. A tab goes to the next multiple of four. */
function columnsBefore(text, at, end, from) {
    if (from === void 0) { from = 0; }
    var column = from;
    var offset = at;
    for (; offset < end && (0, exports.isIndent)(text.charCodeAt(offset)); offset++) {
        column = text.charCodeAt(offset) === 9 ? column + 4 - (column % 4) : column + 1;
    }
    return { column: column, offset: offset };
}
