import { isDocumentRule } from '../../rules/document-rule.js'
import type { Finding } from '../finding.js'
import { capitalised } from '../words.js'
import { BEHIND, rewritesOf } from './bound.js'
import { plainText } from './edit.js'

/** A bounded sentence that may stand in the place of a claim, or behind it, with blanks in brackets. */
export interface Suggestion {
  readonly title: string
  readonly text: string
}

/**
 * What a writer may put in the place of a claim; the last one keeps the claim and says behind it how far it holds. Nothing for what a document
 * leaves out: there is no claim.
 */
export const suggestionsFor = (finding: Finding): readonly Suggestion[] =>
  isDocumentRule(finding.rule)
    ? []
    : [
        ...rewritesOf(finding).map(({ title, pieces }) => ({
          title,
          text: capitalised(plainText({ start: 0, end: 0, pieces: pieces(finding) })),
        })),
        { title: 'add how far it was tested', text: plainText({ start: 0, end: 0, pieces: ['… ', ...BEHIND] }) },
      ]
