import { hashText } from '../../engine/language/hash.js'
import type { Pack } from '../../engine/rules/pack.js'
import { claimSentences } from './claim-sentences.js'
import type { Labelled } from './labelled.js'
import { insideSentence, withoutEnd } from './sentence-forms.js'

/** Ways to put a claim so that it stays one, or is one no more: `{s}` the sentence, `{c}` as it stands inside another, `{b}` without its end, `{i}` both. */
interface Frame {
  readonly stays: boolean
  readonly forms: readonly string[]
}

/**
 * The judge learns that a claim keeps its force behind "in short", and loses it under a denial or in somebody else's mouth. The forms are many,
 * so that no single one is learned by heart; those of the metamorphic test (variants.ts) are others.
 */
const FRAMES: readonly Frame[] = [
  // Twice, so that half of what is learned here are claims.
  { stays: true, forms: ['{s}'] },
  { stays: true, forms: ['{s}'] },
  {
    stays: true,
    forms: [
      'In short, {c}',
      'Put plainly, {c}',
      'The upshot is that {c}',
      'We are proud to report that {c}',
      'It is clear by now that {c}',
      'Our tests confirm that {c}',
      'As we said in the spring, {c}',
      'This means that {c}',
      'After two years of work we can say that {c}',
      'What matters most to customers is that {c}',
      'There is no doubt that {c}',
      'Nobody disputes that {c}',
    ],
  },
  {
    stays: false,
    forms: [
      'It would be wrong to say that {c}',
      'We do not claim that {c}',
      'There is no evidence that {c}',
      'None of our tests shows that {c}',
      'This does not mean that {c}',
      'It does not follow that {c}',
      'Nothing in these results implies that {c}',
      'I do not believe that {c}',
      'One should not conclude that {c}',
      'We cannot say that {c}',
      'It has never been shown that {c}',
      'It is false that {c}',
      'We are not suggesting that {c}',
      'No reader should infer that {c}',
      'Neither study establishes that {c}',
      'It is a mistake to think that {c}',
      'Few engineers would tell you that {c}',
      'It is simply untrue that {c}',
    ],
  },
  {
    stays: false,
    forms: [
      'The vendor says that {c}',
      'Critics of the bill claim that {c}',
      "In the company's words, {c}",
      'Their white paper asserts that {c}',
      'Some researchers hold that {c}',
      'Proponents contend that {c}',
      'The supplier told the committee that {c}',
      'It is often said that {c}',
      'Many in the industry believe that {c}',
      '{b}, the supplier claims.',
      'A rival insists that {c}',
      'The press office maintained that {c}',
      'The argument runs that {c}',
      'If their brochure is to be believed, {c}',
      'The slide read: "{s}"',
      'Do not write "{s}" in a public text.',
      'Headlines such as "{s}" are common.',
      'An advertisement promised: “{s}”',
      'The sentence “{s}” was struck from the draft.',
    ],
  },
  {
    stays: false,
    forms: [
      'Can we really say that {i}?',
      'Does it follow that {i}?',
      'How would anyone know that {i}?',
      'If it turned out that {i}, the rest of the plan would be simpler.',
      'Suppose for a moment that {c}',
      'The provider must show that {c}',
      'Our aim for next year is that {c}',
      'Before release the team shall demonstrate that {c}',
      '{s} However, this has not been tested outside our own prompts, and it cannot rule out harm.',
      '{s} We stress that a test of this kind cannot show that there is no risk.',
      '{s} This holds for the cases we tried; we do not know how far it goes beyond them.',
      '{s} We were wrong about that.',
      '{s} None of this has been shown.',
    ],
  },
]

/** Where a sentence stands, whatever it says. */
const PLACES: readonly string[] = [
  '{s}',
  '{s}',
  'The release is in May. {s} More is in the annex.',
  '## {s}\n\nThe release is in May.',
  'In this version:\n\n- {s}\n- The release is in May.',
  '1. {s}\n2. The release is in May.',
  '| Topic | Our finding |\n| --- | --- |\n| Assurance | {s} |\n| Release | May |',
  'The release is in May.[^2]\n\n[^2]: {s}',
]

const SETTING = '# An AI model\n\n'

/** So many frames are put round each claim. */
const EACH = 2
/** Of fewer tokens no sentence is made that could stand inside another. */
const LEAST_TOKENS = 5

/** Small documents made of the claims in a labelled one, each claim put in other ways. The same document gives the same ones. */
export function variedFrom(document: Labelled, pack: Pack): Labelled[] {
  return claimSentences(document, pack)
    .filter(({ sentence, tokens }) => tokens >= LEAST_TOKENS && isPlainText(sentence))
    .flatMap(({ sentence, claim: { rule, also } }) =>
      Array.from({ length: EACH }, (_, round) => varied(sentence, rule, also, round)),
    )
}

function varied(sentence: string, rule: string, also: readonly string[], round: number): Labelled {
  const { stays, forms } = chosen(FRAMES, `frame ${round} ${sentence}`)
  const form = chosen(forms, `form ${round} ${sentence}`)
  const place = chosen(PLACES, `place ${round} ${sentence}`)
  const kind = /\{([scbi])\}/.exec(form)?.[1] ?? 's'
  const [before = '', after = ''] = form.split(/\{[scbi]\}/)
  const said = inForm(sentence, kind)
  const [above = '', below = ''] = place.split('{s}')
  const text = `${SETTING}${above}${before}${said}${after}${below}\n`
  const start = SETTING.length + above.length + before.length
  const claims = stays ? [{ start, end: start + said.length, rule, also }] : []
  return { name: 'varied', register: 'varied', text, claims, borderline: [], clean: [] }
}

const chosen = <One>(list: readonly One[], name: string): One => list[(hashText(name) >>> 3) % list.length] as One

function inForm(sentence: string, kind: string): string {
  if (kind === 'c') return insideSentence(sentence)
  if (kind === 'b') return withoutEnd(sentence)
  return kind === 'i' ? withoutEnd(insideSentence(sentence)) : sentence
}

/** Marks that would mean something else in another place. */
const isPlainText = (sentence: string): boolean => !/[|"“”\uFFFC[\]`>#*_]/.test(sentence)
