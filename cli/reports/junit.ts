import type { Severity } from '../../engine/findings/finding.js'
import { type Entry, entriesOf } from './entries.js'
import { Pile } from './pile.js'
import type { CheckedFile, Report } from './report.js'
import { escapedXml, tag, XML_HEAD } from './xml.js'

/** Whether a finding of this severity makes the run fail. */
export type Fails = (severity: Severity) => boolean

/**
 * `--format junit`: a test suite for each document, a test case for each finding. A finding below `--fail-on` is a case that
 * passes with its words as output, so that a test view is red exactly when a finding fails the run; a document without findings is one case.
 */
export function junitReport(fails: Fails): Report {
  const pile = new Pile()
  const sum = { tests: 0, failures: 0, errors: 0 }
  const addSuite = (name: string, cases: readonly string[], failures: number, errors: number): void => {
    sum.tests += cases.length
    sum.failures += failures
    sum.errors += errors
    const head = tag('testsuite', { name, tests: cases.length, failures, errors, skipped: 0 })
    pile.add(`  ${head}\n${cases.join('')}  </testsuite>\n`)
  }
  return {
    add(file) {
      const entries = entriesOf(file)
      const failed = entries.filter((entry) => isFailure(entry, fails)).length
      const cases = entries.map((entry) => caseOf(file, entry, isFailure(entry, fails)))
      addSuite(file.path, cases.length > 0 ? cases : [emptyCase(file.path)], failed, 0)
    },
    *finish({ faults }) {
      for (const { path, message } of faults) addSuite(path, [faultCase(path, message)], 0, 1)
      yield `${XML_HEAD}${tag('testsuites', { name: 'Proviso', ...sum })}\n`
      yield* pile.take()
      yield '</testsuites>\n'
    },
  }
}

const isFailure = ({ kind, severity }: Entry, fails: Fails): boolean => kind === 'finding' && fails(severity)

function caseOf({ path }: CheckedFile, { code, severity, message, place }: Entry, failure: boolean): string {
  const at = `${place.start.line}:${place.start.column}`
  const text = `${path}:${at}: ${severity}: ${message}\n\n${place.text}`
  const body = failure
    ? `${tag('failure', { message, type: severity })}${escapedXml(text)}</failure>`
    : `<system-out>${escapedXml(text)}</system-out>`
  return `    ${tag('testcase', { classname: path, name: `${code} (${at})` })}${body}</testcase>\n`
}

const emptyCase = (path: string): string => `    ${tag('testcase', { classname: path, name: 'no findings' }, true)}\n`

const faultCase = (path: string, message: string): string =>
  `    ${tag('testcase', { classname: path, name: 'can be checked' })}${tag('error', { message, type: 'unreadable' }, true)}</testcase>\n`
