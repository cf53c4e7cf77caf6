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
exports.htmlProse = htmlProse;
var micromark_util_decode_string_1 = require("micromark-util-decode-string");
var text_builder_js_1 = require("../text-builder.js");
var source_map_js_1 = require("../source-map.js");
var BLOCK_TAGS = new Set(('address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 head header hr html legend li link main menu meta nav ol optgroup option p section summary table tbody td tfoot th ' +
    'thead title tr ul').split(' '));
/** What these hold is no prose. */
var RAW_TAGS = new Set(['script', 'style', 'svg', 'math', 'pre', 'code', 'textarea', 'template', 'noscript', 'iframe']);
/** The prose in a block of HTML, tags dropped and entities resolved. `html` is the block's text with its way back to `source`. */
function htmlProse(html, source) {
    var reader = new HtmlReader(html, source);
    var at = 0;
    while (at < html.text.length)
        at = reader.step(at);
    return reader.finish();
}
var HtmlReader = /** @class */ (function () {
    function HtmlReader(html, source) {
        this.html = html;
        this.source = source;
        this.pieces = [];
        this.level = 0;
        this.open = [];
        this.builder = new text_builder_js_1.TextBuilder(source);
    }
    /** Reads one stretch and says where the next one begins. */
    HtmlReader.prototype.step = function (at) {
        var text = this.html.text;
        var code = text.charAt(at);
        if (code === '<')
            return this.tag(at);
        if (code === '&')
            return this.entity(at);
        if (code === '\n')
            return this.lineEnd(at);
        var end = nextOf(text, at, /[<&\n]/g);
        this.addPlain(at, end);
        return end;
    };
    HtmlReader.prototype.finish = function () {
        this.close();
        return this.pieces;
    };
    HtmlReader.prototype.tag = function (at) {
        var text = this.html.text;
        if (text.startsWith('<!--', at))
            return after(text, '-->', at + 4);
        if (text.startsWith('<![CDATA[', at))
            return after(text, ']]>', at);
        if (text.startsWith('<?', at))
            return after(text, '?>', at);
        if (text.startsWith('<!', at))
            return after(text, '>', at);
        var name = nameAt(text, at);
        if (!name) {
            this.addPlain(at, at + 1);
            return at + 1;
        }
        var end = tagEnd(text, at);
        return this.apply(name, text.charAt(at + 1) === '/', at, end);
    };
    HtmlReader.prototype.apply = function (name, closing, at, end) {
        if (!closing && RAW_TAGS.has(name))
            return this.skipRaw(name, at, end);
        if (BLOCK_TAGS.has(name))
            this.atBlockTag(name, closing);
        else if (name === 'br')
            this.builder.newline(this.place(at, end).start);
        else if (name === 'img')
            this.addImage(at, end);
        else if (closing)
            this.closeInline(name);
        else
            this.openInline(name, this.html.text.slice(at, end));
        return end;
    };
    HtmlReader.prototype.skipRaw = function (name, at, end) {
        var text = this.html.text;
        if (text.charAt(end - 2) === '/')
            return end;
        var close = text.toLowerCase().indexOf("</".concat(name), end);
        var stop = close < 0 ? text.length : tagEnd(text, close);
        if (name !== 'code')
            return stop;
        var _a = this.place(at, stop), start = _a.start, until = _a.end;
        this.builder.opaque('code', start, until);
        return stop;
    };
    HtmlReader.prototype.atBlockTag = function (name, closing) {
        this.close();
        this.level = !closing && /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0;
    };
    HtmlReader.prototype.close = function () {
        var built = this.builder.finish();
        if (built.text !== '')
            this.pieces.push(__assign(__assign({}, built), { level: this.level }));
        this.builder = new text_builder_js_1.TextBuilder(this.source);
        this.open = [];
    };
    HtmlReader.prototype.openInline = function (name, tag) {
        var _a, _b;
        var url = (_b = (_a = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(tag)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
        if (this.open.length < 32)
            this.open.push({ name: name, start: this.builder.length, url: url });
    };
    HtmlReader.prototype.closeInline = function (name) {
        var at = this.open.findLastIndex(function (tag) { return tag.name === name; });
        if (at < 0)
            return;
        var _a = this.open[at], start = _a.start, url = _a.url;
        this.open.length = at;
        var end = this.builder.length;
        if (name === 'a')
            this.builder.mark({ kind: 'link', start: start, end: end, url: url });
        if (name === 'b' || name === 'strong')
            this.builder.mark({ kind: 'strong', start: start, end: end });
        if (name === 'i' || name === 'em')
            this.builder.mark({ kind: 'emphasis', start: start, end: end });
    };
    HtmlReader.prototype.addImage = function (at, end) {
        var place = this.place(at, end);
        this.builder.opaque('image', place.start, place.end);
    };
    HtmlReader.prototype.lineEnd = function (at) {
        var end = at + 1;
        while (end < this.html.text.length && ' \t\n'.includes(this.html.text.charAt(end)))
            end++;
        this.builder.newline(this.place(at, end).start);
        return end;
    };
    HtmlReader.prototype.entity = function (at) {
        var _a;
        var written = (_a = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/.exec(this.html.text.slice(at, at + 34))) === null || _a === void 0 ? void 0 : _a[0];
        if (!written) {
            this.addPlain(at, at + 1);
            return at + 1;
        }
        var _b = this.place(at, at + written.length), start = _b.start, end = _b.end;
        this.builder.unit((0, micromark_util_decode_string_1.decodeString)(written), start, end);
        return at + written.length;
    };
    HtmlReader.prototype.addPlain = function (start, end) {
        for (var _i = 0, _a = (0, text_builder_js_1.sliceText)(this.html, start, end).map; _i < _a.length; _i++) {
            var run_1 = _a[_i];
            this.builder.plain(run_1.source, run_1.source + run_1.sourceLength);
        }
    };
    HtmlReader.prototype.place = function (start, end) {
        return (0, source_map_js_1.toSource)(this.html.map, { start: start, end: end });
    };
    return HtmlReader;
}());
function nextOf(text, from, pattern) {
    var _a, _b;
    pattern.lastIndex = from;
    return (_b = (_a = pattern.exec(text)) === null || _a === void 0 ? void 0 : _a.index) !== null && _b !== void 0 ? _b : text.length;
}
function after(text, closing, from) {
    var at = text.indexOf(closing, from);
    return at < 0 ? text.length : at + closing.length;
}
var nameAt = function (text, at) { var _a, _b, _c; return (_c = (_b = (_a = /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(text.slice(at, at + 24))) === null || _a === void 0 ? void 0 : _a[1]) === null || _b === void 0 ? void 0 : _b.toLowerCase()) !== null && _c !== void 0 ? _c : ''; };
/** Behind the `>` of a tag; a `>` inside quotes does not count. Without one, what is left of the text is the tag. */
function tagEnd(text, from) {
    var quote = '';
    for (var at = from; at < text.length; at++) {
        var code = text.charAt(at);
        if (quote)
            quote = code === quote ? '' : quote;
        else if (code === '>')
            return at + 1;
        else if ((code === '"' || code === "'") && text.charAt(at - 1) === '=')
            quote = code;
    }
    return text.length;
}
