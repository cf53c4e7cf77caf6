import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parse } from 'yaml'
import { fillMessage } from '../../engine/findings/describe.js'
import type { Rule } from '../../engine/rules/pack.js'
import { builtIn, filesUnder } from './built-in.js'

const rules = filesUnder('rules', '.yaml').map(({ text }) => parse(text) as Rule)
const { limitations, figures, newer } = builtIn.knowledge
const idsOf = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id))

describe('rules and knowledge', () => {
  it('fit each other: every limitation and figure that a rule names exists', () => {
    const known = { limitations: idsOf(limitations), figures: idsOf(figures) }
    for (const rule of rules) {
      for (const id of rule.limitations) assert.ok(known.limitations.has(id), `${rule.id}: ${id}`)
      for (const id of rule.figures) assert.ok(known.figures.has(id), `${rule.id}: ${id}`)
    }
  })

  it('fit each other: every rule that a figure or a newer fact names exists', () => {
    const known = idsOf(rules)
    for (const entry of [...figures, ...newer]) {
      for (const rule of entry.rules) assert.ok(known.has(rule), `${entry.id}: ${rule}`)
    }
  })

  it('give every rule a limitation to cite', () => {
    for (const { id, limitations } of rules) assert.ok(limitations.length > 0, id)
  })

  it('make messages that read as one sentence without the words of a claim', () => {
    for (const { id, message } of rules) {
      const said = fillMessage(message.trim(), {})
      assert.match(said, /^[A-Z][^{}]*[.]$/, id)
      assert.ok(said.length <= 160, `${id}: ${said.length} characters`)
    }
  })
})
