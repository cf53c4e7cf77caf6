import type { Document } from '../document/block.js'
import type { GuardId } from '../findings/finding.js'
import type { Judge } from '../judge/judge.js'
import { type Objection, withSecondOpinion } from '../judge/second-opinion.js'
import { sentenceReader } from '../language/sentence.js'
import type { Pack } from '../rules/pack.js'
import type { Claim } from './claim.js'
import { findClaims } from './find-claims.js'
import { type Passage, passageOf } from './passage.js'
import { type PreparedPack, prepare } from './prepare.js'
import { type Clearing, type Scene, sceneOf } from './scene.js'
import { type Voice, voiceOf } from './voice.js'
import { clearingsOf, type Verdict, weigh } from './weigh.js'

/** A document read for claims: its passage, and the verdicts on any of its sentences. */
export interface Reading {
  readonly pack: PreparedPack
  readonly passage: Passage
  readonly verdicts: (block: number, sentence: number) => readonly Verdict[]
}

export function readClaims(document: Document, pack: Pack): Reading {
  const ready = prepare(pack)
  const passage = passageOf(document, sentenceReader(ready.matcher))
  let heard: Voice | undefined
  return readPassage(ready, passage, () => {
    heard ??= voiceOf(passage)
    return heard
  })
}

/** The same for a passage that is there already. `voice` and `judge` are asked only when they matter. */
export function readPassage(
  ready: PreparedPack,
  passage: Passage,
  voice: () => Voice,
  judge: Judge | undefined = ready.judge,
): Reading {
  const { rules } = ready.pack
  const exempt = new Map(rules.map((rule) => [rule.id, rule.exempt]))
  // The gate was trained on the rules that ship; a team's own rules look at every sentence.
  const gate = rules.every(({ id }) => judge?.knows(id)) ? judge : undefined
  const sceneFor = (claim: Claim): Scene => sceneOf(ready, passage, voice(), claim)
  const exemptFrom = (rule: string): readonly GuardId[] => exempt.get(rule) ?? []
  const clearings = (claim: Claim): readonly Clearing[] => clearingsOf(sceneFor(claim), exemptFrom(claim.rule))
  const objectionTo = (claim: Claim): Objection => {
    const found = clearings(claim)
    if (found.some(({ isFinal }) => isFinal)) return 'final'
    if (found.length > 0) return 'guard'
    return clearings(wholeSentence(claim, passage)).some(({ guard }) => REACHES_FAR.has(guard)) ? 'guard' : 'none'
  }
  return {
    pack: ready,
    passage,
    verdicts(block, sentence) {
      if (gate && !gate.passes(passage.sentences(block)[sentence]?.tokens ?? [])) return []
      const claims = findClaims(ready, passage, block, sentence)
      const verdicts = claims.length === 0 ? [] : weigh(claims, sceneFor, exemptFrom)
      if (!judge) return verdicts
      const seen = { passage, block, sentence, concepts: ready.matcher.concepts }
      return withSecondOpinion(verdicts, seen, judge, objectionTo, () => voice().critical)
    },
  }
}

/** A question, a condition or a duty may stand anywhere in the sentence and holds for all of it. */
const REACHES_FAR: ReadonlySet<GuardId> = new Set(['N3', 'N4'])

/** The judge marks the words that speak loudest, and may use up the very word that bounds them. */
function wholeSentence(claim: Claim, passage: Passage): Claim {
  const { length } = passage.sentences(claim.block)[claim.sentence]?.tokens ?? []
  return { ...claim, fillers: [], coreTo: length ?? claim.coreTo }
}
