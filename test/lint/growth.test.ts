import { equal, ok } from 'node:assert/strict'
import { governedSpans } from '../../engine/document/governed.js'
import { parseDocument } from '../../engine/document/parse.js'
import { lazyStates, type States } from '../../engine/language/lazy-states.js'
import type { CompiledTrie } from '../../engine/language/lexicon.js'
import { matcher, trieSearch } from '../../engine/language/matcher.js'
import { sentenceReader } from '../../engine/language/sentence.js'
import { compileRules } from '../../engine/rules/compile-rules.js'
import type { Rule } from '../../engine/rules/pack.js'
import { product } from '../product.js'

const paragraph = `We trained Lark with feedback from raters, and it is now completely safe. No test has shown a dangerous capability, so the
weights can be released. It may still fail on inputs that nobody has tried.`

/** A search that counts how often it looks where a phrase goes on. */
function counted(trie: CompiledTrie) {
  let steps = 0
  const states = lazyStates(trie)
  const counting: States = {
    root: states.root,
    next: (state, key) => {
      steps++
      return states.next(state, key)
    },
  }
  return { search: trieSearch(trie, counting), steps: () => steps }
}

describe('work', function () {
  this.timeout(60_000)
  const { rules, lexicon } = product()
  const read = sentenceReader(matcher(lexicon))

  /** Steps of searches through all sentences of a text. */
  function stepsOf(tries: readonly CompiledTrie[], text: string): number {
    const searches = tries.map(counted)
    for (const block of parseDocument(text, 'markdown').blocks) {
      for (const sentence of read(block)) for (const { search } of searches) search(sentence.line)
    }
    return searches.reduce((sum, { steps }) => sum + steps(), 0)
  }

  it('grows with the text and no faster, in paragraphs and in one line', () => {
    for (const end of ['\n\n', ' ']) {
      const [one, two, four] = [10, 20, 40].map((times) => stepsOf(lexicon.layers, (paragraph + end).repeat(times)))
      ok((one as number) > 1000)
      equal(two, 2 * (one as number))
      equal(four, 4 * (one as number))
    }
  })

  it('does not grow with the number of rules that look for the same words', () => {
    const file = { path: 'rules/all.yaml', text: '' }
    const again = rules.map((rule) => ({ ...rule, id: `${rule.id}-again` }))
    const steps = (all: readonly Rule[]): number => {
      const { compiled } = compileRules(new Map(all.map((rule) => [rule, file])), lexicon)
      return stepsOf([compiled.phrases], paragraph)
    }
    equal(steps([...rules, ...again]), steps(rules))
  })

  it('for a directive grows with its own place, and hardly with the length of the document', () => {
    const comment = '<!-- proviso-disable-next-line training/rlhf-sufficient -- quoted -->'
    const looks = (directives: number): number => {
      let count = 0
      const document = parseDocument(`${comment}\n\n${paragraph}\n\n`.repeat(directives), 'markdown')
      const blocks = document.blocks.map((block) => ({
        ...block,
        get span() {
          count++
          return block.span
        },
      }))
      document.directives.map(governedSpans({ ...document, blocks }))
      return count / directives
    }
    ok(looks(400) < looks(100) + 10, `${looks(100)}, ${looks(400)} looks at blocks`)
  })
})
