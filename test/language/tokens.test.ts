import assert from 'node:assert/strict'
import fc from 'fast-check'
import { tokenize } from '../../engine/language/tokens.js'

function check(text: string, norms: string): void {
  assert.equal(
    tokenize(text)
      .map(({ norm }) => norm)
      .join(' '),
    norms,
  )
}

describe('Tokens', () => {
  it('are words in lower case, numbers and single marks', () => check('We ran 2,400 tests.', 'we ran 2,400 tests .'))
  it('come apart at a hyphen, so that "red-teaming" and "red teaming" are the same', () =>
    check('Red-teaming and red teaming', 'red teaming and red teaming'))
  it('take contractions apart', () => check("It can't, won't and cannot", 'it can not , will not and can not'))
  it('read a curly apostrophe as a straight one', () =>
    check('The model’s answers don’t', "the model 's answers do not"))
  it('keep a plural possessive together', () => check("raters' choices", "raters ' choices"))
  it('fold British into American spelling', () =>
    check('organisations analysed behaviour', 'organizations analyzed behavior'))
  it('read every spaced or long dash as one mark', () =>
    check('safe – and sound — always', 'safe — and sound — always'))
  it('hold a run of placeholders as one', () => check('the \uFFFC\uFFFC\uFFFC flag', 'the \uFFFC flag'))
  it('keep decimals and powers whole', () => check('10^25 operations, 0.4 %', '10^25 operations , 0.4 %'))

  it('share the span of a contraction between its parts', () => {
    const spans = tokenize("can't").map(({ start, end }) => [start, end])
    assert.deepEqual(spans, [
      [0, 2],
      [2, 5],
    ])
  })

  it('never throw, never overlap and stay in range, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let reached = 0
        for (const { start, end } of tokenize(text)) {
          assert.ok(start >= reached && end > start && end <= text.length)
          reached = end
        }
      }),
    )
  })
})
