import assert from 'node:assert/strict'
import { checkExamples, SILENT } from '../../engine/rules/check-examples.js'
import { product } from '../product.js'

const LEAST = 8

describe('The examples of every rule', () => {
  for (const rule of product().rules) {
    it(`${rule.id}: hold, and use every pattern`, () => {
      const wrong = checkExamples(product(), [rule]).filter(({ ok }) => !ok)
      assert.deepEqual(
        wrong.map(({ kind, text, message }) => `${kind}: ${text} (${message})`),
        [],
      )
    })

    const { element } = rule
    if (element) {
      it(`${rule.id}: show what gives it and what does not`, () =>
        assert.ok(element.covers.length > 0 && element.lacks.length > 0))
      continue
    }

    it(`${rule.id}: are at least ${LEAST} flagged and ${LEAST} clean, cleared by different guards`, () => {
      const { flag, clean } = rule.examples
      assert.ok(flag.length >= LEAST, `${flag.length} flagged`)
      assert.ok(clean.length >= LEAST, `${clean.length} clean`)
      assert.ok(new Set(clean.map(({ because }) => because)).size >= 4, 'fewer than four guards')
    })
  }

  it('exercise the guards: in at least a third of the clean ones a claim was found and cleared', () => {
    // The gate passes by what is plainly no claim, so the guards are tried without it.
    const { judge: _, ...guardsAlone } = product()
    const clean = checkExamples(
      guardsAlone,
      guardsAlone.rules.filter(({ element }) => !element),
    ).filter(({ kind }) => kind === 'clean')
    const silent = clean.filter(({ message }) => message === SILENT)
    assert.ok(silent.length <= (clean.length * 2) / 3, `${silent.length} of ${clean.length} were never in question`)
  })
})
