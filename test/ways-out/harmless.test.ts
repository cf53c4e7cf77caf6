import { deepEqual, equal } from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { acceptEdits } from '../../engine/findings/fixes/accept.js'
import { applyEdits, insertion } from '../../engine/findings/fixes/edit.js'
import { harmlessEdits } from '../../engine/findings/fixes/harmless.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings } from '../../engine/settings.js'
import { product } from '../product.js'

function tidy(source: string): string {
  const document = parseDocument(source, 'markdown')
  const edits = harmlessEdits(document, lint(document, product(), defaultSettings), product())
  return applyEdits(source, acceptEdits(edits).edits)
}

/** What is harmless is done, and a second run has nothing to do. */
function check(source: string, expected: string): void {
  equal(tidy(source), expected)
  equal(tidy(expected), expected)
}

const note = (label: string): string => `[^${label}]: Janků et al. (n.d.), We have no science of safe AI, p. 17.`

describe('Harmless fixes', () => {
  it('remove unused directives with their line', () =>
    check('One.\n\n<!-- proviso-disable-next-line framing/absolute-safety -- agreed -->\nTwo.\n', 'One.\n\nTwo.\n'))
  it('lead marks of a note that stands there twice to the first', () =>
    check(
      `One.[^a] Two.[^b]\n\n${note('a')}\n\n${note('b')}\n\nThree.\n`,
      `One.[^a] Two.[^a]\n\n${note('a')}\n\nThree.\n`,
    ))
  it('remove a second definition of the same label', () =>
    check(`One.[^a]\n\n${note('a')}\n\n${note('a')}\n`, `One.[^a]\n\n${note('a')}\n`))
  it('remove a mark that stands twice at one place', () =>
    check(`One.[^a][^a]\n\n${note('a')}\n`, `One.[^a]\n\n${note('a')}\n`))
  it('leave other notes alone', () => {
    const text = 'One.[^a] Two.[^b]\n\n[^a]: See Annex B.\n\n[^b]: See Annex B.\n'
    check(text, text)
  })
})

describe('Edits that are made together', () => {
  it('do not overlap: what comes second is refused', () => {
    const [one, other] = [
      { start: 0, end: 4, pieces: ['x'] },
      { start: 3, end: 6, pieces: [] },
    ]
    deepEqual(acceptEdits([one, other]), { edits: [one], refused: [other] })
  })
  it('may stand at one place, one after the other', () => {
    const edits = [insertion(3, 'a'), insertion(3, 'b'), { start: 3, end: 5, pieces: [] }]
    equal(acceptEdits(edits).refused.length, 0)
    equal(applyEdits('0123456', acceptEdits(edits).edits), '012ab56')
  })
})
