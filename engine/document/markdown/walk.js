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
var __rest = (this && this.__rest) || function (s, e) {
    var t = {};
    for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p) && e.indexOf(p) < 0)
        t[p] = s[p];
    if (s != null && typeof Object.getOwnPropertySymbols === "function")
        for (var i = 0, p = Object.getOwnPropertySymbols(s); i < p.length; i++) {
            if (e.indexOf(p[i]) < 0 && Object.prototype.propertyIsEnumerable.call(s, p[i]))
                t[p[i]] = s[p[i]];
        }
    return t;
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.walkTokens = walkTokens;
var source_map_js_1 = require("../source-map.js");
var text_builder_js_1 = require("../text-builder.js");
var html_js_1 = require("./html.js");
var inline_js_1 = require("./inline.js");
/** Blocks from the tokens of a text. Groups are numbered on from `groups`. */
function walkTokens(events, context, groups) {
    var walker = new Walker(events, context, groups);
    for (var at = 0; at < events.length; at++)
        at = walker.visit(at);
    return { blocks: walker.blocks, groups: walker.groups };
}
var Walker = /** @class */ (function () {
    function Walker(events, context, groups) {
        this.events = events;
        this.context = context;
        this.groups = groups;
        this.blocks = [];
        this.containers = [];
        this.table = 0;
        this.row = -1;
        this.column = -1;
    }
    /** Handles the event at a place and says which one was the last that it used. */
    Walker.prototype.visit = function (at) {
        var _a = this.events[at], step = _a[0], token = _a[1];
        return step === 'enter' ? this.enter(at, token) : this.leave(at, token);
    };
    Walker.prototype.enter = function (at, token) {
        var type = token.type;
        switch (type) {
            case 'blockQuote':
                return this.push(at, 'quote', token);
            case 'listOrdered':
            case 'listUnordered':
                this.groups++;
                return this.push(at, 'list', token);
            case 'gfmFootnoteDefinition':
                return this.push(at, 'footnote', token);
            case 'listItemPrefix':
                this.startItem();
                return at;
            case 'gfmFootnoteDefinitionLabelString':
                return this.setLabel(at);
            case 'table':
                this.startTable();
                return at;
            case 'tableRow':
                this.row++;
                this.column = -1;
                return at;
            default:
                return this.enterLeaf(at, type);
        }
    };
    Walker.prototype.enterLeaf = function (at, type) {
        switch (type) {
            case 'paragraph':
                return this.paragraph(at);
            case 'atxHeading':
            case 'setextHeading':
                return this.heading(at);
            case 'tableHeader':
            case 'tableData':
                return this.cell(at);
            case 'codeFenced':
            case 'codeIndented':
                return this.opaque(at);
            case 'htmlFlow':
                return this.html(at);
            case 'definition':
                return this.definition(at);
            default:
                return at;
        }
    };
    Walker.prototype.leave = function (at, token) {
        var _a;
        if (((_a = this.containers[this.containers.length - 1]) === null || _a === void 0 ? void 0 : _a.token) === token)
            this.containers.pop();
        return at;
    };
    Walker.prototype.push = function (at, kind, token) {
        this.containers.push({ kind: kind, token: token, group: kind === 'list' ? this.groups : 0, label: '', own: false, fresh: true });
        return at;
    };
    Walker.prototype.startItem = function () {
        var list = this.containers[this.containers.length - 1];
        if (list) {
            list.own = false;
            list.fresh = true;
        }
    };
    Walker.prototype.setLabel = function (at) {
        var _a = this.events[at], token = _a[1], tokens = _a[2];
        var note = this.containers[this.containers.length - 1];
        if (note)
            note.label = tokens.sliceSerialize(token);
        return (0, inline_js_1.exitOf)(this.events, at);
    };
    Walker.prototype.startTable = function () {
        this.table = ++this.groups;
        this.row = -1;
    };
    Walker.prototype.paragraph = function (at) {
        var end = this.readFresh(at);
        this.add(this.built(at, end), this.spanAt(at), this.placeOf('paragraph'));
        return end;
    };
    /** The first leaf in a container decides whether that is a note in the text's own voice. */
    Walker.prototype.readFresh = function (at) {
        var start = this.spanAt(at).start;
        var regions = this.context.regions;
        var region = regions[(0, inline_js_1.firstAfter)(regions, start)];
        var container = this.containers[this.containers.length - 1];
        if ((container === null || container === void 0 ? void 0 : container.fresh) && (region === null || region === void 0 ? void 0 : region.kind) === 'admonition' && region.start <= start)
            container.own = true;
        for (var _i = 0, _a = this.containers; _i < _a.length; _i++) {
            var one = _a[_i];
            one.fresh = false;
        }
        return (0, inline_js_1.exitOf)(this.events, at);
    };
    Walker.prototype.heading = function (at) {
        var end = this.readFresh(at);
        this.add(this.built(at, end), this.spanAt(at), __assign(__assign({}, this.placeOf('heading')), { depth: this.levelOf(at, end) }));
        return end;
    };
    Walker.prototype.levelOf = function (at, end) {
        for (var next = at; next < end; next++) {
            var token = this.events[next][1];
            var type = token.type;
            if (type === 'atxHeadingSequence')
                return token.end.offset - token.start.offset;
            if (type === 'setextHeadingLineSequence')
                return this.charAt(token.start.offset) === '=' ? 1 : 2;
        }
        return 1;
    };
    Walker.prototype.charAt = function (offset) {
        return this.context.source.charAt(this.context.base + offset);
    };
    Walker.prototype.cell = function (at) {
        var end = (0, inline_js_1.exitOf)(this.events, at);
        this.column++;
        var cell = { table: this.table, row: this.row, column: this.column };
        this.add(this.built(at, end), this.spanAt(at), __assign(__assign({}, this.placeOf('table-cell')), { group: this.table, cell: cell }));
        return end;
    };
    Walker.prototype.opaque = function (at) {
        var end = this.readFresh(at);
        this.blocks.push(__assign(__assign({}, this.placeOf('code')), { text: '', map: [], marks: [], span: this.spanAt(at) }));
        return end;
    };
    Walker.prototype.definition = function (at) {
        var builder = new text_builder_js_1.TextBuilder(this.context.source);
        var span = this.spanAt(at);
        builder.plain(span.start, span.end);
        this.add(builder.finish(), span, this.placeOf('references'));
        return (0, inline_js_1.exitOf)(this.events, at);
    };
    Walker.prototype.html = function (at) {
        var end = this.readFresh(at);
        var source = this.context.source;
        for (var _i = 0, _a = (0, html_js_1.htmlProse)(this.htmlText(at, end), source); _i < _a.length; _i++) {
            var _b = _a[_i];
            var level = _b.level, built = __rest(_b, ["level"]);
            var span = (0, source_map_js_1.toSource)(built.map, { start: 0, end: built.text.length });
            var place = this.placeOf(level > 0 ? 'heading' : 'paragraph');
            this.add(built, span, level > 0 ? __assign(__assign({}, place), { depth: level }) : place);
        }
        return end;
    };
    Walker.prototype.htmlText = function (at, end) {
        var builder = new text_builder_js_1.TextBuilder(this.context.source);
        var base = this.context.base;
        for (var next = at; next < end; next++) {
            var _a = this.events[next], step = _a[0], token = _a[1];
            if (step === 'exit')
                continue;
            if (token.type === 'htmlFlowData')
                builder.plain(base + token.start.offset, base + token.end.offset);
            else if (token.type === 'lineEnding')
                builder.newline(base + token.start.offset);
        }
        return builder.finish();
    };
    Walker.prototype.built = function (at, end) {
        var builder = new text_builder_js_1.TextBuilder(this.context.source);
        (0, inline_js_1.readInline)(this.events, at + 1, end, builder, this.context);
        return builder.finish();
    };
    Walker.prototype.spanAt = function (at) {
        var _a = this.events[at][1], start = _a.start, end = _a.end;
        return { start: this.context.base + start.offset, end: this.context.base + end.offset };
    };
    Walker.prototype.add = function (_a, span, place) {
        var text = _a.text, map = _a.map, marks = _a.marks;
        if (text !== '')
            this.blocks.push(__assign(__assign({}, asFormula(place, { text: text, map: map, marks: marks })), { text: text, map: map, marks: marks, span: span }));
    };
    Walker.prototype.placeOf = function (kind) {
        var _a, _b;
        var around = this.containers.filter(function (_a) {
            var own = _a.own;
            return !own;
        });
        var lists = around.filter(function (one) { return one.kind === 'list'; });
        var note = around.findLast(function (one) { return one.kind === 'footnote'; });
        var place = kind === 'paragraph' ? kindIn(around[around.length - 1]) : kind;
        return __assign({ kind: place, depth: place === 'list-item' ? lists.length : 0, quoted: around.some(function (one) { return one.kind === 'quote'; }), group: (_b = (_a = lists[lists.length - 1]) === null || _a === void 0 ? void 0 : _a.group) !== null && _b !== void 0 ? _b : 0 }, (note ? { label: note.label } : {}));
    };
    return Walker;
}());
function kindIn(container) {
    if (!container)
        return 'paragraph';
    return container.kind === 'quote' ? 'quotation' : container.kind === 'list' ? 'list-item' : 'footnote';
}
/** A paragraph that holds nothing but a formula is no prose. */
function asFormula(place, _a) {
    var text = _a.text, marks = _a.marks;
    var bare = marks.length > 0 && marks.every(function (_a) {
        var kind = _a.kind;
        return kind === 'math';
    }) && /^[\uFFFC\s]*$/.test(text);
    return bare && place.kind !== 'table-cell' ? __assign(__assign({}, place), { kind: 'code' }) : place;
}
