import type { Element, Reference, Rule } from '../rules/pack.js'
import { citeReport } from './cite.js'
import { asSentence, listed } from './words.js'

/** The page of a rule that asks for an element of a document, in Markdown. */
export function elementPage(rule: Rule, element: Element, pack: Reference): string {
  const asked = (how: 'required' | 'recommended'): string =>
    listed(Object.entries(element.profiles).flatMap(([name, is]) => (is === how ? [`\`${name}\``] : [])))
  const sections: readonly (readonly [string, string])[] = [
    [
      'What it finds',
      `${rule.what}\n\nIt counts as given when one paragraph, list item or table row gives it: ${element.need}. A heading alone, a question, a placeholder such as "TBD" and a denial of one's own practice give nothing.`,
    ],
    ['What is not enough', element.notEnough],
    ['Why it matters', rule.why],
    ['In which texts', whereAsked(asked('required'), asked('recommended'), element)],
    ['What to write', `A section **${element.heading}** that answers:\n\n${bullets(element.questions)}`],
    [
      'Where the report asks for it',
      `${citeReport(pack.knowledge.report, element)}. Also asked by: ${element.outside.join('; ')}.`,
    ],
    ['Given', bullets(element.covers)],
    ['Not given', bullets(element.lacks)],
    ['Limits of this rule', bullets(rule.caveats.map(asSentence))],
    [
      'How to switch it off',
      `In \`.proviso.yaml\`: \`rules: { ${rule.id}: off }\`, or \`document/*: off\` for all of them; in one document \`<!-- proviso-disable-file ${rule.id} -- reason -->\`.`,
    ],
  ]
  const head = [`# ${rule.title}`, `\`${rule.id}\`: one finding for a document names all that it lacks.`]
  return `${[...head, ...sections.map(([title, body]) => `## ${title}\n\n${body.trim()}`)].join('\n\n')}\n`
}

function whereAsked(
  required: string,
  recommended: string,
  { gate, honestAbsence, ofShortTexts, profiles }: Element,
): string {
  return [
    required && `Required (a warning) in ${required}.`,
    recommended && `Recommended (information) in ${recommended}.`,
    gate && `Asked only of a text that speaks of it (${gate}).`,
    honestAbsence && 'A plain statement that it was not done or cannot be known counts as well.',
    !ofShortTexts &&
      (profiles['launch-post'] || profiles['policy-draft']) &&
      'Not asked of policy texts under 600 words and public texts under 300.',
    'A pointer to another document counts half: a hint is left.',
  ]
    .filter(Boolean)
    .join(' ')
}

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
