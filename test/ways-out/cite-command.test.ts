import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createRequire } from 'node:module'
import { runOn } from '../cli/workspace.js'
import { product } from '../product.js'

const require = createRequire(import.meta.url)
const { Cite, logger } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
require('@citation-js/plugin-csl')

async function cite(...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await runOn({}, ['cite', ...args], { loadPack: product })
  deepEqual([stderr, code], ['', 0])
  return stdout
}

/** How many entries Citation.js reads in a text; a warning is a failure. */
function entriesIn(text: string): number {
  const warnings: unknown[] = []
  const before = logger.warn
  logger.warn = (...words: unknown[]) => warnings.push(words)
  try {
    return new Cite(text).data.length
  } finally {
    logger.warn = before
    deepEqual(warnings, [])
  }
}

const { limitations, sources, report } = product().knowledge
const behind = new Set(limitations.flatMap((one) => one.sources))
const ALL = 1 + limitations.length + sources.filter(({ id }) => behind.has(id) && id !== report.key).length

describe('proviso cite', () => {
  it('exports the report, all limitations and the works behind them, as Citation.js reads them', async () => {
    equal(entriesIn(await cite('--format', 'bibtex')), ALL)
    equal(entriesIn(await cite('--format', 'csl-json')), ALL)
    equal(entriesIn(await cite('--format', 'ris')), ALL)
    equal((await cite()).trim().split('\n\n').length, ALL)
  })
  it('calls an entry the same in every format', async () => {
    const keys = JSON.parse(await cite('-f', 'csl-json')).map(({ id }: { id: string }) => id)
    deepEqual(
      [...(await cite('-f', 'bibtex')).matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key),
      keys,
    )
    deepEqual(
      [...(await cite('-f', 'ris')).matchAll(/^ID {2}- (.+)$/gm)].map(([, key]) => key),
      keys,
    )
  })
  it('writes the report in four styles, without a year', async () => {
    const words: Readonly<Record<string, RegExp>> = {
      apa: /^Janků, D\., Reddel, M\., Yampolskiy, R\., & Hausenloy, J\. \(n\.d\.\)\. We have no science of safe AI\./,
      chicago:
        /^Janků, David, Max Reddel, Roman Yampolskiy, and Jason Hausenloy\. n\.d\. We Have No Science of Safe AI\./,
      ieee: /^D\. Janků, M\. Reddel, R\. Yampolskiy, and J\. Hausenloy, “We have no science of safe AI,”/,
      harvard: /^Janků, D\. et al\. \(no date\) We have no science of safe AI\./,
    }
    for (const [style, expected] of Object.entries(words)) {
      const text = await cite('janku2024', '--style', style)
      match(text, expected)
      ok(!/\b(?:19|20)\d\d\b/.test(text), text)
    }
  })
  it('exports a limitation with the works that it rests on', async () => {
    const [limitation] = limitations
    ok(limitation)
    const keys = JSON.parse(await cite(limitation.id, '-f', 'csl-json')).map(({ id }: { id: string }) => id)
    deepEqual(keys, [`janku2024-${limitation.id}`, ...limitation.sources.filter((id) => id !== report.key)])
  })
  it('exports what a rule rests on', async () =>
    match(
      await cite('training/rlhf-sufficient', '-f', 'bibtex'),
      /@techreport\{janku2024,[\s\S]*@article\{casper2023,/,
    ))
  it('says what may have been meant', async () => {
    const { stderr, code } = await runOn({}, ['cite', 'janku2042'], { loadPack: product })
    match(stderr, /nothing is called 'janku2042'; did you mean 'janku2024'\?/)
    equal(code, 2)
  })
})
