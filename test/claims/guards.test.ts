import assert from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { explanations } from '../../engine/explain.js'
import { loadPack } from '../../engine/rules/load-pack.js'
import { packFiles } from '../../scripts/pack-files.js'

/** One rule over the real lexicon and the real guards, so that these sentences do not depend on how the rules are tuned. */
const rule = `
id: test/made-safe
title: Made safe
severity: warning
what: x
why: x
instead: x
message: x
claims:
  - { means: [technique.preference-training], property: [property.safe, property.harmless] }
phrases:
  - the filters can not be bypassed
examples: { flag: [], clean: [] }
`
const shared = packFiles().filter(({ path }) => path.startsWith('knowledge/') && path.endsWith('.yaml'))
const { pack } = loadPack([...shared, { path: 'rules/test/made-safe.yaml', text: rule }])

/** `stands`, `no claim`, or the guards that clear the claims of a text. */
function verdict(text: string): string {
  const considered = explanations(parseDocument(text, 'markdown'), pack, () => true).flatMap((one) => one.considered)
  if (considered.some(({ outcome }) => outcome === 'finding')) return 'stands'
  const guards = new Set(considered.flatMap((one) => one.guards ?? []))
  return guards.size === 0 ? 'no claim' : [...guards].sort().join(' ')
}

const stands = (text: string) => assert.equal(verdict(text), 'stands')
const cleared = (text: string, guard: string) => assert.match(verdict(text), new RegExp(guard))

describe('A claim', () => {
  it('is found in active, passive, causal and fronted form alike', () => {
    stands('RLHF makes the model safe.')
    stands('The model is made safe by RLHF.')
    stands('The model was trained with RLHF and is therefore safe.')
    stands('With RLHF, the model is safe.')
  })
  it('is found in a heading, a list item and a table cell', () => {
    stands('## RLHF makes it safe')
    stands('Benefits:\n\n- RLHF keeps the assistant safe')
    stands('| What | Why |\n|---|---|\n| RLHF | RLHF makes it safe |')
  })
  it('keeps its own negator', () => stands('In our AI product the filters cannot be bypassed.'))
})

describe('N1: a claim that is denied', () => {
  it('is cleared by "not" in its clause', () => cleared('RLHF does not make the model safe.', 'N1'))
  it('is cleared by a denied subject', () => cleared('No amount of RLHF makes a model safe.', 'N1'))
  it('is cleared from the clause above', () => cleared('We do not claim that RLHF makes the model safe.', 'N1'))
  it('is cleared behind it', () => cleared('Making the model safe with RLHF is not possible.', 'N1'))
  it('is cleared by a verb of failing', () => cleared('RLHF fails to make the model safe.', 'N1'))
  it('stands behind "not only"', () => stands('RLHF not only makes the model polite, it makes the model safe.'))
  it('stands when another clause is denied', () => stands('RLHF makes the model safe, and it does not slow it down.'))
})

describe('N2: a claim of others', () => {
  it('is cleared by a verb of reporting', () => cleared('Vendors say that RLHF makes models safe.', 'N2'))
  it('is cleared by who says so behind it', () => cleared('RLHF makes models safe, the brochure says.', 'N2'))
  it('is cleared by "according to"', () => cleared('According to the vendor, RLHF makes the model safe.', 'N2'))
  it('is cleared when the next sentence takes it back', () => cleared('RLHF makes models safe. It does not.', 'N2'))
  it('is cleared under a heading of myths', () => cleared('## Myth\n\nRLHF makes models safe.', 'N2'))
  it('stands when the author believes it', () => stands('We believe that RLHF makes our model safe.'))
  it('stands when a test is said to show it', () => stands('Our tests show that RLHF makes the model safe.'))
})

describe('N3: a question, a condition, a supposition', () => {
  it('is cleared when asked', () => cleared('Does RLHF make the model safe?', 'N3'))
  it('is cleared behind "if"', () => cleared('If RLHF makes the model safe, we will say so.', 'N3'))
  it('is cleared under "would"', () => cleared('RLHF would make the model safe.', 'N3'))
  it('is cleared in a story', () => cleared('Imagine that it is 2040. RLHF makes every model safe.', 'N3'))
})

describe('N4: an aim or a duty', () => {
  it('is cleared by "must"', () => cleared('RLHF must make the model safe.', 'N4'))
  it('is cleared by an aim', () => cleared('RLHF aims to make the model safe.', 'N4'))
  it('is cleared by a purpose', () => cleared('We use RLHF to make the model safe.', 'N4'))
  it('is cleared in an instruction', () => cleared('Make the model safe with RLHF.', 'N4'))
  it('is cleared in a list under a duty', () =>
    cleared('Providers of AI shall:\n\n- make the model safe with RLHF', 'N4'))
  it('is cleared when what a verbal noun names is called a goal', () =>
    cleared('Making the model safe with RLHF is one of our goals.', 'N4'))
  it('is cleared under a task that is not done', () =>
    cleared('The challenge of making the model safe with RLHF is daunting.', 'N4'))
  it('stands when the task is done', () => stands('The task of making the model safe with RLHF is done.'))
  it('is cleared where a page break cuts it off from its duty', () =>
    cleared('Providers of AI should use filters and\n\nmake the model safe with RLHF.', 'N4'))
  it('stands after "shown to"', () => stands('RLHF was shown to make the model safe.'))
})

describe('N5: a bounded effect', () => {
  it('is cleared by a verb of helping', () => cleared('RLHF helps keep the model safe.', 'N[45]'))
  it('is cleared by a partial effect', () => cleared('RLHF makes the model safe in most of the cases we tried.', 'N5'))
  it('stands with an absolute word', () => stands('RLHF makes the model completely safe, with fewer refusals.'))
})

describe('N6: the limitation beside it', () => {
  it('clears in the sentence', () => cleared('RLHF makes the model safe, but it can still be jailbroken.', 'N6'))
  it('clears in the next sentence', () =>
    cleared('RLHF makes the model safe. This does not rule out misuse by a patient attacker.', 'N6'))
  it('clears in a footnote', () =>
    cleared('RLHF makes the model safe.[^1]\n\n[^1]: It may be undone by fine-tuning.', 'N6'))
  it('clears by a citation of the report in a footnote', () =>
    cleared('RLHF makes the model safe.[^1]\n\n[^1]: Janků et al. (n.d.), We have no science of safe AI, p. 17.', 'N6'))
  it('does not clear from a paragraph further down', () =>
    stands('RLHF makes the model safe.\n\nThe office is in Avonmark.\n\nTests cannot rule out misuse.'))
})

describe('N7: a quotation', () => {
  it('clears in double marks', () => cleared('The leaflet on the AI read "RLHF makes it safe".', 'N7'))
  it('clears under wording to avoid', () => cleared('## What not to write\n\nRLHF makes the model safe.', 'N7'))
  it('is not opened by an apostrophe', () => stands("The users' model: RLHF makes it safe, the team's best."))
})

describe('N8: another sense', () => {
  it('clears when nothing is about AI', () => cleared('The filters cannot be bypassed.', 'N8'))
})
