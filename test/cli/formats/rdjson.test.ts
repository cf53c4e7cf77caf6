import { deepEqual } from 'node:assert/strict'
import { check, files, fits, object, text, whole } from './format.js'

describe('--format rdjson', () => {
  const position = object({ line: whole, column: whole })
  const range = object({ start: position, end: position })
  const schema = object({
    source: object({ name: text }),
    diagnostics: {
      type: 'array',
      items: object(
        {
          message: text,
          location: object({ path: text, range }, ['range']),
          severity: { enum: ['ERROR', 'WARNING', 'INFO', 'UNKNOWN_SEVERITY'] },
          code: object({ value: text }),
          suggestions: { type: 'array', items: object({ range, text: { type: 'string' } }) },
        },
        ['code', 'suggestions'],
      ),
    },
  })

  it('has the fields of the Diagnostic Format and no others', async () => {
    fits(JSON.parse(await check('rdjson', files, {}, '.', 'missing.md')), schema)
    fits(JSON.parse(await check('rdjson', { 'a.md': '' })), schema)
  })

  it('counts columns in bytes of UTF-8', async () => {
    const { diagnostics } = JSON.parse(await check('rdjson', { 'a.md': '模型 😀 Lark is completely safe.\n' }))
    deepEqual(diagnostics[0].location.range, { start: { line: 1, column: 21 }, end: { line: 1, column: 36 } })
  })

  it('offers the edit that takes an unused directive away', async () => {
    const unused = '<!-- proviso-disable-next-line framing/absolute-safety -- no -->\nLunch.\n'
    const { diagnostics } = JSON.parse(await check('rdjson', { 'a.md': unused }))
    deepEqual(
      diagnostics[0].suggestions.map((one: { text: string }) => one.text),
      [''],
    )
  })
})
