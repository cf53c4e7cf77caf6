import { check } from './blocks.js'

const checkPlain = (source: string, expected: readonly string[]): void => check(source, expected, 'plaintext')

describe('blocks of plain text', () => {
  it('are paragraphs between blank lines, with wrapped lines joined', () => {
    checkPlain('We test\r\n  our models.\r\n\r\nEach month.', [
      'paragraph We test⏎our models.',
      'paragraph Each month.',
    ])
  })

  it('are headings where a line is underlined, shouted or numbered', () => {
    checkPlain('Limits\n------\nText.\n\nSCOPE OF WORK\nMore.\n\n2.1 What we test\n\n3. Results\n\nEnd.', [
      'heading/2 Limits',
      'paragraph Text.',
      'heading/2 SCOPE OF WORK',
      'paragraph More.',
      'heading/3 2.1 What we test',
      'heading/2 Results',
      'paragraph End.',
    ])
  })

  it('are items of lists with any bullet', () => {
    checkPlain('We\n* one\n  goes on\n• two\n   – inner\n\na) three\nb) four', [
      'paragraph We',
      'list-item/1 #1 one⏎goes on',
      'list-item/1 #1 two',
      'list-item/2 #1 inner',
      'list-item/1 #1 three',
      'list-item/1 #1 four',
    ])
  })

  it('do not take a number in a wrapped sentence for an item', () => {
    checkPlain('The run ended in\n12. of May.', ['paragraph The run ended in⏎12. of May.'])
  })

  it('are quotations behind angle brackets', () => {
    checkPlain('> They say\n> so.\n\nWe do not.', ['quotation > They say⏎so.', 'paragraph We do not.'])
  })

  it('leave out directives', () => {
    checkPlain('% proviso-disable-next-line a/b -- tested\nIt is safe.', ['paragraph It is safe.'])
  })
})
