"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.frontMatterAt = frontMatterAt;
var FENCES = { '---': 'yaml', '+++': 'toml' };
/** Front matter at a place: between two lines of `---` or `+++`. Its span ends with the closing fence. */
function frontMatterAt(source, start) {
    var fence = source.slice(start, start + 3);
    if (fence !== '---' && fence !== '+++')
        return undefined;
    var opening = /^...[ \t]*(?:\r\n|\r|\n)/.exec(source.slice(start, start + 200));
    if (!opening)
        return undefined;
    var inside = start + opening[0].length;
    var closing = fence === '---' ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
    closing.lastIndex = inside;
    var end = closing.exec(source);
    if (!end)
        return undefined;
    var value = source.slice(inside, end.index).replace(/(?:\r\n|\r|\n)$/, '');
    return { format: FENCES[fence], value: value, start: start, end: end.index + 3 };
}
