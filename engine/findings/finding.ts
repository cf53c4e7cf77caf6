import type { Profile } from '../config/profiles.js'
import type { Span } from '../document/span.js'
import type { Waiver } from '../waivers/waiver.js'

export const severities = ['error', 'warning', 'info', 'hint'] as const
export type Severity = (typeof severities)[number]

/** The reasons of the specification for which a claim is no finding. */
export const guardIds = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8'] as const
export type GuardId = (typeof guardIds)[number]

/** The words that filled the slots of a claim, as written. */
export interface ClaimWords {
  readonly means?: string
  readonly relation?: string
  readonly property?: string
  readonly subject?: string
}

/** A finding is data; `describe` makes the sentence. Offsets are UTF-16 units into the source. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly span: Span
  readonly words: ClaimWords
  /** Ids of benchmarks named in the claim. */
  readonly benchmarks: readonly string[]
  /** Other rules that fit the same words. */
  readonly also: readonly string[]
  /** Headings above, outermost first. */
  readonly headings: readonly string[]
  /** `hash:occurrence`; it survives re-wrapping and moves. */
  readonly fingerprint: string
  /** Of a finding about the whole document: what it lacks as a text of its kind, the weightiest first. */
  readonly missing?: { readonly profile: DocumentProfile; readonly elements: readonly MissingElement[] }
}

/** The kind of a document, who decided on it, and from what. */
export interface DocumentProfile {
  readonly name: Profile
  readonly by: 'command line' | 'front matter' | 'configuration' | 'inferred'
  readonly reason: string
}

/** What was not found in a document; `pointer` are the words that send the reader elsewhere for it. */
export interface MissingElement {
  readonly id: string
  readonly title: string
  readonly needed: 'required' | 'recommended'
  readonly pointer?: string
}

/** A claim that a guard cleared, kept for `explain`. */
export interface Cleared {
  readonly rule: string
  readonly span: Span
  readonly guard: GuardId
  /** What cleared it, as a span of the source where there is one. */
  readonly by?: Span
  readonly reason: string
}

/** Something to say about the document itself: a directive that is unused, unknown or without a reason. */
export interface Note extends Span {
  readonly kind: 'directive-without-reason' | 'directive-unknown-rule' | 'directive-unused' | 'profile-unknown'
  readonly severity: Severity
  readonly rule?: string
  readonly suggestion?: string
  /** An edit that removes what the note is about. */
  readonly fix?: Span & { readonly text: string }
}

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
  /** The record by which it stands; a comment in the text, where there is none. */
  readonly waiver?: Waiver
}

export interface LintResult {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly notes: readonly Note[]
  /** What kind of document it was taken for; undefined where nothing was read. */
  readonly profile?: DocumentProfile
  /** Where the search ended, as an offset of the source, when there were too many claims; what comes after it was not checked. */
  readonly readUpTo?: number
}
