import { deepEqual, equal } from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { here } from './fixture.js'
import { type Circumstances, type Files, inFolder, runIn } from './workspace.js'

export interface Case {
  readonly title: string
  readonly command: readonly string[]
  readonly files?: Files
  readonly around?: Circumstances
}

/**
 * What a person sees, as test/cli/snapshots/NAME.md: each command with its output and exit code, compared exactly.
 * UPDATE_SNAPSHOTS=1 writes the file anew; read the difference before you keep it.
 */
export function snapshots(name: string, cases: readonly Case[]): void {
  const file = join(here, 'snapshots', `${name}.md`)
  const written: string[] = []
  describe(`snapshots of ${name}`, () => {
    for (const one of cases) {
      it(one.title, async () => {
        const section = await sectionFor(one)
        written.push(section)
        if (!process.env.UPDATE_SNAPSHOTS) equal(section, sectionsOf(read(file)).get(one.title))
      })
    }
    it('holds these cases and no others', () => {
      if (process.env.UPDATE_SNAPSHOTS) write(file, name, written)
      else
        deepEqual(
          [...sectionsOf(read(file)).keys()],
          cases.map(({ title }) => title),
        )
    })
  })
}

async function sectionFor({ title, command, files = {}, around = {} }: Case): Promise<string> {
  const { stdout, stderr, code } = await inFolder(files, async (folder) => {
    const outcome = await runIn(folder, command, around)
    return {
      ...outcome,
      stdout: outcome.stdout.replaceAll(folder, '<folder>'),
      stderr: outcome.stderr.replaceAll(folder, '<folder>'),
    }
  })
  const words = ['proviso', ...command].map((word) => (/[\s*"]/.test(word) ? `'${word}'` : word)).join(' ')
  const parts = [
    `## ${title}`,
    fenced('sh', words),
    ...shown('', stdout),
    ...shown('On stderr:\n\n', stderr),
    `Exit code ${code}.`,
  ]
  return `${parts.join('\n\n')}\n`
}

const shown = (label: string, text: string): string[] =>
  text === '' ? [] : [label + fenced('text', visible(text).trimEnd())]

const fenced = (language: string, text: string): string => `\`\`\`\`${language}\n${text}\n\`\`\`\``

/** Escape sequences as a reader of the file can see them. */
const visible = (text: string): string => text.replaceAll('\u001b', '␛').replaceAll('\r', '␍')

function sectionsOf(text: string): Map<string, string> {
  const sections = text.split(/^(?=## )/m).slice(1)
  return new Map(sections.map((section) => [section.slice(3, section.indexOf('\n')), `${section.trimEnd()}\n`]))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function write(file: string, name: string, sections: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `# ${name}\n\nWritten by the tests: UPDATE_SNAPSHOTS=1 npm test\n\n${sections.join('\n')}`)
}
