import type { Severity } from '../../engine/findings/finding.js'
import { entriesOf } from './entries.js'
import { Pile } from './pile.js'
import type { Report } from './report.js'
import { tag, XML_HEAD } from './xml.js'

/** `--format checkstyle`: the XML of Checkstyle 4.3, which many review tools read. Columns are 1-based, in UTF-16 units. */
export function checkstyleReport(): Report {
  const pile = new Pile()
  pile.add(`${XML_HEAD}<checkstyle version="4.3">\n`)
  const add = (path: string, errors: readonly string[]): void =>
    pile.add(`  ${tag('file', { name: path })}\n${errors.join('')}  </file>\n`)
  return {
    add(file) {
      const entries = entriesOf(file)
      if (entries.length === 0) return
      const errors = entries.map(({ place: { start }, severity, code, message }) =>
        errorTag({ line: start.line, column: start.column, severity: levels[severity], message, source: code }),
      )
      add(file.path, errors)
    },
    ready: () => pile.take(),
    *finish({ faults }) {
      for (const { path, message } of faults) {
        add(path, [errorTag({ line: 1, severity: 'error', message, source: 'cannot-be-checked' })])
      }
      yield* pile.take()
      yield '</checkstyle>\n'
    },
  }
}

const errorTag = ({ source, ...rest }: Record<string, string | number>): string =>
  `    ${tag('error', { ...rest, source: `proviso.${source}` }, true)}\n`

const levels = { error: 'error', warning: 'warning', info: 'info', hint: 'info' } as const satisfies Record<
  Severity,
  string
>
