import type { Pack } from '../../engine/rules/pack.js'
import { compactReport } from './compact.js'
import { jsonReport } from './json.js'
import { type Look, prettyReport } from './pretty.js'
import type { Format, Report } from './report.js'
import { sarifReport } from './sarif.js'

export function makeReport(format: Format, pack: Pack, look: Look): Report {
  const makers: Readonly<Record<Format, () => Report>> = {
    pretty: () => prettyReport(look),
    compact: compactReport,
    json: () => jsonReport(pack.version),
    sarif: () => sarifReport(pack.version, pack),
  }
  return makers[format]()
}
