import type { Finding } from '../../engine/findings/finding.js'
import type { Reference, Rule } from '../../engine/rules/pack.js'
import { builtIn } from '../knowledge/built-in.js'

/** A rule for tests, with what matters changed. */
export const ruleLike = (changes: Partial<Rule>): Rule => ({
  id: 'training/capability-removed',
  title: 'Suppressed is not removed',
  severity: 'warning',
  limitations: ['capability-remains', 'removal-unsolved'],
  figures: [],
  what: 'The text says that a dangerous capability is gone.',
  why: 'Training changes what a model shows, not reliably what it can do.',
  instead: 'Say which behaviour was reduced, and on which test.',
  message: '{means|This kind of training} may hide {property|a capability} without removing it.',
  claims: [],
  phrases: [],
  without: [],
  exempt: [],
  caveats: ['It misses metaphors'],
  examples: {
    flag: [
      'The run [erased every trace of the protocols] from the base model.',
      '| Risk | State |\n|---|---|\n| Weapons | [removed] |',
    ],
    clean: [{ text: 'The run did not erase the protocols from the model.[^1]', because: 'N1' }],
    missed: [],
    alarms: [],
  },
  ...changes,
})

export const findingLike = (changes: Partial<Finding>): Finding => ({
  rule: 'training/capability-removed',
  severity: 'warning',
  span: { start: 0, end: 1 },
  words: {},
  benchmarks: [],
  also: [],
  headings: [],
  fingerprint: '0:1',
  ...changes,
})

export const packWith = (...rules: readonly Rule[]): Reference => ({ rules, knowledge: builtIn.knowledge })
