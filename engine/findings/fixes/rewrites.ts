import type { Finding } from '../finding.js'
import type { Piece } from './edit.js'

/** A bounded sentence that may stand in the place of a claim, with blanks for what only the writer knows. */
export interface Rewrite {
  readonly title: string
  readonly pieces: (finding: Finding) => readonly Piece[]
}

const blank = (words: string): Piece => ({ blank: words })

/** What was tested: the claim's own subject, where it is a name and no pronoun, with its version. */
const subject = ({ words }: Finding): readonly Piece[] =>
  isName(words.subject) ? [`${words.subject} (`, blank('version'), ')'] : [blank('model and version')]

/** The claim's own means, where it can stand as a noun. */
const means = ({ words }: Finding, otherwise: string): Piece => (isName(words.means) ? words.means : blank(otherwise))

const NO_NAME =
  /^(?:it|its|they|this|that|these|those|we|our|you|who|which|he|she|here|any|all|every|no)\b|ly$|^\p{Ll}+(?:ed|s)$|[\uFFFC"“”*_[\]]/iu

function isName(words: string | undefined): words is string {
  return words !== undefined && words.split(' ').length <= 4 && !NO_NAME.test(words)
}

const FOUND_IN_TESTS: Rewrite = {
  title: 'say what was found, in how many tests',
  pieces: (finding) => [
    'in ',
    blank('number'),
    ' tests of ',
    ...subject(finding),
    ', ',
    blank('the harm'),
    ' occurred ',
    blank('number'),
    ' times; ',
    blank('what was left out'),
    ' was not tested.',
  ],
}

const REDUCED: Rewrite = {
  title: 'say which behaviour was reduced, and by how much',
  pieces: (finding) => [
    means(finding, 'the method'),
    ' reduced ',
    blank('the behaviour'),
    ' of ',
    ...subject(finding),
    ' on ',
    blank('the test'),
    ' from ',
    blank('figure'),
    ' to ',
    blank('figure'),
    '; behaviour outside this test was not measured.',
  ],
}

const ATTACKS: Rewrite = {
  title: 'say which attacks were tried, and what got through',
  pieces: () => [
    blank('number'),
    ' of ',
    blank('number'),
    ' attacks tried by ',
    blank('testers'),
    ' in ',
    blank('time'),
    ' got through; other attacks may still succeed.',
  ],
}

const COMPARED: Rewrite = {
  title: 'name the test and the systems compared',
  pieces: (finding) => [
    'on ',
    blank('the test'),
    ' in ',
    blank('month and year'),
    ', ',
    ...subject(finding),
    ' gave ',
    blank('number'),
    ' harmful replies, against ',
    blank('number'),
    ' from ',
    blank('systems compared'),
    '; other uses were not compared.',
  ],
}

const SCORE: Rewrite = {
  title: 'report the score as a score',
  pieces: (finding) => [
    ...subject(finding),
    ' scored ',
    blank('score'),
    ' on ',
    means(finding, 'the benchmark'),
    ' (',
    blank('version and setting'),
    '); the score does not show how safe the model is, and its correlation with general capability is ',
    blank('figure, or not known'),
    '.',
  ],
}

const INSPECTED: Rewrite = {
  title: 'say what the method found, and what it cannot show',
  pieces: (finding) => [
    means(finding, 'the method'),
    ' found ',
    blank('number'),
    ' of ',
    blank('number'),
    ' planted cases in ',
    ...subject(finding),
    '; a clean result does not show that nothing is there.',
  ],
}

const REVIEWED: Rewrite = {
  title: 'say how much is reviewed, and what was caught',
  pieces: () => [
    blank('reviewers'),
    ' read ',
    blank('share'),
    ' of the output and caught ',
    blank('number'),
    ' of ',
    blank('number'),
    ' planted faults; faults that they miss may still reach users.',
  ],
}

const PLEDGED: Rewrite = {
  title: 'give the date, the baseline and who reports',
  pieces: () => [
    'by ',
    blank('date'),
    ', ',
    blank('the measure'),
    ' will go from ',
    blank('baseline'),
    ' to ',
    blank('target'),
    ', and ',
    blank('who'),
    ' will report on it ',
    blank('how often'),
    '.',
  ],
}

const SPENT: Rewrite = {
  title: 'give the share, and of what',
  pieces: () => [
    'in ',
    blank('year'),
    ', ',
    blank('share'),
    ' of our ',
    blank('budget, computing power or staff'),
    ' went into safety, against ',
    blank('share'),
    ' into capability (',
    blank('where to check it'),
    ').',
  ],
}

const ONE_OF_SEVERAL: Rewrite = {
  title: 'ask for it as one piece of evidence among several',
  pieces: (finding) => [
    'the provider shall submit ',
    means(finding, 'the technique'),
    ' as one piece of evidence among several and shall state what it leaves open.',
  ],
}

const STANDARD: Rewrite = {
  title: 'name the standard and the result against it',
  pieces: (finding) => [
    'against ',
    blank('the standard and its threshold'),
    ', set by ',
    blank('who'),
    ', ',
    ...subject(finding),
    ' reached ',
    blank('the result'),
    '; what the standard leaves out was not assessed.',
  ],
}

const DRILLED: Rewrite = {
  title: 'say which drills were held, and how they ended',
  pieces: (finding) => [
    'in ',
    blank('number'),
    ' drills, operators stopped ',
    ...subject(finding),
    ' in ',
    blank('number'),
    ' cases within ',
    blank('time'),
    '; it may come too late in ',
    blank('cases'),
    '.',
  ],
}

const SCOPED: Rewrite = {
  title: 'say for which setting it holds',
  pieces: (finding) => [
    'in ',
    blank('the setting and its users'),
    ', ',
    ...subject(finding),
    ' met ',
    blank('the criterion'),
    ' in ',
    blank('number'),
    ' of ',
    blank('number'),
    ' cases; outside of this setting it was not tested.',
  ],
}

/** By rule, and by group for the rules that have none of their own. The one that says most comes first. */
const REWRITES: Readonly<Record<string, readonly Rewrite[]>> = {
  training: [REDUCED, FOUND_IN_TESTS],
  'training/safeguard-permanent': [ATTACKS, FOUND_IN_TESTS],
  evaluation: [FOUND_IN_TESTS, SCOPED],
  'evaluation/weights-contained': [ATTACKS, SCOPED],
  benchmark: [SCORE, SCOPED],
  interpretability: [INSPECTED, SCOPED],
  oversight: [REVIEWED, SCOPED],
  framing: [FOUND_IN_TESTS, COMPARED],
  'framing/unmeasured-superlative': [COMPARED, FOUND_IN_TESTS],
  commitment: [PLEDGED, SPENT],
  'commitment/unquantified-investment': [SPENT, PLEDGED],
  policy: [ONE_OF_SEVERAL],
  risk: [FOUND_IN_TESTS, STANDARD],
  'risk/undefined-standard': [STANDARD, FOUND_IN_TESTS],
  'risk/control-assumed': [DRILLED, FOUND_IN_TESTS],
}

export const rewritesFor = (rule: string): readonly Rewrite[] =>
  REWRITES[rule] ?? REWRITES[rule.split('/')[0] ?? ''] ?? []
