import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings } from '../../engine/settings.js'
import { root } from '../../scripts/pack-files.js'
import { readCorpus } from '../../scripts/quality/labelled.js'
import { figures, scoreAll } from '../../scripts/quality/score.js'
import { product } from '../product.js'

/** `keptAsideSince`: the documents that were written after the first judge. */
type Floors = Record<'development' | 'keptAside' | 'keptAsideSince', Record<string, number>>

const floors = JSON.parse(readFileSync(join(root, 'test/quality/floors.json'), 'utf8')) as Floors

/** Figures on the documents of ours whose names fit; only numbers, since the errors of those kept aside are not to be read. */
function measured(names: RegExp): Record<string, number> {
  const documents = readCorpus(join(root, 'test/corpus'), (name) => names.test(name))
  assert.ok(documents.length > 0, 'no labelled documents')
  return figures(
    scoreAll(documents, ({ text }) => lint(parseDocument(text, 'markdown'), product(), defaultSettings).findings),
  )
}

/** A floor was reached once and is not given up; whoever passes it by far raises it. */
function check(set: keyof Floors, names: RegExp): void {
  const reached = measured(names)
  for (const [figure, floor] of Object.entries(floors[set])) {
    it(`keeps ${figure} at ${floor} or more on our own ${set} documents`, () => {
      assert.ok((reached[figure] ?? 0) >= floor, `${figure} is ${reached[figure]?.toFixed(3)}`)
    })
  }
}

describe('The floors', () => {
  check('development', /^0[1-8]-/)
  check('keptAside', /^(09|1[0-6])-/)
  check('keptAsideSince', /^(1[7-9]|[2-5]\d)-/)
})
