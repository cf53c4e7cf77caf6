import type { GuardId } from './finding.js'

/** Why a guard clears a claim, in a few words. */
export const guardWords: Readonly<Record<GuardId, string>> = {
  N1: 'negated',
  N2: 'attributed to others, or disputed',
  N3: 'a question, a condition or a hypothesis',
  N4: 'an aim, a duty or a recommendation',
  N5: 'bounded: a partial or measured effect',
  N6: 'the limitation stands beside it',
  N7: 'quoted, a title, or an example of what not to say',
  N8: 'not about AI, or another sense of the word',
}
