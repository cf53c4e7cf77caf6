import { describe } from '../../engine/findings/describe.js'
import type { Finding, Severity } from '../../engine/findings/finding.js'
import { remedy } from '../../engine/findings/remedy.js'
import type { Benchmark, Pack } from '../../engine/rules/pack.js'
import type { ClaimRow, LedgerFile } from '../ledger/claims-in.js'
import { type Across, across } from './across.js'

/** What a review shows, from which the page and its Markdown are made. */
export interface Review {
  readonly files: readonly LedgerFile[]
  readonly claims: readonly ClaimRow[]
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** Findings by chapter of the report, in its order; those without one come last, under "Other". */
  readonly chapters: readonly { readonly title: string; readonly findings: readonly ReviewedFinding[] }[]
  /** Documents that lack something. */
  readonly gaps: readonly { readonly file: LedgerFile; readonly finding: Finding }[]
  readonly benchmarks: readonly Benchmark[]
  readonly waived: readonly ClaimRow[]
  readonly across: readonly Across[]
}

export interface ReviewedFinding {
  readonly file: LedgerFile
  readonly finding: Finding
  readonly line: number
  readonly message: string
  readonly remedy: ReturnType<typeof remedy>
  /** The sentence before, within and behind the words of the claim. */
  readonly quote: readonly [before: string, words: string, behind: string]
}

const OTHER = 'Other'

export function reviewOf(files: readonly LedgerFile[], pack: Pack): Review {
  const claims = files.flatMap((file) => file.claims)
  const findings = files.flatMap((file) => file.result.findings.map((finding) => ({ file, finding })))
  const ofClaims = findings
    .filter(({ finding }) => !finding.missing)
    .map(({ file, finding }) => reviewed(file, finding))
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const { finding } of findings) bySeverity[finding.severity]++
  const chapterOf = (one: ReviewedFinding): string => one.remedy.section.split(' › ')[0] || OTHER
  const titles = [...pack.knowledge.report.sections.map(({ title }) => title), OTHER]
  const chapters = titles
    .map((title) => ({ title, findings: ofClaims.filter((one) => chapterOf(one) === title) }))
    .filter((chapter) => chapter.findings.length > 0)
  return {
    files,
    claims,
    bySeverity,
    chapters,
    gaps: findings.filter(({ finding }) => finding.missing),
    benchmarks: benchmarksIn(files, pack),
    across: across(files),
    waived: claims.filter(({ state }) => state === 'waived'),
  }
}

function reviewed(file: LedgerFile, finding: Finding): ReviewedFinding {
  const { pack, places, document } = file
  const claim = file.claims.find(({ id }) => id === finding.fingerprint)
  const quote = quoteOf(document.source, finding)
  // Rows of a table are hard to read with all their marks.
  const isCell = quote.some((part) => part.includes(' | '))
  return {
    file,
    finding,
    line: places(finding.span).start.line,
    message: describe(finding, pack),
    remedy: remedy(finding, pack),
    quote: isCell && claim ? marked(claim) : quote,
  }
}

/** The sentence of a claim, parted at its words. */
export function marked({ sentence, text }: Pick<ClaimRow, 'sentence' | 'text'>): ReviewedFinding['quote'] {
  const at = sentence.indexOf(text)
  return at < 0 ? ['', text, ''] : [sentence.slice(0, at), text, sentence.slice(at + text.length)]
}

/** The words with what stands around them in the same paragraph of the source, at most so many characters to each side. */
const AROUND = 220

function quoteOf(source: string, { span: { start, end } }: Finding): ReviewedFinding['quote'] {
  const before = source.slice(Math.max(0, start - AROUND), start)
  const behind = source.slice(end, end + AROUND)
  const from = before.lastIndexOf('\n\n') + 2
  const paragraph = before.lastIndexOf('\n\n') < 0 ? before : before.slice(from)
  const cut = start > AROUND && paragraph.length === before.length ? `… ${paragraph.replace(/^\S*\s/, '')}` : paragraph
  const stop = behind.search(/\r?\n\r?\n/)
  const after =
    stop >= 0 ? behind.slice(0, stop) : end + AROUND < source.length ? `${behind.replace(/\s\S*$/, '')} …` : behind
  return [folded(cut), folded(source.slice(start, end)), folded(after)]
}

const folded = (text: string): string => text.replace(/\s+/g, ' ')

/** Benchmarks that the documents name and of which something is on record. */
function benchmarksIn(files: readonly LedgerFile[], { knowledge }: Pack): Benchmark[] {
  const text = files.map(({ document }) => document.source).join('\n')
  const lower = text.toLowerCase()
  const named = ({ name, aliases, exactCase }: Benchmark): boolean =>
    exactCase.some((one) => hasWord(text, one)) ||
    [name, ...aliases].some((one) => !exactCase.includes(one) && hasWord(lower, one.toLowerCase()))
  return knowledge.benchmarks.filter((one) => named(one))
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length))) return true
  }
  return false
}

/** Sections of a document by top headings, with their findings: for a strip that shows where they are. */
export function sectionsOf({ document, result, places }: LedgerFile) {
  const headings = document.blocks.filter(({ kind, depth, quoted }) => kind === 'heading' && depth <= 2 && !quoted)
  const starts = headings.map(({ text, span }) => ({ title: text, start: span.start }))
  const first = starts[0]?.start === undefined || starts[0].start > 0 ? [{ title: 'Opening', start: 0 }] : []
  const all = [...first, ...starts]
  return all.map(({ title, start }, at) => {
    const end = all[at + 1]?.start ?? document.source.length + 1
    const within = result.findings.filter(({ span, missing }) => !missing && start <= span.start && span.start < end)
    return { title, line: places({ start, end: start }).start.line, findings: within.length }
  })
}
