import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { loadKnowledge } from '../../engine/rules/load-knowledge.js'

const sound = {
  report: `key: report
short: Reed et al.
authors: [Ada Reed]
title: A report
institution: An institute
year: n.d.
sections:
  - { title: Conclusion, page: 35 }
`,
  limitations: `- id: no-guarantee
  section: Conclusion › Last words
  page: 35
  limitation: Nothing is certain.
  sources: [reed]
`,
  figures: `figures:
  - { id: half, about: Share, say: A half., rules: [], sources: [reed] }
neverPrint:
  - { id: seven, pattern: 'seven\\s+in\\s+eight' }
`,
  newer: `- id: later
  date: May 2025
  effect: narrows
  level: A
  rules: [training/robust-everywhere]
  limitations: [no-guarantee]
  say: It went better.
  source: reed
`,
  benchmarks: `- id: quiz
  name: Quiz
  aliases: [Quiz One]
  kind: safety
  measures: Answers.
  inStudy: false
  correlation: null
  interval: null
  models: null
  verdict: null
  capabilityCorrelated: false
  basis: null
  source: reed
  paper: null
`,
  sources: `- { id: reed, authors: Reed, year: 2020, title: A work, venue: null, url: null }
`,
}

type Name = keyof typeof sound

/** Loads the sound files with one of them changed, and compares the problems as `file:line:column message`. */
function check(name: Name, from: string, to: string, ...expected: readonly string[]): void {
  assert.ok(sound[name].includes(from), `${name} has no '${from}'`)
  const texts = { ...sound, [name]: sound[name].replace(from, to) }
  assert.deepEqual(problemsOf(texts), expected)
}

function problemsOf(texts: Partial<Record<Name, string>>): string[] {
  const files = Object.entries(texts).map(([name, text]) => ({ path: `knowledge/${name}.yaml`, text }))
  return loadKnowledge(files).problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
}

describe('loading knowledge', () => {
  it('finds nothing wrong with sound files', () => {
    assert.deepEqual(problemsOf(sound), [])
  })

  it('takes no files at all for empty knowledge', () => {
    const { knowledge, problems } = loadKnowledge([])
    assert.deepEqual(problems, [])
    assert.deepEqual(knowledge.benchmarks, [])
  })

  it('tells which file is missing', () => {
    const { newer: _, ...rest } = sound
    assert.deepEqual(problemsOf(rest), ['knowledge/newer.yaml:1:1 the file is missing'])
  })

  it('points at broken YAML', () => {
    const [problem] = problemsOf({ ...sound, sources: '- { id: reed\n' })
    assert.match(problem ?? '', /^knowledge\/sources\.yaml:2:1 /)
  })

  it('leaves out a broken entry and keeps the others', () => {
    const more = `${sound.sources}- { id: other, authors: Other, year: 2021, title: 7, venue: null, url: null }\n`
    const files = Object.entries({ ...sound, sources: more }).map(([name, text]) => ({
      path: `knowledge/${name}.yaml`,
      text,
    }))
    const { knowledge, problems } = loadKnowledge(files)
    assert.deepEqual(
      knowledge.sources.map(({ id }) => id),
      ['reed'],
    )
    assert.deepEqual(
      problems.map(({ line, column, expected }) => [line, column, expected]),
      [[2, 51, 'string']],
    )
  })

  it('refuses an entry without a source', () => {
    check(
      'limitations',
      '[reed]',
      '[]',
      'knowledge/limitations.yaml:5:12 sources: at least one source',
      ...unknownLimitation,
    )
  })

  it('refuses a source that does not exist', () => {
    check('limitations', '[reed]', '[reef]', "knowledge/limitations.yaml:5:13 no-guarantee: no source is called 'reef'")
  })

  it('refuses an id that stands twice', () => {
    const entry = '- { id: reed, authors: Reed, year: 2020, title: A work, venue: null, url: null }\n'
    check('sources', entry, entry + entry, "knowledge/sources.yaml:2:9 'reed' stands twice")
  })

  it('refuses a section that is not in the table of contents', () => {
    check(
      'limitations',
      'Conclusion',
      'Preface',
      "knowledge/limitations.yaml:2:12 'Preface' is not in the table of contents",
    )
  })

  it('refuses a page on which the section does not begin', () => {
    check(
      'limitations',
      'page: 35',
      'page: 36',
      "knowledge/limitations.yaml:3:9 'Conclusion' does not begin on page 36",
    )
  })

  it('refuses a name that two benchmarks bear', () => {
    check('benchmarks', '[Quiz One]', '[QUIZ]', "knowledge/benchmarks.yaml:3:13 'QUIZ' already names quiz")
  })

  it('refuses a fact at second hand without its reporter', () => {
    check('newer', 'level: A', 'level: C', 'knowledge/newer.yaml:1:3 reporter: a fact of level C names its reporter')
  })

  it('refuses a fact that narrows nothing in particular', () => {
    const message = 'limitations: a fact that narrows or disputes names the limitations beside which it is shown'
    check('newer', '[no-guarantee]', '[]', `knowledge/newer.yaml:6:16 ${message}`)
  })

  it('refuses a bare year for the report', () => {
    const [problem] = problemsOf({ ...sound, report: sound.report.replace('n.d.', "'2024'") })
    assert.match(problem ?? '', /^knowledge\/report\.yaml:6:7 year: /)
  })

  it('refuses a forbidden figure, also where a line ends inside it', () => {
    check(
      'limitations',
      'Nothing is certain.',
      'It holds for seven\n    in eight.',
      "knowledge/limitations.yaml:4:28 'seven\n    in eight' must not be printed (seven)",
    )
  })
})

const unknownLimitation = ["knowledge/newer.yaml:6:17 later: no limitation is called 'no-guarantee'"]
