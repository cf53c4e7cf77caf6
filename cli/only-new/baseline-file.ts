import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../exit-codes.js'
import { replaceFile } from '../files/atomic.js'
import { whyUnreadable } from '../files/read-text.js'

const entrySchema = z.object({
  path: z.string().min(1),
  rule: z.string().min(1),
  fingerprint: z.string().min(1),
  sentence: z.string().min(1),
  text: z.string(),
})

/** A finding that is known. `path` is relative to the folder of the baseline, with `/`; `sentence` is a hash of the sentence's words. */
export type BaselineEntry = Readonly<z.infer<typeof entrySchema>>

const fileSchema = z.object({ version: z.literal(1), findings: z.array(entrySchema) })

/** The entries of a baseline; none of a file that is not there yet, where it may be new. */
export function readBaseline(path: string, shown: string, mayBeNew: boolean): BaselineEntry[] {
  if (!existsSync(path) && mayBeNew) return []
  const parsed = fileSchema.safeParse(parsedJson(textOf(path, shown), shown))
  if (parsed.success) return parsed.data.findings
  const [issue] = parsed.error.issues
  throw new Failure(
    `${shown}: this is no baseline of version 1: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`,
  )
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Failure(`${shown}: ${whyUnreadable(error)}; --update-baseline writes it`)
  }
}

function parsedJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const conflict = /^(<{7}|={7}|>{7})/m.test(text)
      ? '; a merge left its marks in it: take either side, then --update-baseline'
      : ''
    throw new Failure(`${shown}: this is not JSON: ${(error as Error).message}${conflict}`)
  }
}

/** One line for each entry, in an order of their own, so that two branches that add different findings merge. */
export function writeBaseline(path: string, entries: readonly BaselineEntry[], shown: string): void {
  const lines = entries
    .map(({ path, rule, fingerprint, sentence, text }) => JSON.stringify({ path, rule, fingerprint, sentence, text }))
    .sort()
    .map((line) => `\n    ${line}`)
  const text = `{\n  "version": 1,\n  "findings": [${lines.join(',')}${lines.length === 0 ? '' : '\n  '}]\n}\n`
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  replaceFile(path, text, shown)
}
