import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { inFolder, runIn } from '../cli/workspace.js'
import { product } from '../product.js'
import { cited, examples, inStyle, sharedDocuments } from './cited.js'

const isHere = spawnSync('pandoc', ['--version']).status === 0

/** A test that pandoc is needed for. */
const withPandoc = (title: string, test: () => void | Promise<void>): void =>
  void it(isHere ? title : `${title} (skipped: not here)`, isHere ? test : () => undefined)

function pandoc(args: readonly string[], input: string, cwd?: string): { stdout: string; stderr: string } {
  const { stdout, stderr, status } = spawnSync('pandoc', args, { input, encoding: 'utf8', ...(cwd ? { cwd } : {}) })
  equal(status, 0, stderr)
  return { stdout, stderr }
}

/** All flagged examples in one document, each under a heading of its own. */
const document = (): string =>
  examples()
    .map(({ text }, at) => `# Part ${at}\n\n${text}`)
    .join('\n')

describe('What pandoc makes of it', () => {
  withPandoc('resolves every key of a document that was fixed with the bibliography that was written', () =>
    inFolder({ 'all.qmd': `---\nbibliography: refs.bib\n---\n\n${document()}` }, async (folder) => {
      await runIn(folder, ['check', '--fix=cite', 'all.qmd'], { loadPack: product })
      const source = readFileSync(join(folder, 'all.qmd'), 'utf8')
      ok((source.match(/\[@janku2024, p/g)?.length ?? 0) > 100)
      const { stdout, stderr } = pandoc(['--citeproc', '-f', 'markdown', '-t', 'plain', 'all.qmd'], '', folder)
      equal(stderr, '')
      equal(stdout.includes('@janku2024'), false)
      equal(/\(\?+|\?\?\?/.test(stdout), false)
    }),
  )
  withPandoc('reads what is exported without a warning', () =>
    inFolder({}, async (folder) => {
      for (const [format, file] of [
        ['bibtex', 'all.bib'],
        ['csl-json', 'all.json'],
      ] as const) {
        const { stdout } = await runIn(folder, ['cite', '--format', format], { loadPack: product })
        writeFileSync(join(folder, file), stdout)
        const read = pandoc(
          ['-f', format === 'bibtex' ? 'bibtex' : 'csljson', '-t', 'csljson', '--fail-if-warnings', file],
          '',
          folder,
        )
        equal(read.stderr, '')
        const { stdout: csl } = await runIn(folder, ['cite', '--format', 'csl-json'], { loadPack: product })
        const ids = (json: string): string[] =>
          JSON.parse(json)
            .map(({ id }: { id: string }) => id)
            .sort()
        deepEqual(ids(read.stdout), ids(csl))
      }
    }),
  )
  withPandoc('renders every footnote', () => {
    const { after } = cited(document(), 'markdown', inStyle('footnote'))
    const { stdout, stderr } = pandoc(['-f', 'markdown', '-t', 'html', '--fail-if-warnings'], after)
    equal(stderr, '')
    equal(stdout.includes('[^janku'), false)
  })
})

describe('What remark makes of it', () => {
  it('finds a definition for every mark, and a mark for every definition', () => {
    const texts = [document(), ...(sharedDocuments() ?? []).map(({ text }) => text)]
    for (const text of texts) {
      const { after } = cited(text, 'markdown', inStyle('footnote'))
      const found = { footnoteReference: new Set<string>(), footnoteDefinition: new Set<string>() }
      visit(unified().use(remarkParse).use(remarkGfm).parse(after), found)
      const ours = (labels: Set<string>): string[] =>
        [...labels].filter((label) => label.startsWith('janku2024')).sort()
      deepEqual(ours(found.footnoteReference), ours(found.footnoteDefinition))
      equal(/\[\^janku2024[^\]]*\](?!:)/.test(plainText(unified().use(remarkParse).use(remarkGfm).parse(after))), false)
    }
  })
})

interface Node {
  readonly type: string
  readonly identifier?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

function visit(node: Node, found: Record<'footnoteReference' | 'footnoteDefinition', Set<string>>): void {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
    found[node.type].add(node.identifier ?? '')
  for (const child of node.children ?? []) visit(child, found)
}

const plainText = (node: Node): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainText).join(' ')
