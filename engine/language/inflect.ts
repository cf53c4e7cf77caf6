/** Forms of a word as they may stand in a text. Small and regular on purpose: odd words are listed. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am'],
  have: ['have', 'has', 'had', 'having'],
  do: ['do', 'does', 'did', 'done', 'doing'],
  go: ['go', 'goes', 'went', 'gone', 'going'],
  make: ['make', 'makes', 'made', 'making'],
  keep: ['keep', 'keeps', 'kept', 'keeping'],
  take: ['take', 'takes', 'took', 'taken', 'taking'],
  give: ['give', 'gives', 'gave', 'given', 'giving'],
  get: ['get', 'gets', 'got', 'gotten', 'getting'],
  leave: ['leave', 'leaves', 'left', 'leaving'],
  mean: ['mean', 'means', 'meant', 'meaning'],
  show: ['show', 'shows', 'showed', 'shown', 'showing'],
  prove: ['prove', 'proves', 'proved', 'proven', 'proving'],
  know: ['know', 'knows', 'knew', 'known', 'knowing'],
  see: ['see', 'sees', 'saw', 'seen', 'seeing'],
  understand: ['understand', 'understands', 'understood', 'understanding'],
  find: ['find', 'finds', 'found', 'finding'],
  think: ['think', 'thinks', 'thought', 'thinking'],
  tell: ['tell', 'tells', 'told', 'telling'],
  say: ['say', 'says', 'said', 'saying'],
  hold: ['hold', 'holds', 'held', 'holding'],
  stand: ['stand', 'stands', 'stood', 'standing'],
  withstand: ['withstand', 'withstands', 'withstood', 'withstanding'],
  lie: ['lie', 'lies', 'lied', 'lying', 'lay', 'lain'],
  steal: ['steal', 'steals', 'stole', 'stolen', 'stealing'],
  break: ['break', 'breaks', 'broke', 'broken', 'breaking'],
  undo: ['undo', 'undoes', 'undid', 'undone', 'undoing'],
  override: ['override', 'overrides', 'overrode', 'overridden', 'overriding'],
  forget: ['forget', 'forgets', 'forgot', 'forgotten', 'forgetting'],
  forgo: ['forgo', 'forgoes', 'forwent', 'forgone', 'forgoing'],
  lose: ['lose', 'loses', 'lost', 'losing'],
  lead: ['lead', 'leads', 'led', 'leading'],
  learn: ['learn', 'learns', 'learned', 'learnt', 'learning'],
  teach: ['teach', 'teaches', 'taught', 'teaching'],
  catch: ['catch', 'catches', 'caught', 'catching'],
  build: ['build', 'builds', 'built', 'building'],
  bring: ['bring', 'brings', 'brought', 'bringing'],
  buy: ['buy', 'buys', 'bought', 'buying'],
  come: ['come', 'comes', 'came', 'coming'],
  become: ['become', 'becomes', 'became', 'becoming'],
  overcome: ['overcome', 'overcomes', 'overcame', 'overcoming'],
  draw: ['draw', 'draws', 'drew', 'drawn', 'drawing'],
  withdraw: ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  drive: ['drive', 'drives', 'drove', 'driven', 'driving'],
  fall: ['fall', 'falls', 'fell', 'fallen', 'falling'],
  feel: ['feel', 'feels', 'felt', 'feeling'],
  grow: ['grow', 'grows', 'grew', 'grown', 'growing'],
  meet: ['meet', 'meets', 'met', 'meeting'],
  pay: ['pay', 'pays', 'paid', 'paying'],
  put: ['put', 'puts', 'putting'],
  set: ['set', 'sets', 'setting'],
  cut: ['cut', 'cuts', 'cutting'],
  shut: ['shut', 'shuts', 'shutting'],
  let: ['let', 'lets', 'letting'],
  read: ['read', 'reads', 'reading'],
  rid: ['rid', 'rids', 'ridding'],
  rise: ['rise', 'rises', 'rose', 'risen', 'rising'],
  arise: ['arise', 'arises', 'arose', 'arisen', 'arising'],
  run: ['run', 'runs', 'ran', 'running'],
  send: ['send', 'sends', 'sent', 'sending'],
  spend: ['spend', 'spends', 'spent', 'spending'],
  lend: ['lend', 'lends', 'lent', 'lending'],
  bend: ['bend', 'bends', 'bent', 'bending'],
  slip: ['slip', 'slips', 'slipped', 'slipping'],
  speak: ['speak', 'speaks', 'spoke', 'spoken', 'speaking'],
  stick: ['stick', 'sticks', 'stuck', 'sticking'],
  strike: ['strike', 'strikes', 'struck', 'striking'],
  strip: ['strip', 'strips', 'stripped', 'stripping'],
  swear: ['swear', 'swears', 'swore', 'sworn', 'swearing'],
  wear: ['wear', 'wears', 'wore', 'worn', 'wearing'],
  bear: ['bear', 'bears', 'bore', 'borne', 'bearing'],
  tear: ['tear', 'tears', 'tore', 'torn', 'tearing'],
  throw: ['throw', 'throws', 'threw', 'thrown', 'throwing'],
  write: ['write', 'writes', 'wrote', 'written', 'writing'],
  win: ['win', 'wins', 'won', 'winning'],
  bind: ['bind', 'binds', 'bound', 'binding'],
  wind: ['wind', 'winds', 'wound', 'winding'],
  bake: ['bake', 'bakes', 'baked', 'baking'],
  begin: ['begin', 'begins', 'began', 'begun', 'beginning'],
  hide: ['hide', 'hides', 'hid', 'hidden', 'hiding'],
  seek: ['seek', 'seeks', 'sought', 'seeking'],
  sell: ['sell', 'sells', 'sold', 'selling'],
  shake: ['shake', 'shakes', 'shook', 'shaken', 'shaking'],
  shed: ['shed', 'sheds', 'shedding'],
  sit: ['sit', 'sits', 'sat', 'sitting'],
  slide: ['slide', 'slides', 'slid', 'sliding'],
  wipe: ['wipe', 'wipes', 'wiped', 'wiping'],
  outgrow: ['outgrow', 'outgrows', 'outgrew', 'outgrown', 'outgrowing'],
  choose: ['choose', 'chooses', 'chose', 'chosen', 'choosing'],
  forbid: ['forbid', 'forbids', 'forbade', 'forbidden', 'forbidding'],
  uphold: ['uphold', 'upholds', 'upheld', 'upholding'],
  mistake: ['mistake', 'mistakes', 'mistook', 'mistaken', 'mistaking'],
  beat: ['beat', 'beats', 'beaten', 'beating'],
  panic: ['panic', 'panics', 'panicked', 'panicking'],
}

/** Verbs that double their last letter though the stress rule cannot be read off the letters. */
const DOUBLING = new Set(
  'admit permit commit submit control compel repel rebut equip refer prefer infer transfer occur program kidnap'.split(
    ' ',
  ),
)
const NOT_DOUBLING = new Set(
  'happen open listen offer suffer cover discover recover uncover render deliver enter trigger consider monitor harbor filter alter answer power empower gather matter wander bother visit limit edit audit benefit exhibit inhibit prohibit target pivot orbit credit solicit elicit exploit fasten harden strengthen threaten weaken broaden loosen tighten lessen happen engineer pioneer volunteer interpret market budget develop envelop jailbreak'.split(
    ' ',
  ),
)

/** All forms of a verb given in its base form; the base form is the first. */
export function verbForms(verb: string): readonly string[] {
  if (Object.hasOwn(IRREGULAR, verb)) return IRREGULAR[verb] as readonly string[]
  for (const prefix of ['re', 'un', 'out', 'over', 'mis', 'fore']) {
    const rest = verb.slice(prefix.length)
    if (verb.startsWith(prefix) && Object.hasOwn(IRREGULAR, rest)) return verbForms(rest).map((form) => prefix + form)
  }
  const stem = doubles(verb) ? verb + verb.slice(-1) : verb
  return [...new Set([verb, withS(verb), pastOf(verb, stem), gerundOf(verb, stem)])]
}

/** Singular and plural of a noun. */
export function nounForms(noun: string): readonly string[] {
  if (/(ss|[^aeiou]ics|ware|ness)$/.test(noun) || noun.length < 2) return [noun]
  return noun.endsWith('s') ? [noun] : [noun, withS(noun)]
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`
}

function pastOf(verb: string, stem: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
}

function gerundOf(verb: string, stem: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`
  return /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`
}

function doubles(verb: string): boolean {
  if (DOUBLING.has(verb)) return true
  if (NOT_DOUBLING.has(verb) || !/[^aeiou][aeiou][bdgklmnprtv]$/.test(verb)) return false
  return !/[aeiou].*[^aeiou].*[aeiou][^aeiou]$/.test(verb) || verb.length <= 4
}
