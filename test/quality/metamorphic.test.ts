import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/pack-files.js'
import { readCorpus } from '../../scripts/quality/labelled.js'
import { type Held, tryVariants } from '../../scripts/quality/metamorphic.js'
import { variants } from '../../scripts/quality/variants.js'
import { product } from '../product.js'

const floors = (
  JSON.parse(readFileSync(join(root, 'test/quality/floors.json'), 'utf8')) as { variants: Record<string, number> }
).variants

let tried: readonly Held[] | undefined

/** The share of our labelled claims that fare as they should when they are put otherwise. */
function check(name: string): void {
  tried ??= tryVariants(readCorpus(join(root, 'test/corpus')), product())
  const one = tried.find(({ variant }) => variant.name === name)
  assert.ok(one && one.tried > 100, 'too few claims to tell')
  const share = one.held / one.tried
  assert.ok(share >= (floors[name] ?? 1), `${share.toFixed(3)}; floor ${floors[name]}`)
}

describe('A claim that is found', function () {
  this.timeout(120_000)

  for (const { name, stays } of variants) {
    it(`${stays ? 'stays one' : 'is one no more'} ${name}`, () => check(name))
  }
})
