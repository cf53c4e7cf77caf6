import assert from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { limitationsElsewhere } from '../../engine/findings/limitation-elsewhere.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings } from '../../engine/settings.js'
import { product } from '../product.js'

const CLAIM = 'RLHF guarantees that the model is harmless.'
const INTRODUCTION = `# Our AI assistant\n\n${CLAIM}\n\nThe office is in Avonmark.\n`

/** Where the limitation of the first finding is said to stand: the kind, and the words in the text. */
function check(text: string, expected: readonly [kind: string, words: string] | undefined): void {
  const document = parseDocument(text, 'markdown')
  const [finding] = lint(document, product(), defaultSettings).findings
  assert.ok(finding, 'nothing was found')
  const blocks = document.blocks.map((block) => ({ block, by: 0 }))
  const found = limitationsElsewhere(blocks, product())(finding)
  assert.deepEqual(found && [found.kind, text.slice(found.start, found.end)], expected)
}

describe('A limitation that stands elsewhere', function () {
  this.timeout(60_000)

  it('is a passage on the same means, in a section on limitations', () => {
    const passage = 'We do not know how far RLHF reaches.'
    check(`${INTRODUCTION}\n## Limitations\n\nWe tested in English.\n\n${passage}\n`, ['passage', passage])
  })
  it('is the heading of that section where no passage names the means', () =>
    check(`${INTRODUCTION}\n## What our tests do not show\n\nWe tested in English.\n`, [
      'section',
      '## What our tests do not show',
    ]))
  it('is the footnote that a citation would use', () => {
    const pack = product()
    const { limitation, page } = pack.knowledge.limitations.find(
      ({ id }) => id === pack.rules.find((rule) => rule.id === 'training/rlhf-sufficient')?.limitations[0],
    ) ?? { limitation: '', page: 0 }
    const note = `${pack.knowledge.report.short}, p. ${page}: ${limitation}`
    check(`${INTRODUCTION}\nAnother matter.[^old]\n\n[^old]: ${note}\n`, ['footnote', note])
  })
  it('is none where no heading promises one', () =>
    check(`${INTRODUCTION}\n## Rate limits\n\nRLHF is slow.\n`, undefined))
  it('is none for a claim among the limitations', () =>
    check(`# Our AI assistant\n\n## Limitations\n\nIt is slow.\n\nThe office is in Avonmark.\n\n${CLAIM}\n`, undefined))
  it('is none under a heading with nothing below it', () =>
    check(`${INTRODUCTION}\n## Limitations\n\n## End\n`, undefined))
})
