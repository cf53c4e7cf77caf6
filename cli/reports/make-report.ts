import type { Pack } from '../../engine/rules/pack.js'
import { checkstyleReport } from './checkstyle.js'
import { compactReport } from './compact.js'
import { csvReport } from './csv.js'
import { githubReport } from './github.js'
import { gitlabReport } from './gitlab.js'
import { jsonReport } from './json.js'
import { jsonlReport } from './jsonl.js'
import { type Fails, junitReport } from './junit.js'
import { markdownReport } from './markdown.js'
import { type Look, prettyReport } from './pretty.js'
import { rdjsonReport } from './rdjson.js'
import type { ShardMark } from './records.js'
import type { Format, Report } from './report.js'
import { sarifReport } from './sarif.js'

export interface ReportSettings {
  readonly look: Look
  readonly fails: Fails
  /** Where all findings are that `--format github` leaves out, in words. */
  readonly elsewhere: string
  readonly shard?: ShardMark | undefined
}

export function makeReport(format: Format, pack: Pack, { look, fails, elsewhere, shard }: ReportSettings): Report {
  const makers: Readonly<Record<Format, () => Report>> = {
    pretty: () => prettyReport(look),
    compact: compactReport,
    json: () => jsonReport(pack.version),
    jsonl: () => jsonlReport(pack.version, pack, shard),
    sarif: () => sarifReport(pack.version, pack),
    github: () => githubReport(elsewhere),
    gitlab: gitlabReport,
    junit: () => junitReport(fails),
    checkstyle: checkstyleReport,
    rdjson: rdjsonReport,
    markdown: () => markdownReport(),
    csv: csvReport,
  }
  return makers[format]()
}
