import assert from 'node:assert/strict'
import { compileLexicon } from '../../engine/language/compile-lexicon.js'
import { nounForms, verbForms } from '../../engine/language/inflect.js'
import type { LexiconEntry } from '../../engine/language/lexicon.js'
import { matcher } from '../../engine/language/matcher.js'
import { readPhrase } from '../../engine/language/phrase.js'
import { tokenize } from '../../engine/language/tokens.js'

const entry = (concept: string, part: Partial<LexiconEntry>): LexiconEntry => ({
  concept,
  nouns: [],
  verbs: [],
  words: [],
  ...part,
})

const entries = [
  entry('technique.rlhf', { nouns: ['RLHF', 'preference {training|tuning}', 'reward model'] }),
  entry('relation.make', { verbs: ['make', 'turn _ into'] }),
  entry('relation.remove', { verbs: ['wipe (out)', 'strip'] }),
  entry('hazard.topic', { nouns: ['nerve agent'], words: ['malware'] }),
  entry('property.no-hazard', { words: ['free {of|from} $hazard.*', 'can not __ $hazard.topic'] }),
]

/** Concepts found in a text, each as `concept: words`. */
function check(text: string, ...expected: string[]): void {
  const { lexicon, problems } = compileLexicon(entries)
  assert.deepEqual(problems, [])
  const tokens = tokenize(text)
  const found = matcher(lexicon)
    .find(tokens)
    .found.map(({ concept, from, to }) => {
      const words = text.slice(tokens[from]?.start, tokens[to - 1]?.end)
      return `${lexicon.concepts[concept]}: ${words}`
    })
  assert.deepEqual(found.sort(), expected.sort())
}

describe('The lexicon', () => {
  it('finds nouns in singular and plural', () =>
    check('Reward models and RLHF', 'technique.rlhf: Reward models', 'technique.rlhf: RLHF'))
  it('finds verbs in every inflection', () =>
    check('It made and is making', 'relation.make: made', 'relation.make: making'))
  it('takes one of several words in braces', () => check('preference tuning', 'technique.rlhf: preference tuning'))
  it('takes what stands in brackets or leaves it', () =>
    check('wiped and wiped out', 'relation.remove: wiped', 'relation.remove: wiped out'))
  it('lets a noun phrase stand in a gap', () =>
    check('turns the base model into', 'relation.make: turns the base model into'))
  it('builds concepts from concepts', () =>
    check('free of nerve agents', 'hazard.topic: nerve agents', 'property.no-hazard: free of nerve agents'))
  it('passes over an adverb inside a phrase', () =>
    check('it can not ever write malware', 'hazard.topic: malware', 'property.no-hazard: can not ever write malware'))
  it('leads many choices together without loss', () =>
    check('it can not ever write malware', 'hazard.topic: malware', 'property.no-hazard: can not ever write malware'))
  it('does not let a gap reach across a full stop', () => check('It can not. Malware', 'hazard.topic: Malware'))

  it('reports a concept that refers to itself', () => {
    const { problems } = compileLexicon([entry('a', { words: ['x $b'] }), entry('b', { words: ['y $a'] })])
    assert.equal(problems.length > 0, true)
    assert.match(problems[0]?.message ?? '', /refers to itself/)
  })

  it('leads all forms of a verb to one place, so that what follows is kept once', () => {
    const { lexicon } = compileLexicon([entry('relation.remove', { verbs: ['strip away', 'wipe away'] })])
    // The root, the place behind all forms of both verbs, and the end.
    assert.equal((lexicon.layers[0]?.firstEdge.length ?? 0) - 1, 3)
  })
})

describe('The phrase notation', () => {
  const refused = (text: string, message: RegExp) => {
    const read = readPhrase(text)
    assert.ok('message' in read, `${text} should be refused`)
    assert.match(read.message, message)
  }
  it('refuses a bracket that is not closed', () => refused('{safe|sound', /'}' is missing/))
  it('refuses a bracket that was never opened', () => refused('safe}', /no opening/))
  it('refuses a phrase that may match nothing', () => refused('(safe)', /nothing at all/))
  it('refuses a gap at the edge', () => refused('_ safe', /gap/))
})

describe('Inflection', () => {
  const forms = (verb: string, expected: string) => assert.equal(verbForms(verb).join(' '), expected)
  it('adds endings', () => forms('remove', 'remove removes removed removing'))
  it('doubles the last letter after a short stressed vowel', () => forms('strip', 'strip strips stripped stripping'))
  it('does not double where the stress lies earlier', () => forms('cover', 'cover covers covered covering'))
  it('changes y', () => forms('verify', 'verify verifies verified verifying'))
  it('knows irregular verbs, also behind a prefix', () => forms('rebuild', 'rebuild rebuilds rebuilt rebuilding'))
  it('makes plurals', () => assert.deepEqual(nounForms('capability'), ['capability', 'capabilities']))
})
