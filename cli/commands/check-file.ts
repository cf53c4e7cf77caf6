import { parseDocument } from '../../engine/document/parse.js'
import type { LintResult } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Settings } from '../../engine/settings.js'
import { languageOf } from '../files/language.js'
import type { ReadText } from '../files/read-text.js'

/** What came of one document, or why nothing could. */
export type Outcome = { readonly source: string; readonly result: LintResult } | { readonly message: string }

export function checkFile(read: () => ReadText, path: string, pack: Pack, settings: Settings): Outcome {
  const found = read()
  if ('problem' in found) return { message: found.problem }
  try {
    return { source: found.text, result: lint(parseDocument(found.text, languageOf(path)), pack, settings) }
  } catch (error) {
    return { message: `internal error: ${error instanceof Error ? error.message : String(error)}` }
  }
}
