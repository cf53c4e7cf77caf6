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
exports.labelSections = labelSections;
/** Marks captions and reference lists, which only their neighbours or the heading above tell from other paragraphs. */
function labelSections(blocks) {
    var references = new ReferenceSections();
    return blocks.map(function (block, at) {
        if (references.covers(block))
            return __assign(__assign({}, block), { kind: 'references' });
        return isCaption(blocks, at) ? __assign(__assign({}, block), { kind: 'caption' }) : block;
    });
}
var REFERENCES = /^(?:(?:\d+(?:\.\d+)*|[A-Z])[.)]?\s+)?(?:references|reference list|list of references|bibliography|works cited|literature cited|sources|further reading)\s*:?$/i;
var APPENDIX = /^(?:appendix|annex)\b.{0,80}$/i;
/** Goes through the blocks in order and knows where a reference list is open. */
var ReferenceSections = /** @class */ (function () {
    function ReferenceSections() {
        /** Level of the heading above; 7 where a plain paragraph stands for one, which any heading ends. */
        this.level = 0;
    }
    ReferenceSections.prototype.covers = function (block) {
        if (block.kind === 'heading')
            this.atHeading(block);
        else if (isPlainTitle(block)) {
            if (REFERENCES.test(block.text))
                this.level = 7;
            else if (this.level === 7 && APPENDIX.test(block.text))
                this.level = 0;
        }
        return this.level > 0 && block.kind !== 'heading' && block.kind !== 'code' && block.kind !== 'footnote';
    };
    ReferenceSections.prototype.atHeading = function (_a) {
        var text = _a.text, depth = _a.depth;
        if (REFERENCES.test(text))
            this.level = this.level > 0 ? Math.min(this.level, depth) : depth;
        else if (depth <= this.level)
            this.level = 0;
    };
    return ReferenceSections;
}());
var isPlainTitle = function (_a) {
    var kind = _a.kind, text = _a.text;
    return kind === 'paragraph' && text.length < 100;
};
/** `Table 3 shows that` begins a sentence; `Table 3: Results` and `Table 3 Results` begin a caption. */
var CAPTION = /^(?:: |(?:(?:supplementary|extended data)\s)?(?:table|figure|fig\.|tbl\.|chart|exhibit)\s+(?:[A-Z]?\d+(?:[.-]\d+)*[a-z]?|[IVX]+|[A-Z](?:\.\d+)*)\s*(?:[.:|)–—-]|$|\n|\s(?=[\p{Lu}"“(])))/iu;
var CAPITAL_AFTER = /^\S+\s+\S+\s(?=\p{Ll})/u;
function isCaption(blocks, at) {
    var block = blocks[at];
    if ((block.kind !== 'paragraph' && block.kind !== 'quotation') || !CAPTION.test(block.text))
        return false;
    if (CAPITAL_AFTER.test(block.text) && !/^\S+\s+\S*[.:|)–—-]\s/.test(block.text))
        return false;
    return isCaptioned(blocks[at - 1]) || isCaptioned(blocks[at + 1]);
}
var isCaptioned = function (block) {
    return block !== undefined && (block.kind === 'table-cell' || block.kind === 'code' || isPicture(block));
};
var isPicture = function (_a) {
    var text = _a.text, marks = _a.marks;
    return marks.some(function (_a) {
        var kind = _a.kind;
        return kind === 'image';
    }) && /^[\uFFFC\s]+$/.test(text);
};
