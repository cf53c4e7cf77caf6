/**
 * The forms under which a written word is looked up: lower case, one spelling, contractions taken apart
 * ("can't" and "cannot" are "can", "not"; "model's" is "model", "'s"). One or two forms.
 */
export function normalForms(word: string): readonly string[] {
  return takeApart(word.toLowerCase().replaceAll('’', "'").replaceAll('\u00ad', '')).map(oneSpelling)
}

const WHOLE: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  "let's": ['let', 'us'],
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
  "there's": ['there', 'is'],
  "here's": ['here', 'is'],
  "what's": ['what', 'is'],
  "who's": ['who', 'is'],
  "he's": ['he', 'is'],
  "she's": ['she', 'is'],
}

const TAILS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
  ["'s", "'s"],
]

function takeApart(word: string): readonly string[] {
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word] as readonly string[]
  if (!word.includes("'")) return [word]
  for (const [tail, form] of TAILS) {
    if (word.length > tail.length && word.endsWith(tail)) return [word.slice(0, -tail.length), form]
  }
  return [word]
}

/**
 * British and American spellings meet in one form. The lexicon is folded by the same function, so that it does not matter
 * that "otherwise" becomes a word nobody writes.
 */
export function oneSpelling(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/is(e|es|ed|ing|er|ers|ation|ations|able)$/, 'iz$1')
    .replace(/yse(s|d)?$/, 'yze$1')
    .replace(/ysing$/, 'yzing')
    .replace(/our(s|ed|ing|al|able|less|ful)?$/, 'or$1')
    .replace(/ence(s|less)?$/, 'ense$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/ogue(s)?$/, 'og$1')
    .replace(/^programme/, 'program')
    .replace(/^judgement/, 'judgment')
}
