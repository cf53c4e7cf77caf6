import { compileRules } from '../rules/compile-rules.js'
import { loadRules, type PackFile } from '../rules/load-pack.js'
import type { Pack, Rule } from '../rules/pack.js'
import type { Problem } from '../rules/problem.js'

export interface Extended {
  readonly pack: Pack
  /** The rules that came from the files, with their files. */
  readonly own: ReadonlyMap<Rule, PackFile>
  readonly problems: readonly Problem[]
}

/**
 * A pack with the rules of more files, compiled with the pack's own lexicon. A rule with the id of a built-in one takes its
 * place. Files with something wrong are reported and left out; the rest works.
 */
export function extendPack(pack: Pack, files: readonly PackFile[]): Extended {
  const problems: Problem[] = []
  const read = onlyFirst(loadRules(files, problems), problems)
  const wrong = new Set(problemsOf(read, pack, problems).map(({ file }) => file))
  const own = new Map([...read].filter(([, file]) => !wrong.has(file.path)))
  const ids = new Set([...own.keys()].map(({ id }) => id))
  const rules = new Map([...builtIn(pack, ids), ...own])
  const { compiled } = compileRules(rules, pack.lexicon)
  const sorted = [...rules.keys()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { pack: { ...pack, rules: sorted, compiled }, own, problems }
}

function builtIn(pack: Pack, replaced: ReadonlySet<string>): [Rule, PackFile][] {
  const kept = pack.rules.filter(({ id }) => !replaced.has(id))
  return kept.map((rule) => [rule, { path: `rules/${rule.id}.yaml`, text: '' }])
}

function problemsOf(rules: ReadonlyMap<Rule, PackFile>, pack: Pack, problems: Problem[]): readonly Problem[] {
  const { problems: found } = compileRules(rules, pack.lexicon)
  problems.push(...found)
  return found
}

function onlyFirst(rules: ReadonlyMap<Rule, PackFile>, problems: Problem[]): Map<Rule, PackFile> {
  const byId = new Map<string, PackFile>()
  const kept = new Map<Rule, PackFile>()
  for (const [rule, file] of rules) {
    const first = byId.get(rule.id)
    if (first) {
      const message = `the rule ${rule.id} stands in ${first.path} too`
      problems.push({ file: file.path, line: 1, column: 1, message, expected: 'an id of its own' })
    } else {
      byId.set(rule.id, file)
      kept.set(rule, file)
    }
  }
  return kept
}
