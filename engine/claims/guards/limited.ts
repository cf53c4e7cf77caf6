import type { Sentence } from '../../language/sentence.js'
import { anyOf } from '../prepare.js'
import { type Clearing, outside, type Scene, spanOf } from '../scene.js'

/** N6: the limitation, or a citation to one, stands in the sentence, beside it, in its row or in its footnote. */
export function limited(scene: Scene): Clearing | undefined {
  return inFootnote(scene) ?? cited(scene) ?? turnedBehind(scene) ?? inSentence(scene) ?? beside(scene) ?? inRow(scene)
}

function inSentence(scene: Scene): Clearing | undefined {
  const found = outside(scene, scene.pack.set('limitation'))[0] ?? turned(scene)
  return found && { guard: 'N6', reason: 'the limitation stands in the sentence', by: spanOf(scene.sentence, found) }
}

const MAY = new Set(['can', 'may', 'might', 'could', 'still', 'not', 'never', 'no', 'only'])

/** A clause of contrast behind the claim that says what may still happen: "..., but a patient user can talk it round". */
function turned({ sentence: { clauses, tokens }, claim }: Scene): { from: number; to: number } | undefined {
  return clauses.find(
    ({ kind, from, to }) =>
      kind === 'contrast' &&
      from >= claim.coreTo &&
      tokens[from]?.norm !== 'nor' &&
      tokens.slice(from, to).some(({ norm }) => MAY.has(norm)),
  )
}

function beside(scene: Scene): Clearing | undefined {
  for (const sentence of [scene.next, scene.previous]) {
    if (sentence && limits(sentence, scene)) {
      return { guard: 'N6', reason: 'the limitation stands in the sentence beside it', by: sentence.span }
    }
  }
  return undefined
}

/** "However, this was not tested beyond ...": the author limits the sentence before, in so many words. */
function turnedBehind({ next, pack }: Scene): Clearing | undefined {
  if (!next || anyOf(next.occurrences, pack.set('contrast.word'))?.from !== 0) return undefined
  if (!anyOf(next.occurrences, pack.set('limitation.phrase'))) return undefined
  return { guard: 'N6', reason: 'the sentence behind it turns to the limitation', by: next.span, isFinal: true }
}

function limits(sentence: Sentence, { pack }: Scene): boolean {
  if (anyOf(sentence.occurrences, pack.set('limitation.phrase'))) return true
  const contrast = anyOf(sentence.occurrences, pack.set('contrast.word'))
  const negation = anyOf(sentence.occurrences, pack.set('negation.word'))
  return contrast !== undefined && contrast.from < 6 && negation !== undefined
}

function inRow(scene: Scene): Clearing | undefined {
  const { passage, claim } = scene
  const found = passage.row(claim.block).some((cell) => passage.sentences(cell).some((one) => limits(one, scene)))
  return found ? { guard: 'N6', reason: 'the limitation stands in its row' } : undefined
}

const CITES_THE_REPORT = /(?<![\p{L}\p{N}])(?:Janků|Janku|janku2024|no science of safe AI)(?![\p{L}\p{N}])/iu

/** `[@janku2024, p. 17]`, `\\cite[p.~17]{janku2024}`, `(Janků et al. n.d., p. 17)`, with what else a bracket may hold before it. */
const CITATION =
  /\[[^\][]*@janku2024\b[^\][]*\]|\\\w*cite\w*\*?(?:\[[^\]]*\])*\{[^{}]*\bjanku2024\b[^{}]*\}|\((?:[^()]*[\s;,])?Jank[ůu] et al\.,? (?:n\.d\.|c\. 2024)[^()]*\)/u

/** As far behind a sentence as a citation that belongs to it may reach. */
const REACH = 200

/** A citation of the report in the sentence, or right behind its stop. */
function cited({ block, sentence: { span } }: Scene): Clearing | undefined {
  const inside = CITATION.test(block.text.slice(span.start, span.end))
  const behind = block.text.slice(span.end, span.end + REACH)
  const found = inside || CITATION.exec(behind)?.index === /^[\s\uFFFC]*/.exec(behind)?.[0].length
  return found ? { guard: 'N6', reason: 'the limitation is cited', isFinal: true } : undefined
}

function inFootnote(scene: Scene): Clearing | undefined {
  const { block, sentence, passage } = scene
  const notes = block.marks.flatMap((mark) =>
    mark.kind === 'footnote' && mark.start > sentence.span.start && mark.start <= sentence.span.end + 1
      ? passage.footnotes(mark.label)
      : [],
  )
  const cites = notes.some((at) => CITES_THE_REPORT.test(passage.document.blocks[at]?.text ?? ''))
  const limitsIt = notes.some((at) => passage.sentences(at).some((one) => limits(one, scene)))
  return cites || limitsIt ? { guard: 'N6', reason: 'a footnote states the limitation', isFinal: true } : undefined
}
