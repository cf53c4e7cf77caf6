import type { Document } from '../document/block.js'
import type { GuardId } from '../findings/finding.js'
import type { Evidence, Undecided } from '../judge/balance.js'
import type { Seen } from '../judge/features.js'
import { allEvidence, HOPELESS, withSecondOpinion } from '../judge/second-opinion.js'
import { sentenceReader } from '../language/sentence.js'
import { isDocumentRule } from '../rules/document-rule.js'
import type { Pack } from '../rules/pack.js'
import type { Claim } from './claim.js'
import { findClaims } from './find-claims.js'
import { type Passage, passageOf } from './passage.js'
import { type PreparedPack, prepare } from './prepare.js'
import { type Clearing, type Scene, sceneOf } from './scene.js'
import { type Mood, unheard, type Voice, voiceOf } from './voice.js'
import { clearingsOf, type Verdict, weigh } from './weigh.js'

/** A document read for claims: its passage, and the verdicts on any of its sentences. */
export interface Reading {
  readonly pack: PreparedPack
  readonly passage: Passage
  readonly verdicts: (block: number, sentence: number) => readonly Verdict[]
  /** What the judge weighs of a sentence; nothing where the gate passes it by. */
  readonly evidence: (block: number, sentence: number) => readonly Evidence[]
}

/** `thorough`: frames and guards are told of sentences too that no evidence could make a finding, as `explain` needs it. */
export type How = 'quick' | 'thorough'

export function readClaims(document: Document, pack: Pack, how: How = 'quick'): Reading {
  const ready = prepare(pack)
  const passage = passageOf(document, sentenceReader(ready.matcher))
  let heard: Voice | undefined
  const voice = (): Voice => {
    heard ??= voiceOf(passage, ready.judge?.glance ?? unheard)
    return heard
  }
  return readPassage(ready, passage, voice, () => voice().mood, how)
}

/** The same for a passage that is there already. `voice` and `mood` are asked only when they matter. */
export function readPassage(
  ready: PreparedPack,
  passage: Passage,
  voice: () => Voice,
  mood: (undecided: Undecided) => Mood,
  how: How = 'quick',
): Reading {
  const { judge } = ready
  const { rules } = ready.pack
  const exempt = new Map(rules.map((rule) => [rule.id, rule.exempt]))
  // The gate was trained on the rules that ship; a team's own rules look at every sentence.
  const gate = rules.every(({ id }) => isDocumentRule(id) || judge?.knows(id)) ? judge : undefined
  const sceneFor = (claim: Claim): Scene => sceneOf(ready, passage, voice(), claim)
  const exemptFrom = (rule: string): readonly GuardId[] => exempt.get(rule) ?? []
  const clearings = (claim: Claim): readonly Clearing[] => clearingsOf(sceneFor(claim), exemptFrom(claim.rule))
  const passes = (block: number, sentence: number): boolean =>
    !gate || gate.passes(passage.sentences(block)[sentence]?.tokens ?? [])
  const framesIn = (block: number, sentence: number): Verdict[] => {
    const claims = findClaims(ready, passage, block, sentence)
    return claims.length === 0 ? [] : weigh(claims, sceneFor, exemptFrom)
  }
  const seenAt = (block: number, sentence: number): Seen => ({
    passage,
    block,
    sentence,
    concepts: ready.matcher.concepts,
  })
  return {
    pack: ready,
    passage,
    verdicts(block, sentence) {
      if (!judge) return framesIn(block, sentence)
      const seen = seenAt(block, sentence)
      const heard = gate ? gate.hear(seen) : judge.score(seen)
      if (heard === undefined || (gate && how === 'quick' && heard < HOPELESS)) return []
      return withSecondOpinion(framesIn(block, sentence), seen, heard, judge, { clearings, mood })
    },
    evidence(block, sentence) {
      if (!judge || !passes(block, sentence)) return []
      const seen = seenAt(block, sentence)
      return allEvidence(framesIn(block, sentence), seen, judge, { clearings, mood })
    },
  }
}
