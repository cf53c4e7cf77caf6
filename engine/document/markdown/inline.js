"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.readInline = readInline;
exports.exitOf = exitOf;
exports.firstAfter = firstAfter;
var micromark_util_decode_string_1 = require("micromark-util-decode-string");
var definitions_js_1 = require("./definitions.js");
/** Adds the text of inline tokens, from one event up to another (exclusive), to a block. */
function readInline(events, from, to, builder, context) {
    var reader = new InlineReader(builder, context);
    for (var at = from; at < to; at++) {
        var event_1 = events[at];
        if (event_1[0] === 'exit')
            reader.leave(event_1[1]);
        else if (reader.enter(event_1))
            at = exitOf(events, at);
    }
}
/** The event that closes the token opened at `at`. */
function exitOf(events, at) {
    var token = events[at][1];
    var end = at + 1;
    while (end < events.length && events[end][1] !== token)
        end++;
    return end;
}
/** The first region that ends after a place. */
function firstAfter(regions, place) {
    var low = 0;
    var high = regions.length;
    while (low < high) {
        var middle = (low + high) >> 1;
        if (regions[middle].end <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
var InlineReader = /** @class */ (function () {
    function InlineReader(builder, context) {
        this.builder = builder;
        this.context = context;
        this.open = [];
    }
    /** True when nothing inside the token is of interest any more. */
    InlineReader.prototype.enter = function (_a) {
        var token = _a[1], tokens = _a[2];
        var type = token.type;
        switch (type) {
            case 'data':
                this.addPlain(token);
                return true;
            case 'lineEnding':
                this.builder.newline(this.place(token).start);
                return true;
            case 'characterEscape':
            case 'characterReference':
                this.addUnit(token);
                return true;
            case 'strong':
            case 'emphasis':
            case 'link':
                this.open.push({ token: token, start: this.builder.length, url: '' });
                return false;
            case 'codeText':
                this.addOpaque('code', token);
                return true;
            case 'image':
                this.addOpaque('image', token);
                return true;
            case 'htmlText':
                this.addTag(token);
                return true;
            case 'autolinkProtocol':
            case 'autolinkEmail':
            case 'literalAutolinkHttp':
            case 'literalAutolinkWww':
            case 'literalAutolinkEmail':
                this.addAddress(token);
                return true;
            case 'gfmFootnoteCallString':
                this.addFootnote(tokens.sliceSerialize(token));
                return true;
            case 'resourceDestinationString':
                this.setAddress((0, micromark_util_decode_string_1.decodeString)(tokens.sliceSerialize(token)));
                return true;
            case 'referenceString':
                this.setAddress((0, definitions_js_1.addressOf)(this.context.definitions, tokens.sliceSerialize(token)));
                return true;
            case 'resourceTitle':
            case 'taskListCheck':
            case 'definition':
                return true;
            default:
                return false;
        }
    };
    InlineReader.prototype.leave = function (token) {
        var mark = this.open[this.open.length - 1];
        if ((mark === null || mark === void 0 ? void 0 : mark.token) !== token)
            return;
        this.open.pop();
        this.builder.mark(this.closed(mark));
    };
    InlineReader.prototype.closed = function (_a) {
        var token = _a.token, start = _a.start, url = _a.url;
        var end = this.builder.length;
        if (token.type !== 'link')
            return { kind: token.type === 'strong' ? 'strong' : 'emphasis', start: start, end: end };
        return { kind: 'link', start: start, end: end, url: url || this.shortcutAddress(token) };
    };
    /** `[label]` and `[label][]` name their definition by their own text. */
    InlineReader.prototype.shortcutAddress = function (token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        var written = this.context.source.slice(start, end).replace(/\[\]$/, '');
        return (0, definitions_js_1.addressOf)(this.context.definitions, written.slice(1, -1));
    };
    InlineReader.prototype.place = function (_a) {
        var start = _a.start, end = _a.end;
        return { start: this.context.base + start.offset, end: this.context.base + end.offset };
    };
    InlineReader.prototype.addPlain = function (token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        var regions = this.context.regions;
        var at = start;
        for (var next = firstAfter(regions, at); next < regions.length; next++) {
            var region = regions[next];
            if (region.start >= end)
                break;
            var from = Math.max(at, region.start);
            var until = Math.min(region.end, end);
            this.builder.plain(at, from);
            if (region.kind === 'math' || region.kind === 'code')
                this.builder.opaque(region.kind, from, until);
            at = until;
        }
        this.builder.plain(at, end);
    };
    InlineReader.prototype.addUnit = function (token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        this.builder.unit((0, micromark_util_decode_string_1.decodeString)(this.context.source.slice(start, end)), start, end);
    };
    InlineReader.prototype.addOpaque = function (kind, token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        this.builder.opaque(kind, start, end);
    };
    InlineReader.prototype.addTag = function (token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        if (/^<br\b/i.test(this.context.source.slice(start, Math.min(end, start + 4))))
            this.builder.newline(start);
    };
    InlineReader.prototype.addAddress = function (token) {
        var _a = this.place(token), start = _a.start, end = _a.end;
        var from = this.builder.length;
        this.builder.plain(start, end);
        this.builder.mark({ kind: 'link', url: this.context.source.slice(start, end), start: from, end: this.builder.length });
    };
    InlineReader.prototype.addFootnote = function (label) {
        var at = this.builder.length;
        this.builder.mark({ kind: 'footnote', label: label, start: at, end: at });
    };
    InlineReader.prototype.setAddress = function (url) {
        var mark = this.open.findLast(function (_a) {
            var token = _a.token;
            return token.type === 'link';
        });
        if (mark)
            mark.url = url;
    };
    return InlineReader;
}());
