import type { Severity } from '../engine/findings/finding.js'

/**
 * What server and client say to each other beyond the standard protocol. Types and names only: the client may import this file and
 * nothing else of the server. Ranges are those of the protocol: lines and columns from 0, columns in UTF-16 units.
 */
export interface Range {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

/** Notification, server to client, after each analysis of an open document. */
export const statusNotification = 'proviso/status'
export interface Status {
  readonly uri: string
  readonly version: number
  readonly profile: string
  readonly counts: Readonly<Record<Severity, number>>
  /** Time of the analysis. */
  readonly milliseconds: number
  /** Why there is nothing to see, when there is nothing. */
  readonly silence?: 'clean' | 'ignored' | 'switched-off' | 'unsupported' | 'failed'
  /** What went wrong, when `silence` is `failed`; what is wrong with the configuration, otherwise. */
  readonly problem?: string
}

/** Request: why the sentence at a place is, or is not, a finding. Null where there is no sentence. */
export const explainRequest = 'proviso/explain'
export interface ExplainParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Range['start']
}
export interface Explanation {
  readonly title: string
  readonly markdown: string
}

/** Request: the page of a rule, as Markdown. Null for an unknown rule. */
export const rulePageRequest = 'proviso/rulePage'
export interface RulePageParams {
  readonly rule: string
}

/** Request: findings of one document, or of all that the server knows (open ones, and those of the last check of the workspace). */
export const claimsRequest = 'proviso/claims'
export interface ClaimsParams {
  readonly uri?: string
}
export interface ClaimsOfFile {
  readonly uri: string
  readonly claims: readonly ClaimItem[]
}
export interface ClaimItem {
  readonly rule: string
  readonly ruleTitle: string
  readonly severity: Severity
  readonly range: Range
  /** The words of the claim, as written. */
  readonly text: string
  readonly message: string
  /** Headings above, outermost first. */
  readonly headings: readonly string[]
  readonly fingerprint: string
}

/** Notification, server to client: what `proviso/claims` answers has changed. */
export const claimsChangedNotification = 'proviso/claimsChanged'

/** Request, with work-done progress and cancellation: checks all documents of the workspace and publishes what it finds. */
export const checkWorkspaceRequest = 'proviso/checkWorkspace'
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number
}
export interface WorkspaceCheck {
  readonly files: number
  readonly findings: number
  readonly milliseconds: number
  readonly cancelled: boolean
}

/** Request: the text edits that remove unused directives from a document. */
export const harmlessFixesRequest = 'proviso/harmlessFixes'

/** Requests, server to client, so that the server also runs where there is no file system (a browser). */
export const readFileRequest = 'proviso/readFile'
export const findFilesRequest = 'proviso/findFiles'

/** Settings of the editor, under `proviso`. They change what is shown and never a verdict. */
export interface EditorSettings {
  readonly enable: boolean
  readonly run: 'onType' | 'onSave' | 'manual'
  /** Rules shown at another severity, or not at all, in the editor alone. A rule may end in `*`. */
  readonly customizations: readonly { readonly rule: string; readonly severity: Severity | 'off' }[]
  readonly codeLens: { readonly enable: boolean }
  readonly inlayHints: { readonly enable: boolean }
}
