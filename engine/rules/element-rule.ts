import { documentRule } from './document-rule.js'
import type { Element, Rule } from './pack.js'

/** The rule that an element makes: no claim is found by it. */
export const ruleOfElement = (element: Element): Rule => ({
  id: documentRule(element.id),
  title: `${element.title}: not found`,
  severity: Object.values(element.profiles).includes('required') ? 'warning' : 'info',
  limitations: [],
  figures: [],
  what: `The whole text does not give ${element.need}.`,
  why: element.why,
  instead: `Add a section "${element.heading}" that answers: ${element.questions.join(' ')}`,
  message: `Not found in this text: ${element.need}.`,
  claims: [],
  phrases: [],
  without: [],
  exempt: [],
  caveats: [
    'It looks for words, and so it can be fooled: what it finds may be poor, and what is said in other words it may miss.',
  ],
  examples: { flag: [], clean: [], missed: [], alarms: [] },
  element,
})
