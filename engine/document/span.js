"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cover = exports.contains = exports.overlaps = void 0;
var overlaps = function (a, b) { return a.start < b.end && b.start < a.end; };
exports.overlaps = overlaps;
var contains = function (outer, inner) { return outer.start <= inner.start && inner.end <= outer.end; };
exports.contains = contains;
/** The smallest span that covers both. */
var cover = function (a, b) { return ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }); };
exports.cover = cover;
