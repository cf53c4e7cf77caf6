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

export interface HarmlessFixesParams {
  readonly uri: string
}
/** Edits of the version named; empty when there is nothing to remove. */
export interface HarmlessFixes {
  readonly version: number
  readonly edits: readonly { readonly range: Range; readonly newText: string }[]
}

/** Request: puts on record that a claim stands. The claim is the one with the fingerprint in an open document. */
export const waiveRequest = 'proviso/waive'
export interface WaiveParams {
  readonly uri: string
  readonly fingerprint: string
  readonly words: {
    readonly reason: string
    readonly evidence?: string
    readonly owner?: string
    readonly approver?: string
    /** A day, `2027-05-31`. */
    readonly until?: string
    readonly model?: string
  }
}
/** The file of waivers that was written, or why none was. */
export type WaiveResult = { readonly uri: string } | { readonly problem: string }

/** Requests, server to client, so that the server also runs where there is no file system (a browser). A server on a machine never sends them. */
export const readFileRequest = 'proviso/readFile'
export interface ReadFileParams {
  readonly uri: string
}
export type ReadFileResult = { readonly text: string } | { readonly problem: string }

/** Whether something is there, file or folder. */
export const existsRequest = 'proviso/exists'
export interface ExistsParams {
  readonly uri: string
}

/** Puts a text in the place of another; nothing is written, and the answer is false, where the file does not hold what is expected (null: no file). */
export const replaceFileRequest = 'proviso/replaceFile'
export interface ReplaceFileParams {
  readonly uri: string
  readonly expected: string | null
  readonly text: string
}

/**
 * Files in a folder and the folders in it: `documents` that no version control ignores, or `rules` (`*.yaml`, `*.yml`; for a URI that
 * is a file, the file itself). The answer is a list of URIs.
 */
export const findFilesRequest = 'proviso/findFiles'
export interface FindFilesParams {
  readonly uri: string
  readonly kind: 'documents' | 'rules'
}

/** What a client may hand over at the start. All of it is optional. */
export interface InitializationOptions {
  /** The bytes of dist/pack.bin, as a Uint8Array. Needed in a browser; elsewhere the server reads its own. */
  readonly pack?: unknown
  /** URI of the folder with the rules' pages (docs/rules), where the server cannot find it by itself. */
  readonly rulePages?: string
  /** Commands of the client that take the place of the server's in code actions and hovers. */
  readonly commands?: Partial<Record<keyof typeof serverCommands | 'waive', string>>
  /** Settings for clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<EditorSettings>
  /** Offer `workspace/diagnostic`. Clients that ask for it without end should leave it out. */
  readonly workspaceDiagnostics?: boolean
}

/** Commands of the server, for `workspace/executeCommand`. Arguments: the rule; the URI and the position. */
export const serverCommands = {
  showRulePage: 'proviso.server.showRulePage',
  explain: 'proviso.server.explain',
} as const

/** `data` of each diagnostic. */
export interface DiagnosticData {
  readonly kind: 'finding' | 'directive' | 'configuration'
  readonly fingerprint?: string
  /** Other rules that fit the same words. */
  readonly also?: readonly string[]
}

/** Settings of the editor, under `proviso`. They change what is shown and never a verdict. */
export interface EditorSettings {
  readonly enable: boolean
  readonly run: 'onType' | 'onSave' | 'manual'
  /** Rules shown at another severity, or not at all, in the editor alone. A rule may end in `*`. */
  readonly customizations: readonly { readonly rule: string; readonly severity: Severity | 'off' }[]
  readonly codeLens: { readonly enable: boolean }
  readonly inlayHints: { readonly enable: boolean }
}
