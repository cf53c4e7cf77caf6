"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.splitChunks = splitChunks;
var lines_js_1 = require("./lines.js");
var line_starts_js_1 = require("./line-starts.js");
/**
 * Splits a text at places that block structure cannot reach across: a blank line, then a line at column 0, with no fence, HTML
 * block or list open that could go on. Read one by one, the chunks give the same blocks as the whole. Chunks cover the text from
 * `from` to its end. Where it is not certain what a line belongs to, the rest stays in one chunk.
 */
function splitChunks(text, from) {
    var scanner = new Scanner(text, from);
    for (var at = from; at < text.length; at = (0, lines_js_1.nextLine)(text, at))
        scanner.line(at);
    return scanner.finish();
}
var OPEN = { kind: 'open' };
var DOUBT = { kind: 'doubt' };
/** Lines indented less than this may or may not belong to the item. */
var UNKNOWN = Number.POSITIVE_INFINITY;
var Scanner = /** @class */ (function () {
    function Scanner(text, start) {
        this.text = text;
        this.start = start;
        this.chunks = [];
        this.mode = OPEN;
        this.container = 'none';
        /** Column from which lines belong to the open item or note. */
        this.width = 0;
        this.afterBlank = true;
    }
    Scanner.prototype.finish = function () {
        if (this.start < this.text.length)
            this.chunks.push({ start: this.start, end: this.text.length });
        return this.chunks;
    };
    Scanner.prototype.line = function (at) {
        var mode = this.mode;
        if (mode.kind === 'doubt')
            return;
        var end = (0, lines_js_1.endOfLine)(this.text, at);
        if (mode.kind === 'fence') {
            if ((0, line_starts_js_1.fenceCloses)(this.text, at, end, mode.fence))
                this.mode = OPEN;
        }
        else if (mode.kind === 'html') {
            if ((0, line_starts_js_1.htmlCloses)(this.text, at, end, mode.html))
                this.mode = OPEN;
        }
        else if ((0, lines_js_1.isBlank)(this.text, at, end)) {
            this.mode = OPEN;
            this.afterBlank = true;
            return;
        }
        else
            this.prose(at, end);
        this.afterBlank = false;
    };
    Scanner.prototype.prose = function (at, end) {
        if (this.mode.kind === 'swallow')
            return;
        var _a = (0, lines_js_1.columnsBefore)(this.text, at, end), column = _a.column, offset = _a.offset;
        var item = column < 4 ? (0, line_starts_js_1.itemAt)(this.text, offset, end, column) : undefined;
        if (this.afterBlank && column === 0 && !(this.container === 'list' && (item === null || item === void 0 ? void 0 : item.kind) === 'list'))
            this.split(at);
        if (this.container !== 'none' && column >= this.width)
            return;
        this.outside(offset, end, column, item);
    };
    Scanner.prototype.split = function (at) {
        if (this.text.charCodeAt(at) === 0xfeff)
            return;
        if (at > this.start)
            this.chunks.push({ start: this.start, end: at });
        this.start = at;
        this.container = 'none';
        this.width = 0;
    };
    /** A line that stands outside the open item, or may do so. */
    Scanner.prototype.outside = function (offset, end, column, item) {
        if (column >= 4)
            return;
        var unsure = this.mode.kind === 'maybe' || (this.container !== 'none' && column > 0);
        var fence = (0, line_starts_js_1.fenceAt)(this.text, offset, end);
        var html = (0, line_starts_js_1.htmlAt)(this.text, offset, end);
        if (fence)
            this.enter(unsure ? DOUBT : { kind: 'fence', fence: fence });
        else if (html)
            this.enterHtml(html, unsure);
        else if (item)
            this.enterItem(item, column);
        else if (this.container !== 'none')
            this.width = UNKNOWN;
    };
    Scanner.prototype.enter = function (mode) {
        this.mode = mode;
        this.width = UNKNOWN;
    };
    Scanner.prototype.enterHtml = function (html, unsure) {
        if (html.closed)
            this.width = UNKNOWN;
        else if (html.kind === 'tag')
            this.enter({ kind: unsure ? 'maybe' : 'swallow' });
        else if (html.kind === 'other')
            this.enter({ kind: 'maybe' });
        else
            this.enter(unsure ? DOUBT : { kind: 'html', html: html });
    };
    /** Inside a paragraph only a bullet, or a sibling in a list, is certain to open an item. */
    Scanner.prototype.enterItem = function (item, column) {
        var certain = this.afterBlank || item.bullet || (this.container === 'list' && this.width !== UNKNOWN);
        var known = certain && column === 0 && this.mode.kind !== 'maybe';
        this.container = item.kind;
        this.width = known ? item.width : UNKNOWN;
    };
    return Scanner;
}());
