/**
 * Puts the examples of the rules where the engine of today belongs them: `npm run sort-examples -- [RULE PREFIX]`.
 * A flagged example that is found has its brackets set to the words marked; one that is not goes to `missed`; a clean one that is flagged
 * goes to `alarms`, and back again when a repair has changed that. Read the difference before you commit it: every line in `missed` or
 * `alarms` is a known error that the rule's page shows.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseDocument as parseYaml } from 'yaml'
import { parseDocument } from '../engine/document/parse.js'
import { lint } from '../engine/lint.js'
import { checkExamples, readBrackets, SETTING, SILENT } from '../engine/rules/check-examples.js'
import { loadPack } from '../engine/rules/load-pack.js'
import type { Rule } from '../engine/rules/pack.js'
import { claimsAlone } from '../engine/settings.js'
import { packFiles, root } from './pack-files.js'
import { readBank } from './quality/labelled.js'

const { pack } = loadPack(packFiles())
const bank = readBank(join(root, 'knowledge/sentences'), 'all', '')
const prefix = process.argv[2] ?? ''
function sortExamples(rule: Rule): void {
  const { flag, clean, missed, alarms } = rule.examples
  const tried = [...flag, ...missed].map((example) => ({ example, found: marked(rule, example) }))
  const found = tried.flatMap((one) => one.found ?? [])
  const unused = new Set(unusedPatterns(rule, found))
  const further = fromBank(rule, unused)
  const clears = checkExamples(pack, [{ ...rule, examples: { ...rule.examples, clean: [...clean] } }]).filter(
    ({ kind }) => kind === 'clean',
  )
  const kept = clean.filter((_, at) => clears[at]?.ok)
  const wrong = clean.filter((_, at) => !clears[at]?.ok)
  const flagged = wrong.filter(({ text }) => isFlagged(text))
  const otherReason = wrong.filter(({ text }) => !isFlagged(text))
  const silent = clears.filter(({ message }) => message === SILENT).length
  write(rule, {
    flag: [...found, ...further],
    // Cleared, though by another guard than the one named: the text stays and the reason is corrected by hand.
    clean: [...kept, ...otherReason.map(({ text }) => ({ text, because: reasonOf(rule, text) }))],
    missed: tried.flatMap((one) => (one.found ? [] : [one.example])),
    alarms: [...alarms.filter(isFlagged), ...flagged.map(({ text }) => text)],
  })
  dropPatterns(rule, [...unused])
  const sums = [found.length, tried.length, kept.length, clean.length, silent]
  console.log(
    `${rule.id}: found ${sums[0]}/${sums[1]}, clean ${sums[2]}/${sums[3]} (${sums[4]} never in question), ${further.length} from the bank, ${unused.size} patterns dropped`,
  )
}

const unusedPatterns = (rule: Rule, flag: readonly string[]): string[] =>
  checkExamples(pack, [{ ...rule, examples: { flag, clean: [], missed: [], alarms: [] } }]).flatMap(
    ({ kind, message }) => (kind === 'pattern' ? [message.replace('no flag example uses ', '')] : []),
  )

/** Sentences of the bank that use patterns which no example uses; what they use is taken off the list. */
function fromBank(rule: Rule, unused: Set<string>): string[] {
  const chosen: string[] = []
  for (const { text, claims } of bank) {
    const [claim] = claims
    if (unused.size === 0) break
    if (claim?.rule !== rule.id || /\[|\]/.test(text)) continue
    const example = marked(
      rule,
      `${text.slice(0, claim.start)}[${text.slice(claim.start, claim.end)}]${text.slice(claim.end)}`,
    )
    if (!example) continue
    const still = new Set(unusedPatterns(rule, [example]))
    const used = [...unused].filter((name) => !still.has(name))
    if (used.length > 0) chosen.push(example)
    for (const name of used) unused.delete(name)
  }
  return chosen
}

/** A pattern that nothing in the bank or the examples ever uses only costs time. */
function dropPatterns(rule: Rule, names: readonly string[]): void {
  const path = join(root, `rules/${rule.id}.yaml`)
  const document = parseYaml(readFileSync(path, 'utf8'))
  for (const list of ['claim', 'phrase']) {
    const places = names.flatMap((name) => (name.startsWith(`${list} `) ? [Number(name.split(' ')[1])] : []))
    for (const place of places.sort((a, b) => b - a)) document.deleteIn([`${list}s`, place])
  }
  writeFileSync(path, document.toString({ lineWidth: 140, flowCollectionPadding: false }))
}

const findingsIn = (text: string) => lint(parseDocument(text, 'markdown'), pack, claimsAlone).findings

const isFlagged = (text: string): boolean => findingsIn(SETTING + text).length > 0

/** The example with brackets round the words that the engine marks, when exactly this rule marks words that overlap its brackets. */
function marked(rule: Rule, example: string): string | undefined {
  const read = readBrackets(example)
  if (!read) return undefined
  const [only, ...others] = findingsIn(SETTING + read.text)
  if (!only || others.length > 0 || only.rule !== rule.id) return undefined
  const [start, end] = [only.span.start - SETTING.length, only.span.end - SETTING.length]
  if (start >= read.span.end || end <= read.span.start) return undefined
  return `${read.text.slice(0, start)}[${read.text.slice(start, end)}]${read.text.slice(end)}`
}

function reasonOf(rule: Rule, text: string): string {
  const [result] = checkExamples(pack, [
    { ...rule, examples: { flag: [], clean: [{ text, because: 'other' }], missed: [], alarms: [] } },
  ])
  return /cleared by (N\d)/.exec(result?.message ?? '')?.[1] ?? 'other'
}

function write(rule: Rule, examples: Record<string, unknown>): void {
  const path = join(root, `rules/${rule.id}.yaml`)
  const document = parseYaml(readFileSync(path, 'utf8'))
  if (!isMap(document.contents)) return
  document.setIn(['examples'], document.createNode(examples))
  writeFileSync(path, document.toString({ lineWidth: 140, flowCollectionPadding: false }))
}

for (const rule of pack.rules.filter(({ id }) => id.startsWith(prefix))) sortExamples(rule)
