import { insideSentence, withoutEnd } from './sentence-forms.js'

/** A sentence put otherwise, and what should become of the claim in it. */
export interface Variant {
  readonly name: string
  readonly stays: boolean
  readonly make: (sentence: string) => string
}

/** What stands above the sentence, so that it is plain what it is about. */
const SETTING = '# The Lark AI model\n\n'

const words = (sentence: string): string[] => sentence.split(' ')

/** The middle word or two in bold. */
function boldInside(sentence: string): string {
  const all = words(sentence)
  const middle = Math.floor(all.length / 2)
  return all.map((word, at) => (at === middle && /^[A-Za-z]+$/.test(word) ? `**${word}**` : word)).join(' ')
}

function wrapped(sentence: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of words(sentence)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** As the claim stood, alone in a paragraph. */
export const plain = (sentence: string): string => `${SETTING}${sentence}\n`

/**
 * What may be done to a sentence that is found as a claim, and must not change that, or must. The phrases here are written for the test and
 * are not those that the judge learns from (see `lessons`).
 */
export const variants: readonly Variant[] = [
  { name: 'wrapped at 60 columns', stays: true, make: (s) => `${SETTING}${wrapped(s, 60)}\n` },
  { name: 'wrapped at 24 columns', stays: true, make: (s) => `${SETTING}${wrapped(s, 24)}\n` },
  { name: 'with CRLF', stays: true, make: (s) => `${SETTING}${wrapped(s, 40)}\n`.replaceAll('\n', '\r\n') },
  { name: 'with a word in bold', stays: true, make: (s) => `${SETTING}${boldInside(s)}\n` },
  { name: 'behind an emoji', stays: true, make: (s) => `${SETTING}🚀 ${s}\n` },
  { name: 'as a heading', stays: true, make: (s) => `${SETTING}## ${withoutEnd(s)}\n` },
  { name: 'as a list item', stays: true, make: (s) => `${SETTING}What the release brings:\n\n- ${s}\n` },
  {
    name: 'as a table cell',
    stays: true,
    make: (s) => `${SETTING}| Area | Status |\n| --- | --- |\n| Release | ${s.replaceAll('|', '/')} |\n`,
  },
  { name: 'as a footnote', stays: true, make: (s) => `${SETTING}The release is in March.[^1]\n\n[^1]: ${s}\n` },
  { name: 'in a block quotation', stays: false, make: (s) => `${SETTING}One vendor writes:\n\n> ${s}\n` },
  { name: 'in quotation marks', stays: false, make: (s) => `${SETTING}A slide of theirs said "${s}"\n` },
  { name: 'denied', stays: false, make: (s) => `${SETTING}It is not the case that ${insideSentence(s)}\n` },
  { name: 'not claimed', stays: false, make: (s) => `${SETTING}Nobody here would say that ${insideSentence(s)}\n` },
  { name: 'said by others', stays: false, make: (s) => `${SETTING}According to its vendor, ${insideSentence(s)}\n` },
  {
    name: 'argued by others',
    stays: false,
    make: (s) => `${SETTING}Several firms have argued that ${insideSentence(s)}\n`,
  },
  { name: 'asked', stays: false, make: (s) => `${SETTING}Is it true that ${withoutEnd(insideSentence(s))}?\n` },
  {
    name: 'with its limitation behind it',
    stays: false,
    make: (s) =>
      `${SETTING}${s} That said, our tests cannot show that harmful behaviour is absent, and we have no evidence beyond the cases we tried.\n`,
  },
]
