import type { Document } from '../document/block.js'
import { withSecondOpinion } from '../judge/second-opinion.js'
import { sentenceReader } from '../language/sentence.js'
import type { Pack } from '../rules/pack.js'
import { findClaims } from './find-claims.js'
import { type Passage, passageOf } from './passage.js'
import { prepare, type PreparedPack } from './prepare.js'
import { sceneOf } from './scene.js'
import { type Verdict, weigh } from './weigh.js'
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
  let voice: Voice | undefined
  return {
    pack: ready,
    passage,
    verdicts(block, sentence) {
      const weighed = byFrames(block, sentence)
      const { judge } = ready
      return judge ? withSecondOpinion(weighed, { passage, block, sentence, concepts: ready.matcher.concepts }, judge) : weighed
    },
  }

  function byFrames(block: number, sentence: number): Verdict[] {
    const claims = findClaims(ready, passage, block, sentence)
    if (claims.length === 0) return []
    voice ??= voiceOf(passage)
    const heard = voice
    return weigh(claims, (claim) => sceneOf(ready, passage, heard, claim), (rule) => exempt.get(rule) ?? [])
  }
}
