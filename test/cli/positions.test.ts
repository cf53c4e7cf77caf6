import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { excerpt } from '../../cli/reports/excerpt.js'
import { markedLines } from '../../cli/reports/marked-lines.js'
import { linesOf } from '../../cli/reports/positions.js'
import { widthOfText } from '../../cli/terminal/width.js'

describe('positions', () => {
  const check = (text: string, offset: number, line: number, column: number): void =>
    deepEqual(linesOf(text).positionOf(offset), { line, column })

  it('are 1-based', () => check('abc', 0, 1, 1))
  it('count lines that end with \\n, \\r\\n and \\r', () => {
    check('a\nb', 2, 2, 1)
    check('a\r\nb', 3, 2, 1)
    check('a\rb', 2, 2, 1)
    check('a\r\n\rb', 4, 3, 1)
  })
  it('count columns in UTF-16 units', () => check('😀 a', 3, 1, 4))
  it('may be the end of the text', () => check('a\n', 2, 2, 1))

  it('lead back to the offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', '\t')), fc.nat(), (pieces, number) => {
        const text = pieces.join('')
        const lines = linesOf(text)
        const offset = number % (text.length + 1)
        const { line, column } = lines.positionOf(offset)
        return lines.line(line).start + column - 1 === offset
      }),
    )
  })
})

const excerptOf = (text: string, span: { start: number; end: number }, columns: number) =>
  excerpt(markedLines(linesOf(text), span), columns)

describe('an excerpt', () => {
  const word = fc.constantFrom(
    'safe',
    'completely',
    ' ',
    '\t',
    '模型',
    '👩‍🔬',
    'x'.repeat(90),
    '\n',
    '\r\n',
    'é',
    '\u001b',
    '🇩🇪',
  )

  it('shows every marked line or says that there is more, and never more columns than there are', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 20, max: 100 }),
        (words, a, b, columns) => {
          const text = words.join('')
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
          const rows = excerptOf(text, { start, end }, columns)
          return (
            rows.length <= 5 &&
            rows.every(({ before, marked, after }) => widthOfText(before + marked + after) <= columns)
          )
        },
      ),
    )
  })

  it('marks all of a short span', () => {
    const [row] = excerptOf('Lark is completely safe.', { start: 8, end: 23 }, 60)
    deepEqual(row, { number: 1, before: 'Lark is ', marked: 'completely safe', after: '.' })
  })

  it('leaves indentation out', () => {
    const [row] = excerptOf('\t    - safe', { start: 7, end: 11 }, 60)
    equal(row?.before, '- ')
  })

  it('cuts between words', () => {
    const text = `${'one two three '.repeat(20)}is safe${' four five six'.repeat(20)}`
    const start = text.indexOf('is safe')
    const [row] = excerptOf(text, { start, end: start + 7 }, 40)
    deepEqual(row, { number: 1, before: '… one two three ', marked: 'is safe', after: ' four five six …' })
  })
})
