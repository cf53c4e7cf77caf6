import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseDocument } from '../../engine/document/parse.js'
import { sentencesIn, splitSentences } from '../../engine/language/sentences.js'
import { anyText } from './fragments.js'

/** `marked` is the text with `|` where a sentence ends and another begins. */
function check(marked: string): void {
  const text = marked.replaceAll('|', '')
  const sentences = sentencesIn(text).map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(
    sentences,
    marked.split('|').map((sentence) => sentence.trim()),
  )
}

const cases: Readonly<Record<string, readonly string[]>> = {
  'at stops': ['It is safe.| We tested it.| Did we?| Yes!| Good.', 'Really?!| Yes.', 'It is\nsafe.|\nWe tested\nit.'],
  'behind closing marks': [
    '“It is safe.”| They said so.',
    'It works (we think.)| So be it.',
    '"Is it safe?" she asked.',
  ],
  'but not behind abbreviations': [
    'Some tests, e.g. on prompts, i.e. text, passed.| End.',
    'Dr. Amara Voss and Prof. Lind agree.| So do we.',
    'See Fig. 3, Art. 5, Sec. II, pp. 4 and No. 7 there.| Done.',
    'Fern et al. (2031) found it, cf. Moss vs. Reed.| End.',
    'It took approx. 4 days, etc. and more.',
    'The U.S. Government agreed.',
  ],
  'behind abbreviations that end one': [
    'We sell to Lanternworks Inc.| The model is small.',
    'We test prompts, images etc.| Then we stop.',
    'It runs in the U.S.| It is safe.',
    'Is it safe?| No.| It is not.',
    'This is the state of the art.| We like it.',
  ],
  'but not behind initials and numbers': [
    'J. R. Voss wrote it.',
    'GPT-4.1 and v2.1 scored 3.5 and .7 here.| End.',
    'Plan B.| The rest follows.',
    'Version 2.0.1 is out.| Try it.',
  ],
  'and keep the number of an item with it': [
    '1. It is safe.| We know.',
    '(a) It is safe.| (b) We know.',
    'iv. It is safe.',
  ],
  'and at an ellipsis before a capital': ['It is safe...| Or not.', 'It is … safe.', 'Well... it is.'],
  'where the space is lost': ['It is safe.|The model works.', 'Node.js and lab.example are names.'],
  'behind the number of a note': [
    'It is safe.[3]| We know.',
    'It is safe.12| We know.',
    'It is safe.[3, 5–7]| We know.',
  ],
}

describe('sentences end', () => {
  for (const [title, texts] of Object.entries(cases)) it(title, () => texts.forEach(check))

  it('never inside a heading', () => {
    const [heading] = parseDocument('# Safe. And sound.', 'markdown').blocks
    assert.ok(heading)
    assert.deepEqual(splitSentences(heading), [{ start: 0, end: 16 }])
  })

  it('inside cells and items too', () => {
    const [item] = parseDocument('- Safe. And sound.', 'markdown').blocks
    assert.ok(item)
    assert.equal(splitSentences(item).length, 2)
  })

  it('so that all words are in one of them, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const { start, end } of sentencesIn(text)) {
          assert.ok(start >= before && end > start)
          assert.equal(text.slice(before, start).trim(), '')
          assert.equal(text.slice(start, end).trim(), text.slice(start, end))
          before = end
        }
        assert.equal(text.slice(before).trim(), '')
      }),
    )
  })
})
