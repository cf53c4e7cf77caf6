import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { forbiddenIn } from '../../engine/rules/never-print.js'
import { qualifies } from '../../engine/rules/pack.js'
import { builtIn, filesUnder, reportText } from './built-in.js'

const { knowledge, neverPrint, problems } = builtIn

const benchmark = (id: string) => {
  const found = knowledge.benchmarks.find((one) => one.id === id)
  assert.ok(found, `no benchmark ${id}`)
  return found
}

describe('the knowledge that ships', () => {
  it('has no problem', () => {
    assert.deepEqual(problems, [])
  })

  it('is all there', () => {
    assert.equal(knowledge.benchmarks.length, 78)
    assert.equal(knowledge.limitations.length, 64)
    assert.equal(knowledge.figures.length, 16)
    assert.ok(knowledge.newer.length >= 30)
  })

  it('has a source on every entry', () => {
    const ids = new Set(knowledge.sources.map(({ id }) => id))
    for (const { id, sources } of [...knowledge.limitations, ...knowledge.figures]) {
      assert.ok(sources.length > 0 && sources.every((source) => ids.has(source)), id)
    }
    for (const { id, source } of [...knowledge.newer, ...knowledge.benchmarks]) assert.ok(ids.has(source), id)
  })

  it('never gives the report a bare year', () => {
    assert.equal(knowledge.report.year, 'n.d.')
    assert.equal(knowledge.sources.find(({ id }) => id === knowledge.report.key)?.year, null)
  })

  it('names the reporter of what is known at second hand', () => {
    for (const { id, level, reporter } of knowledge.newer) assert.ok(level !== 'C' || reporter, id)
  })

  it('ties every fact that narrows or disputes to the limitations beside which it is shown', () => {
    for (const { id, effect, limitations } of knowledge.newer)
      assert.ok(!qualifies(effect) || limitations.length > 0, id)
  })

  it('leaves out what may not be printed yet', () => {
    const text = JSON.stringify(knowledge.newer)
    for (const never of ['METR', 'Hugging Face', '0.599', 'Opus 5.5', '2026/1744'])
      assert.ok(!text.includes(never), never)
  })
})

describe('the benchmarks on record', () => {
  const figures = { truthfulqa: [81.2, 69.7], ethics: [82.2, 70.3], 'mt-bench': [78.7, 64.2] } as const
  for (const [id, [chat, base]] of Object.entries(figures)) {
    it(`give ${id} ${chat} % on 26 chat models and ${base} % on base models`, () => {
      assert.deepEqual(benchmark(id).correlation, { chat, base })
      assert.equal(benchmark(id).models?.chat, 26)
      assert.equal(benchmark(id).capabilityCorrelated, true)
    })
  }

  it('say that the figure for TruthfulQA is of its multiple-choice task', () => {
    assert.equal(benchmark('truthfulqa').split, 'MC1')
  })

  it('print no figure for MACHIAVELLI, since its sign is in doubt', () => {
    const { correlation, splits, interval, verdict, note } = benchmark('machiavelli')
    assert.deepEqual([correlation, splits, interval, verdict], [null, [], null, null])
    assert.match(note ?? '', /sign reported for MACHIAVELLI differs between the arXiv and the NeurIPS version/)
  })

  it('print no figure for BBQ without its split', () => {
    assert.equal(benchmark('bbq').correlation, null)
    assert.deepEqual(
      benchmark('bbq').splits.map(({ name, capabilityCorrelated }) => [name, capabilityCorrelated]),
      [
        ['Ambiguous', false],
        ['Disambiguated', true],
      ],
    )
  })

  it('have no figure for a benchmark outside the study', () => {
    for (const { id, inStudy, correlation, interval, capabilityCorrelated } of knowledge.benchmarks) {
      if (!inStudy) assert.deepEqual([correlation, interval, capabilityCorrelated], [null, null, false], id)
    }
  })

  it('have the figure inside its interval', () => {
    for (const { id, correlation, interval } of knowledge.benchmarks) {
      if (!correlation?.chat || !interval) continue
      assert.ok(interval[0] < correlation.chat && correlation.chat < interval[1], id)
    }
  })

  it('mark names that are everyday words as counting in capitals only', () => {
    for (const id of ['ethics', 'quality', 'rules', 'math', 'sad', 'mask'])
      assert.ok(benchmark(id).exactCase.length > 0, id)
  })
})

describe('figures that failed their check', () => {
  const check = (text: string, id: string | undefined) => assert.equal(forbiddenIn(text, neverPrint)[0]?.id, id, text)

  it('are recognised in our own text', () => {
    check('GPT-4 has 175 billion parameters.', 'gpt4-size')
    check('Drug makers spend 45 times as much.', 'pharma-ratio')
    check('Some 90 % of pharma budgets', 'pharma-share')
    check('at every 5x in training compute', 'fivefold-compute')
    check('a ratio of 250 to 1', 'money-ratio')
    check('MACHIAVELLI (-49.9 %)', 'machiavelli-figure')
    check('MACHIAVELLI is free of capability', 'machiavelli-counter-example')
    check('Janků et al. (2024)', 'bare-year')
  })

  it('are told from figures that may be printed', () => {
    check('Janků et al. (n.d.)', undefined)
    check('Janků et al. (c. 2024)', undefined)
    check('Llama 3.1 405B has 405 billion parameters.', undefined)
    check('about 40 times as much expert effort', undefined)
    check('59.9 % for AlpacaEval', undefined)
  })

  it('stand nowhere in rules, knowledge or documentation', () => {
    const files = [...filesUnder('rules', '.yaml'), ...filesUnder('knowledge', '.yaml'), ...filesUnder('docs', '.md')]
    const printed = files.flatMap(({ path, text }) => {
      const own = path.endsWith('knowledge/figures.yaml') ? text.slice(0, text.search(/^neverPrint:/m)) : text
      return forbiddenIn(own, neverPrint).map(({ id, start, end }) => `${path}: ${id}: ${own.slice(start, end)}`)
    })
    assert.deepEqual(printed, [])
  })
})

describe('the wording of limitations', () => {
  it('shares no six words in a row with the report', function () {
    const report = reportText()
    if (report === undefined) {
      console.log('      skipped: not here')
      return this.skip()
    }
    const known = sixes(report)
    const shared = knowledge.limitations.flatMap(({ id, limitation, note = '' }) =>
      [...sixes(limitation), ...sixes(note)].filter((six) => known.has(six)).map((six) => `${id}: ${six}`),
    )
    assert.deepEqual(shared, [])
  })
})

function sixes(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(5).map((_, at) => words.slice(at, at + 6).join(' ')))
}
