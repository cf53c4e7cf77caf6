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
exports.TextBuilder = exports.PLACEHOLDER = void 0;
exports.pushRun = pushRun;
exports.sliceText = sliceText;
exports.PLACEHOLDER = '\uFFFC';
/** Puts the text of one block together, in the order of the source. All offsets given to it are offsets of `source`. */
var TextBuilder = /** @class */ (function () {
    function TextBuilder(source) {
        this.source = source;
        this.text = '';
        this.runs = [];
        this.marks = [];
        this.lineEnd = -1;
    }
    Object.defineProperty(TextBuilder.prototype, "length", {
        /** Where the next character will stand in the text. */
        get: function () {
            return this.text.length + (this.lineEnd >= 0 && this.text !== '' ? 1 : 0);
        },
        enumerable: false,
        configurable: true
    });
    /** Characters of the source as they stand. */
    TextBuilder.prototype.plain = function (start, end) {
        if (end > start)
            this.add(this.source.slice(start, end), start, end);
    };
    /** A stretch of the source that stands for other characters: an entity, an escape. */
    TextBuilder.prototype.unit = function (value, start, end) {
        if (value !== '')
            this.add(value, start, end);
    };
    /** A placeholder for each UTF-16 unit of something that is not prose. */
    TextBuilder.prototype.opaque = function (kind, start, end) {
        var from = this.length;
        this.add(exports.PLACEHOLDER.repeat(end - start), start, end);
        this.mark({ kind: kind, start: from, end: this.length });
    };
    /** A line end; it becomes one `\n` that takes in all markup up to the next character. None stands at either edge. */
    TextBuilder.prototype.newline = function (start) {
        if (this.lineEnd < 0)
            this.lineEnd = start;
    };
    TextBuilder.prototype.mark = function (mark) {
        if (mark.end > mark.start || mark.kind === 'footnote')
            this.marks.push(mark);
    };
    TextBuilder.prototype.finish = function () {
        return trimmed({ text: this.text, map: this.runs, marks: this.marks });
    };
    TextBuilder.prototype.add = function (value, start, end) {
        if (this.lineEnd >= 0)
            this.flushLineEnd(start);
        this.append(value, start, end);
    };
    TextBuilder.prototype.flushLineEnd = function (start) {
        if (this.text !== '')
            this.append('\n', this.lineEnd, start);
        this.lineEnd = -1;
    };
    TextBuilder.prototype.append = function (value, start, end) {
        pushRun(this.runs, { text: this.text.length, length: value.length, source: start, sourceLength: end - start });
        this.text += value;
    };
    return TextBuilder;
}());
exports.TextBuilder = TextBuilder;
/** Adds a run, or lengthens the last one where both stand one for one and touch. */
function pushRun(runs, run) {
    var last = runs[runs.length - 1];
    if (last && touches(last, run)) {
        var length_1 = last.length + run.length;
        runs[runs.length - 1] = { text: last.text, length: length_1, source: last.source, sourceLength: length_1 };
    }
    else
        runs.push(run);
}
var touches = function (last, run) {
    return last.length === last.sourceLength && run.length === run.sourceLength && last.source + last.sourceLength === run.source;
};
var BLANK = /^[ \t\n\r]$/;
function trimmed(built) {
    var text = built.text;
    var start = 0;
    var end = text.length;
    while (start < end && BLANK.test(text.charAt(start)))
        start++;
    while (end > start && BLANK.test(text.charAt(end - 1)))
        end--;
    return start === 0 && end === text.length ? built : sliceText(built, start, end);
}
/** A part of a text, with its part of the map and of the marks. Offsets are in the text. */
function sliceText(_a, start, end) {
    var text = _a.text, map = _a.map, marks = _a.marks;
    return { text: text.slice(start, end), map: sliceMap(map, start, end), marks: sliceMarks(marks, start, end) };
}
function sliceMap(map, start, end) {
    var parts = [];
    for (var _i = 0, map_1 = map; _i < map_1.length; _i++) {
        var run_1 = map_1[_i];
        var from = Math.max(run_1.text, start);
        var to = Math.min(run_1.text + run_1.length, end);
        if (from < to)
            parts.push(partOf(run_1, from, to, start));
    }
    return parts;
}
function partOf(run, from, to, base) {
    var whole = run.length !== run.sourceLength;
    return {
        text: from - base,
        length: to - from,
        source: whole ? run.source : run.source + (from - run.text),
        sourceLength: whole ? run.sourceLength : to - from,
    };
}
function sliceMarks(marks, start, end) {
    return marks
        .filter(function (mark) { return mark.end >= start && mark.start <= end; })
        .map(function (mark) { return (__assign(__assign({}, mark), { start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start })); })
        .filter(function (mark) { return mark.end > mark.start || mark.kind === 'footnote'; });
}
