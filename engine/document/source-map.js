"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.toSource = toSource;
/** The source span of a span of block text. Touching a run that is one unit takes the whole unit. */
function toSource(map, _a) {
    var start = _a.start, end = _a.end;
    var first = runAt(map, start);
    var last = end > start ? runAt(map, end - 1) : first;
    if (!first || !last)
        return { start: 0, end: 0 };
    return { start: startIn(first, start), end: end > start ? endIn(last, end - 1) : startIn(first, start) };
}
var startIn = function (run, offset) {
    return run.length === run.sourceLength ? run.source + (offset - run.text) : run.source;
};
var endIn = function (run, offset) {
    return run.length === run.sourceLength ? run.source + (offset - run.text) + 1 : run.source + run.sourceLength;
};
function runAt(map, offset) {
    var low = 0;
    var high = map.length - 1;
    while (low < high) {
        var middle = (low + high + 1) >> 1;
        if (map[middle].text <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return map[low];
}
