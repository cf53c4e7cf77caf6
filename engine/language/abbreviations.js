"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.STARTERS = exports.MAYBE_LAST = exports.BEFORE_NUMBER = exports.NEVER_LAST = void 0;
var words = function (list) { return new Set(list.split(' ')); };
/** A sentence goes on after these, whatever follows. Lower case, without the last stop. */
exports.NEVER_LAST = words('e.g eg i.e ie cf vs v viz dr mr mrs ms mx prof st approx ca incl excl resp gen sen rep gov hon rev messrs esp');
/** A sentence goes on after these when a number follows: `Fig. 3`, `No. 7`, `Jan. 5`. */
exports.BEFORE_NUMBER = words('fig figs no nos p pp art arts sec secs ch chs vol vols eq eqs ref refs tab para paras app reg regs cl n nr ver ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec');
/** These may end a sentence: they do when the next word is one that often begins one. */
exports.MAYBE_LAST = words('inc ltd corp co llc plc gmbh al jr sr ph.d m.d b.a m.a b.sc m.sc est dept univ ed eds');
/** Words that begin sentences much more often than they follow an abbreviation as part of a name. */
exports.STARTERS = words('the this that these those it its in on at for we our us they their them he she his her i you your as if when while however ' +
    'but and or so to a an there here no not none all each every any some such since because after before although though by ' +
    'with without from under over both most many much more several few what why how where who which whose is are was were do ' +
    'does did can could will would should may might must yes then thus therefore hence moreover furthermore finally first ' +
    'second third also even only once until unlike despite during between among across through instead today now one two');
