import type { Claim } from './claim.js'
import type { Document } from '../document/block.js'
import type { GuardId } from '../findings/finding.js'
import { withSecondOpinion } from '../judge/second-opinion.js'
import { sentenceReader } from '../language/sentence.js'
import type { Pack } from '../rules/pack.js'
import { findClaims } from './find-claims.js'
import { type Passage, passageOf } from './passage.js'
import { prepare, type PreparedPack } from './prepare.js'
import { type Scene, sceneOf } from './scene.js'
import { clearingsOf, type Verdict, weigh } from './weigh.js'
import { type Voice, voiceOf } from './voice.js'

/** A document read for claims: its passage, and the verdicts on any of its sentences. */
export interface Reading {
  readonly pack: PreparedPack
  readonly passage: Passage
  readonly verdicts: (block: number, sentence: number) => readonly Verdict[]
}

export function readClaims(document: Document, pack: Pack): Reading {
  const ready = prepare(pack)
  const passage = passageOf(document, sentenceReader(ready.matcher))
  const exempt = new Map(pack.rules.map((rule) => [rule.id, rule.exempt]))
  // The gate was trained on the rules that ship; a team's own rules look at every sentence.
  const gate = pack.rules.every(({ id }) => ready.judge?.knows(id)) ? ready.judge : undefined
  let heard: Voice | undefined
  const voice = (): Voice => {
    heard ??= voiceOf(passage)
    return heard
  }
  const sceneFor = (claim: Claim): Scene => sceneOf(ready, passage, voice(), claim)
  const exemptFrom = (rule: string): readonly GuardId[] => exempt.get(rule) ?? []
  const isCleared = (claim: Claim): boolean =>
    [claim, wholeSentence(claim, passage)].some((one) => clearingsOf(sceneFor(one), exemptFrom(one.rule)).length > 0)
  return {
    pack: ready,
    passage,
    verdicts(block, sentence) {
      if (gate && !gate.passes(passage.sentences(block)[sentence]?.tokens ?? [])) return []
      const claims = findClaims(ready, passage, block, sentence)
      const verdicts = claims.length === 0 ? [] : weigh(claims, sceneFor, exemptFrom)
      if (!ready.judge) return verdicts
      const seen = { passage, block, sentence, concepts: ready.matcher.concepts }
      return withSecondOpinion(verdicts, seen, ready.judge, isCleared, () => voice().critical)
    },
  }
}

/** The judge marks the words that speak loudest; what bounds them may stand anywhere in the sentence. */
function wholeSentence(claim: Claim, passage: Passage): Claim {
  const { length } = passage.sentences(claim.block)[claim.sentence]?.tokens ?? []
  return { ...claim, coreTo: length ?? claim.coreTo }
}
