import { appendFileSync, statSync } from 'node:fs'
import { whyUnreadable } from '../files/read-text.js'
import type { Notices } from '../terminal/notices.js'
import type { World } from '../world.js'
import { markdownReport } from './markdown.js'
import type { CheckedFile, Format, RunEnd } from './report.js'

/** GitHub refuses a summary of more than 1 MiB for a step, all of it; some room is left for heads. */
const MOST = 900_000

export interface JobSummary {
  add(file: CheckedFile): void
  append(end: RunEnd): void
}

/** In a job of GitHub Actions `--format github` writes a summary too. It never changes how the run ends. */
export function jobSummary(format: Format, { env }: World, notices: Notices): JobSummary | undefined {
  const path = env.GITHUB_STEP_SUMMARY
  if (format !== 'github' || !path) return undefined
  const report = markdownReport(MOST - (statSync(path, { throwIfNoEntry: false })?.size ?? 0))
  return {
    add: (file) => report.add(file),
    append(end) {
      try {
        for (const piece of report.finish(end)) appendFileSync(path, piece)
      } catch (error) {
        notices.warning(`cannot write the job summary: ${whyUnreadable(error)}`)
      }
    },
  }
}
