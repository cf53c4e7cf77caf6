import assert from 'node:assert/strict'
import { governedSpans } from '../../engine/document/governed.js'
import { parseDocument } from '../../engine/document/parse.js'

function check(source: string, expected: readonly string[], languageId = 'markdown'): void {
  const { directives } = parseDocument(source, languageId)
  assert.deepEqual(
    directives.map(({ kind, rules, reason }) => [kind, rules.map(({ id }) => id).join('+'), reason].join(' | ')),
    expected,
  )
  for (const { rules } of directives) for (const { id, start, end } of rules) assert.equal(source.slice(start, end), id)
}

function checkGoverned(source: string, expected: string, languageId = 'markdown'): void {
  const document = parseDocument(source, languageId)
  const directive = document.directives[0]
  assert.ok(directive)
  const { start, end } = governedSpans(document)(directive)
  assert.equal(source.slice(start, end), expected)
}

describe('directives', () => {
  it('name rules and give a reason', () => {
    check('<!-- proviso-disable-next-line a/b, c/d -- quoted from the law -->\nText.', [
      'disable-next-line | a/b+c/d | quoted from the law',
    ])
  })

  it('may lack rules or a reason', () => {
    check('<!-- proviso-disable -->\n\nText.\n\n<!--proviso-enable a/b-->', ['disable |  | ', 'enable | a/b | '])
  })

  it('may stand on several lines', () => {
    check('<!--\n  proviso-disable-file\n  a/b\n  -- it is\n  a novel\n-->', ['disable-file | a/b | it is\n  a novel'])
  })

  it('are comments of each format', () => {
    check('{/* proviso-disable-line a/b -- why */}', ['disable-line | a/b | why'], 'mdx')
    check('% proviso-disable a/b -- why\n.. proviso-enable', ['disable | a/b | why', 'enable |  | '], 'plaintext')
    check('% proviso-disable a/b -- why', [])
  })

  it('are samples inside code and do not count', () => {
    check('```\n<!-- proviso-disable -->\n```\n\n`<!-- proviso-disable -->`\n\n    <!-- proviso-disable -->', [])
  })

  it('of other words are none', () => {
    check('<!-- proviso-disable-all -->\n<!-- proviso-x -->\n\nThe proviso-disable comment.', [])
  })
})

describe('what a directive governs', () => {
  const comment = '<!-- proviso-disable-next-line a/b -- why -->'

  it('is the whole next block, however it is wrapped', () => {
    checkGoverned(`${comment}\nIt is safe.\nAnd so on.\n\nMore.`, 'It is safe.\nAnd so on.')
    checkGoverned(`${comment}\n\n- It is\n  safe.\n- More.`, 'It is\n  safe.')
  })

  it('is the next sentence inside a paragraph', () => {
    checkGoverned(`First. ${comment} It is\nsafe. More.`, 'It is\nsafe.')
  })

  it('is the whole of a table', () => {
    checkGoverned(`${comment}\n\n| a | b |\n|---|---|\n| c | d |\n\nText.`, '| a | b |\n|---|---|\n| c | d |')
  })

  it('is the block on its own line', () => {
    checkGoverned(
      '# Safe <!-- proviso-disable-line a/b -- why -->\n\nMore.',
      '# Safe <!-- proviso-disable-line a/b -- why -->',
    )
  })

  it('goes on to the matching comment or to the end', () => {
    const open = '<!-- proviso-disable a/b -- why -->'
    checkGoverned(
      `${open}\n\nSafe.\n\n<!-- proviso-enable c/d -->\n\nMore.\n\n<!-- proviso-enable a/b -->\n\nEnd.`,
      '\n\nSafe.\n\n<!-- proviso-enable c/d -->\n\nMore.\n\n',
    )
    checkGoverned(`Before.\n\n${open}\n\nSafe.`, '\n\nSafe.')
  })

  it('is everything for a whole file', () => {
    checkGoverned(
      'Safe.\n\n<!-- proviso-disable-file a/b -- why -->',
      'Safe.\n\n<!-- proviso-disable-file a/b -- why -->',
    )
  })
})
