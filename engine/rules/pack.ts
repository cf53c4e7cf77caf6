import type { Profile } from '../config/profiles.js'
import type { GuardId, Severity } from '../findings/finding.js'
import type { JudgeModel } from '../judge/model.js'
import type { CompiledLexicon, CompiledTrie } from '../language/lexicon.js'

/** A claim pattern: the slots that must be filled. Each slot lists concept ids, group ids, or prefixes ending in `.*`. */
export interface ClaimPattern {
  readonly means?: readonly string[] | undefined
  readonly relation?: readonly string[] | undefined
  readonly property?: readonly string[] | undefined
  readonly subject?: readonly string[] | undefined
  /** Further concepts that must stand in the same clause, one list for each. */
  readonly with?: readonly (readonly string[])[] | undefined
  /** Concepts whose presence in the sentence (or the one next to it) stops the pattern. */
  readonly without?: readonly string[] | undefined
  /** `near` (default): within the sentence, not across a condition or a contrast; `clause`: one clause; `next`: the means may stand in the sentence before. */
  readonly reach?: 'clause' | 'near' | 'next' | undefined
  /** Slots must follow each other in the order in which they are written. */
  readonly ordered?: boolean | undefined
}

export interface RuleExamples {
  readonly flag: readonly string[]
  readonly clean: readonly { readonly text: string; readonly because: GuardId | 'other' }[]
  /** Overclaims that the rule does not find yet, or finds under another name: said openly, and kept so that a repair is noticed. */
  readonly missed: readonly string[]
  /** Clean sentences that are flagged all the same. */
  readonly alarms: readonly string[]
}

/** A rule as data: what a YAML file under rules/ holds. */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Ids in knowledge/limitations.yaml; the first is the one that a citation names. */
  readonly limitations: readonly string[]
  /** Ids in knowledge/figures.yaml. */
  readonly figures: readonly string[]
  readonly what: string
  readonly why: string
  readonly instead: string
  /** One sentence; `{means|words when there are none}` is filled from the claim. */
  readonly message: string
  readonly claims: readonly ClaimPattern[]
  readonly phrases: readonly string[]
  /** Guards that do not clear this rule's claims. */
  /** Concepts in the sentence that stop the whole rule: what would make the claim checkable. */
  readonly without: readonly string[]
  readonly exempt: readonly GuardId[]
  /** What the rule misses or wrongly marks, said openly on its page. */
  readonly caveats: readonly string[]
  readonly examples: RuleExamples
  /** Of a rule that asks whether a whole document says something: no claim is found by it. */
  readonly element?: Element
}

/** What is asked of a document of some kinds: an entry of knowledge/elements.yaml. */
export interface Element {
  readonly id: string
  readonly title: string
  /** What a text must give, after "It gives". */
  readonly need: string
  /** What does not count, though it sounds like it. */
  readonly notEnough: string
  readonly why: string
  /** Kinds of documents in which it is looked for. */
  readonly profiles: Readonly<Partial<Record<Profile, 'required' | 'recommended'>>>
  /** Where the report asks for it. */
  readonly section: string
  readonly page: number
  /** Who else asks for it, in short forms. */
  readonly outside: readonly string[]
  /** "We did not do this" counts as well. */
  readonly honestAbsence: boolean
  /** Its own words are denials ("cannot rule out"), so a denial takes nothing away. */
  readonly saidByDenial: boolean
  /** Asked only of a text that speaks of this; the name of an entry under `gates`, by kind of document where they differ. */
  readonly gate?: string
  readonly gateIn?: readonly Profile[]
  /** Asked of short texts as well. */
  readonly ofShortTexts: boolean
  /** A section to fill in: its heading and the questions that it answers. */
  readonly heading: string
  readonly questions: readonly string[]
  /** Headings under which a pointer to another document points to this. */
  readonly headings: readonly string[]
  /** How many lists of qualifiers there are, of each of which one must stand in the same paragraph or row as the cue. */
  readonly qualifiers: number
  readonly covers: readonly string[]
  readonly lacks: readonly string[]
}

/** The elements and what is looked for in a text. */
export interface Elements {
  readonly list: readonly Element[]
  /** Concepts: `ELEMENT/cue`, `ELEMENT/0`, `gate/NAME`, `denial`, `filler`, `pointer` and the shared ones. */
  readonly lexicon: CompiledLexicon
}

/** A kind of document: how it is told, and what weighs more in it. An entry of knowledge/profiles.yaml. */
export interface ProfileRecord {
  readonly id: Profile
  readonly name: string
  readonly what: string
  /** `duties`: its sentences are duties, save those of recitals, findings and summaries. */
  readonly reading?: 'duties'
  /** What such a document calls itself. */
  readonly names: readonly string[]
  readonly titles: readonly string[]
  readonly opening: readonly string[]
  readonly headings: readonly string[]
  readonly register?: 'duties' | 'reader'
  readonly severities: Readonly<Record<string, Severity>>
}

export interface Limitation {
  readonly id: string
  /** A path in the report: it begins with a title of the table of contents and goes on with ` › `. */
  readonly section: string
  /** Where that section begins, by the table of contents. */
  readonly page: number
  readonly limitation: string
  readonly sources: readonly string[]
  /** What the reader must know about the evidence behind it. */
  readonly note?: string
}

export interface Source {
  readonly id: string
  readonly authors: string
  readonly year: number | null
  readonly title: string
  readonly venue: string | null
  readonly url: string | null
  readonly finding?: string
}

export interface Figure {
  readonly id: string
  /** What it is the figure of; printed before it. */
  readonly about: string
  /** What may be printed, and nothing stronger. */
  readonly say: string
  readonly rules: readonly string[]
  readonly sources: readonly string[]
}

/** What a newer fact does to the report. `narrows`: the limitation holds, but less widely. */
export const effects = ['strengthens', 'updates', 'narrows', 'disputes'] as const

/** Whether a limitation holds less widely than the report puts it, or is in doubt; then it is never quoted alone. */
export const qualifies = (effect: NewerFact['effect']): boolean => effect === 'narrows' || effect === 'disputes'

/** A fact newer than the report; those that narrow or dispute it are shown beside the limitation. */
export interface NewerFact {
  readonly id: string
  readonly date: string
  readonly effect: (typeof effects)[number]
  /** A: the passage or abstract was read; B: a quotation of it was read; C: known through the reporter. */
  readonly level: 'A' | 'B' | 'C'
  readonly rules: readonly string[]
  /** Limitations beside which it must be shown; for facts that narrow or dispute. */
  readonly limitations: readonly string[]
  readonly say: string
  readonly source: string
  /** Who reports it, always named for level C. */
  readonly reporter?: string
}

/** Percent, Spearman. `vision` is for image models. */
export interface Correlation {
  readonly chat: number | null
  readonly base: number | null
  readonly vision?: number
}

/** Another task of the same benchmark, with a figure of its own. */
export interface BenchmarkSplit {
  readonly name: string
  readonly correlation: Correlation
  /** Above the study's cut-off for low, on chat models. */
  readonly capabilityCorrelated: boolean
}

export interface Benchmark {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Names that count only in exactly these capitals, since they are everyday words otherwise (ETHICS, QuALITY). */
  readonly exactCase: readonly string[]
  readonly kind: 'safety' | 'capability'
  readonly measures: string
  readonly inStudy: boolean
  /** The figure that the bare name stands for; null when it is not in the study, or when none may be printed for the bare name. */
  readonly correlation: Correlation | null
  /** The split that the figure is of, null when it is of the whole. */
  readonly split: string | null
  /** What the score was set against: the capabilities score of the study, with few exceptions. */
  readonly against: string
  /** False when the direction of the scale is not confirmed: print the size only. */
  readonly signConfirmed: boolean
  /** 95 % interval for chat models, percent, computed; null when unknown. */
  readonly interval: readonly [number, number] | null
  readonly models: { readonly chat: number | null; readonly base: number | null } | null
  readonly splits: readonly BenchmarkSplit[]
  /** What the study says of it, in our words; null when it is not in the study. */
  readonly verdict: string | null
  /** On record as tracking general capability. */
  readonly capabilityCorrelated: boolean
  /** Why it is on record; null when it is not. */
  readonly basis: string | null
  readonly note?: string
  /** Where the figures are from; where there are none, the benchmark's own paper. */
  readonly source: string
  /** The benchmark's own paper, null when none was confirmed. */
  readonly paper: string | null
}

export interface ReportRecord {
  readonly key: string
  readonly short: string
  readonly authors: readonly string[]
  readonly title: string
  readonly institution: string
  /** As printed: no date stands in the report, so never a bare number. */
  readonly year: string
  /** Table of contents: the only page numbers that can be cited. */
  readonly sections: readonly { readonly title: string; readonly page: number }[]
  /** Missing in packs that bring none. */
  readonly reference?: ReportReference
}

export const referenceStyles = ['apa', 'chicago', 'ieee', 'harvard'] as const
export type ReferenceStyle = (typeof referenceStyles)[number]

/** The report as bibliographies have it, made by a citation library. */
export interface ReportReference {
  readonly bibtex: string
  readonly csl: Readonly<Record<string, unknown>>
  /** In Markdown: titles are emphasised. */
  readonly text: Readonly<Record<ReferenceStyle, string>>
}

export interface Knowledge {
  readonly report: ReportRecord
  readonly limitations: readonly Limitation[]
  readonly figures: readonly Figure[]
  readonly newer: readonly NewerFact[]
  readonly benchmarks: readonly Benchmark[]
  readonly sources: readonly Source[]
}

/** Everything that `lint` needs besides the text: made at build time, passed as a value. */
export interface Pack {
  readonly version: string
  readonly rules: readonly Rule[]
  readonly knowledge: Knowledge
  readonly lexicon: CompiledLexicon
  readonly compiled: CompiledRules
  /** The learned second opinion; without it frames and guards decide alone. */
  readonly judge?: JudgeModel
  /** Kinds of documents; without them every document is a general one. */
  readonly profiles?: readonly ProfileRecord[]
  readonly elements?: Elements
}

/** The rules' patterns with concepts as numbers. */
export interface CompiledRules {
  readonly patterns: readonly CompiledPattern[]
  /** Phrases of all rules in one trie; an end is the place in `phraseRules`. */
  readonly phrases: CompiledTrie
  readonly phraseRules: readonly { readonly rule: string; readonly phrase: number }[]
  /** Words that only the phrases of rules use, after those of the lexicon; separated by spaces. */
  readonly words: string
  /** For each rule the concepts that stop it. */
  readonly stops: Readonly<Record<string, readonly number[]>>
}

export const slotNames = ['means', 'relation', 'property', 'subject'] as const
export type SlotName = (typeof slotNames)[number]

export interface CompiledPattern {
  readonly rule: string
  /** Its place in the rule's `claims`. */
  readonly claim: number
  readonly slots: readonly { readonly name: SlotName | 'with'; readonly concepts: readonly number[] }[]
  readonly without: readonly number[]
  readonly reach: 'clause' | 'near' | 'next'
  readonly ordered: boolean
}

/** The part of a pack from which words are made. */
export type Reference = Pick<Pack, 'rules' | 'knowledge' | 'profiles'>
