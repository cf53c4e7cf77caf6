import { deepEqual, equal, ok } from 'node:assert/strict'
import { launch } from '../documents.js'
import { check, odd } from './format.js'

describe('--format csv', () => {
  it('has a head, CRLF, and as many cells in each row', async () => {
    const rows = cellsOf(await check('csv'))
    deepEqual(new Set(rows.map((row) => row.length)), new Set([11]))
    equal(rows[0]?.join(), 'path,line,column,end_line,end_column,severity,rule,message,text,section,fingerprint')
    equal(rows[1]?.[0], odd)
  })

  it('lets no words of a document run as a formula', async () => {
    const rows = cellsOf(await check('csv', { '=1+1.md': launch }))
    for (const row of rows.slice(1)) equal(row[0], "'=1+1.md")
  })
})

/** A reader of RFC 4180. */
function cellsOf(csv: string): string[][] {
  ok(csv.endsWith('\r\n'))
  return csv
    .slice(0, -2)
    .split(/\r\n(?=(?:[^"]|"[^"]*")*$)/)
    .map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((cell) =>
        (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'),
      ),
    )
}
