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
exports.splitSentences = splitSentences;
exports.sentencesIn = sentencesIn;
var abbreviations_js_1 = require("./abbreviations.js");
/**
 * The sentences of a block, in offsets of its text, without white space at their edges; together they hold all of the text that is not
 * white space. A heading is one sentence. Linear in the text.
 */
function splitSentences(_a) {
    var kind = _a.kind, text = _a.text;
    return kind === 'heading' ? trim(text, 0, text.length) : sentencesIn(text);
}
function sentencesIn(text) {
    var found = [];
    var start = endOfRun(text, 0, isSpace);
    for (var at = start; at < text.length; at++) {
        if (!isStop(text.charCodeAt(at)))
            continue;
        var stops = endOfRun(text, at, isStop);
        var end = endsAt(text, start, at, stops);
        if (end > 0) {
            found.push.apply(found, trim(text, start, end));
            start = endOfRun(text, end, isSpace);
        }
        at = Math.max(end, stops) - 1;
    }
    return __spreadArray(__spreadArray([], found, true), trim(text, start, text.length), true);
}
/** Where the sentence ends whose stops stand from `at` to `stops`, or 0 when it goes on. */
function endsAt(text, start, at, stops) {
    var closed = endOfRun(text, stops, isCloser);
    if (closed >= text.length)
        return text.length;
    if (isSpace(text.charCodeAt(closed)))
        return endsBeforeSpace(text, start, at, stops, closed) ? closed : 0;
    return endWithoutSpace(text, at, stops, closed);
}
function endsBeforeSpace(text, start, at, stops, closed) {
    var next = nextWordAt(text, closed);
    if (next >= text.length)
        return false;
    var plain = stops === at + 1 && text.charCodeAt(at) === 46;
    if (isLower(text, next) && !isLetterItem(text, next))
        return false;
    if (!plain || closed > stops + 1)
        return true;
    return !isItemNumber(text, start, at) && !goesOn(text, at, next, closed);
}
/** `(b)` numbers what follows. */
var isLetterItem = function (text, at) {
    return text.charAt(at - 1) === '(' && /^(?:[a-z]|[ivx]{1,4})\)/.test(text.slice(at, at + 5));
};
/** `1.`, `(a)`, `iv.` at the beginning of a sentence number it. */
function isItemNumber(text, start, at) {
    if (at - start > 8)
        return false;
    var from = text.charAt(start) === '(' ? start + 1 : start;
    return /^(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivx]{1,4})$/.test(text.slice(from, at));
}
/** Whether the stop at `at` belongs to an abbreviation or an initial, so that the sentence goes on. */
function goesOn(text, at, next, closed) {
    var word = wordBefore(text, at);
    if (word === '')
        return false;
    var low = word.toLowerCase();
    if (abbreviations_js_1.NEVER_LAST.has(low))
        return true;
    if (abbreviations_js_1.BEFORE_NUMBER.has(low) && isNumberLike(text, next))
        return true;
    if (low === 'etc')
        return !isUpper(text, next);
    var short = abbreviations_js_1.MAYBE_LAST.has(low) || isInitials(word);
    return short && closed === at + 1 && !abbreviations_js_1.STARTERS.has(wordAt(text, next).toLowerCase());
}
/** Letters and inner stops before a stop, at most twelve. */
function wordBefore(text, at) {
    var from = at;
    while (from > 0 && at - from <= 12 && (isLetter(text, from - 1) || isInnerStop(text, from - 1)))
        from--;
    return /[\p{N}_@/\\-]/u.test(text.charAt(from - 1)) || at - from > 12 ? '' : text.slice(from, at);
}
var isInnerStop = function (text, at) {
    return text.charCodeAt(at) === 46 && at > 0 && isLetter(text, at - 1) && isLetter(text, at + 1);
};
/** `J`, `U.S`, `D.C`. */
var isInitials = function (word) { return /^\p{Lu}(?:\.\p{L}){0,4}$/u.test(word); };
var isNumberLike = function (text, at) { return /^(?:\d|§|[IVXLC]+\b|[A-Z]\d*\b)/.test(text.slice(at, at + 8)); };
/** A stop with no space behind it: a lost space (`safe.The`), a note's number (`safe.3 The`, `safe.[3] The`), or no end at all. */
function endWithoutSpace(text, at, stops, closed) {
    if (!endsWithLower(text, at))
        return 0;
    if (isUpper(text, closed))
        return isUpper(text, closed + 1) || text.charCodeAt(closed + 1) === 46 ? 0 : closed;
    var note = endOfNote(text, stops);
    var next = nextWordAt(text, note);
    return note > stops && isSpace(text.charCodeAt(note)) && next < text.length && !isLower(text, next) ? note : 0;
}
/** A word of three letters at least, or a closing mark, before the stop. */
function endsWithLower(text, at) {
    if (isCloser(text.charCodeAt(at - 1)))
        return true;
    return isLower(text, at - 1) && isLetter(text, at - 2) && isLetter(text, at - 3);
}
function endOfNote(text, at) {
    var end = at;
    while (text.charCodeAt(end) === 91) {
        var inside = endOfRun(text, end + 1, isNoteSign);
        if (text.charCodeAt(inside) !== 93 || inside === end + 1)
            break;
        end = inside + 1;
    }
    if (end > at)
        return end;
    var digits = endOfRun(text, at, isDigit);
    return digits - at <= 3 ? digits : at;
}
var isDigit = function (code) { return code >= 48 && code <= 57; };
/** Digits, commas, dashes and spaces inside `[3, 5–7]`. */
var isNoteSign = function (code) { return isDigit(code) || code === 44 || code === 45 || code === 0x2013 || code === 32; };
function nextWordAt(text, from) {
    var at = from;
    while (at < text.length && (isSpace(text.charCodeAt(at)) || isOpener(text.charCodeAt(at))))
        at++;
    return at;
}
function wordAt(text, from) {
    var end = from;
    while (end < text.length && end - from < 16 && isLetter(text, end))
        end++;
    return text.slice(from, end);
}
function endOfRun(text, from, belongs) {
    var at = from;
    while (at < text.length && belongs(text.charCodeAt(at)))
        at++;
    return at;
}
/** `.`, `!`, `?`, `…` and the full-width stops. */
var isStop = function (code) {
    return code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x3002 || code === 0x203d;
};
var codesOf = function (signs) { return new Set(__spreadArray([], signs, true).map(function (sign) { return sign.charCodeAt(0); })); };
var CLOSERS = codesOf('"\'”’)]}»›*_');
var OPENERS = codesOf('"\'“‘([{«‹„¿¡*_');
var isCloser = function (code) { return CLOSERS.has(code); };
var isOpener = function (code) { return OPENERS.has(code); };
var isSpace = function (code) {
    return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0xfeff;
};
var isLetter = function (text, at) { return isLower(text, at) || isUpper(text, at) || isCaseless(text, at); };
function isLower(text, at) {
    var code = text.charCodeAt(at);
    if (code < 128)
        return code >= 97 && code <= 122;
    return code === code && /\p{Ll}/u.test(text.charAt(at));
}
function isUpper(text, at) {
    var code = text.charCodeAt(at);
    if (code < 128)
        return code >= 65 && code <= 90;
    return code === code && /\p{Lu}/u.test(text.charAt(at));
}
function isCaseless(text, at) {
    var code = text.charCodeAt(at);
    return code >= 128 && /\p{L}/u.test(text.charAt(at));
}
function trim(text, start, end) {
    var from = start;
    var to = end;
    while (from < to && isSpace(text.charCodeAt(from)))
        from++;
    while (to > from && isSpace(text.charCodeAt(to - 1)))
        to--;
    return to > from ? [{ start: from, end: to }] : [];
}
