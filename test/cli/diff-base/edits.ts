import type { Repository } from '../repository.js'

const launch = `# Lark

## Safety

Lark is completely safe. We wrote the plan
in spring and the pilot in summer.

The run erased every trace of the recipes
from the model.

## Wider

- The model is completely safe at school.
- The pilot has three parts.

| Part | Words |
| --- | --- |
| First | The assistant is entirely without risk. |
| Second | None. |

The model is not completely safe in the lab.
`

const notes = `# Notes

<!-- proviso-disable-next-line framing/absolute-safety -- quoted from the tender -->
The bid says the assistant is completely safe.

Somebody asked a question. The model is completely safe on the bridge. Nobody answered.
`

const plan = 'Our AI model is completely safe in the plan.\n'

type Edit = (repository: Repository) => void
/** What is edited, how, and the beginnings of the lines on which findings are new, in order of place. */
type Case = readonly [title: string, edit: Edit, expected: readonly string[]]

export const A = 'docs/launch.md'
const B = 'docs/notes.md'
const C = 'plan.txt'

/** The documents before any edit. */
export const documents = { [A]: launch, [B]: notes, [C]: plan }

export const OLD = 'Lark is completely safe.'
const paragraph = 'The run erased every trace of the recipes\nfrom the model.\n'

export const edits: readonly Case[] = [
  ['nothing', () => undefined, []],
  [
    'a claim is inserted as a paragraph',
    (r) => r.replace(A, '## Wider', 'Lark is entirely without risk.\n\n## Wider'),
    ['Lark is entirely without risk.'],
  ],
  [
    'a claim is appended to a paragraph',
    (r) => r.replace(A, 'in summer.', 'in summer. The model is entirely without risk.'),
    ['in spring and the pilot in summer. The model is entirely'],
  ],
  [
    'a claim is inserted before an old one in its line',
    (r) => r.replace(A, OLD, `The AI is entirely without risk. ${OLD}`),
    ['The AI is entirely without risk.'],
  ],
  [
    'a claim is inserted between two sentences of one line',
    (r) => r.replace(B, 'Nobody answered', 'The AI is entirely without risk. Nobody answered'),
    ['Somebody asked a question. The model is completely safe on the bridge. The AI'],
  ],
  [
    'a sentence without a claim is inserted before an old claim in its line',
    (r) => r.replace(A, OLD, `We met. ${OLD}`),
    [],
  ],
  ['a sentence without a claim beside an old claim is changed', (r) => r.replace(A, 'in spring', 'in autumn'), []],
  ['a claim is deleted', (r) => r.replace(A, OLD, ''), []],
  ['a paragraph before old claims is deleted', (r) => r.replace(B, 'Somebody asked a question. ', ''), []],
  ['a paragraph is inserted at the top', (r) => r.write(A, `Hello.\n\n${r.read(A)}`), []],
  ['a claim is weakened to none', (r) => r.replace(A, OLD, 'Lark is not completely safe.'), []],
  [
    'a claim is strengthened in place',
    (r) => r.replace(A, 'The model is not completely safe', 'The model is completely safe'),
    ['The model is completely safe in the lab.'],
  ],
  [
    'a word is added to the sentence of an old claim',
    (r) => r.replace(A, OLD, 'Lark is completely safe today.'),
    ['Lark is completely safe today.'],
  ],
  [
    'a hedge is taken from the sentence of an old claim',
    (r) => r.replace(A, 'safe at school', 'safe'),
    ['- The model is completely safe.'],
  ],
  [
    'one claim is put for another',
    (r) => r.replace(A, OLD, 'Lark is entirely without risk.'),
    ['Lark is entirely without risk.'],
  ],
  [
    'the negation of a claim is deleted, over a line end',
    (r) => r.replace(A, 'is not completely', 'is\ncompletely'),
    ['completely safe in the lab.'],
  ],
  [
    'a paragraph is re-wrapped',
    (r) => r.replace(A, paragraph, 'The run erased every\ntrace of the recipes from the\nmodel.\n'),
    [],
  ],
  ['a paragraph is put on one line', (r) => r.replace(A, paragraph, paragraph.replace('\n', ' ')), []],
  ['each sentence is put on a line of its own', (r) => r.replace(B, 'question. The', 'question.\nThe'), []],
  [
    'a paragraph is re-wrapped and gets a claim',
    (r) =>
      r.replace(
        A,
        paragraph,
        'The run erased every\ntrace of the recipes from the\nmodel. The AI is completely safe.\n',
      ),
    ['model. The AI is completely safe.'],
  ],
  [
    'a paragraph is re-wrapped and its claim changed',
    (r) => r.replace(A, paragraph, 'The long run erased every\ntrace of the recipes from the\nmodel.\n'),
    ['The long run erased every'],
  ],
  ['line ends become CRLF', (r) => r.write(A, r.read(A).replaceAll('\n', '\r\n')), []],
  [
    'line ends become CRLF and a claim is added',
    (r) => r.write(A, `${r.read(A)}\nLark is entirely without risk.\n`.replaceAll('\n', '\r\n')),
    ['Lark is entirely without risk.'],
  ],
  ['a byte order mark is put in front', (r) => r.write(A, `\ufeff${r.read(A)}`), []],
  ['the text becomes UTF-16', (r) => r.write(A, Buffer.from(`\ufeff${r.read(A)}`, 'utf16le')), []],
  ['the line end at the end of the file is taken away', (r) => r.write(C, plan.trimEnd()), []],
  ['spaces are put at line ends', (r) => r.write(A, r.read(A).replaceAll('\n', '  \n')), []],
  ['a claim is set in bold', (r) => r.replace(A, OLD, 'Lark is **completely safe**.'), []],
  ['quotes and dashes are made typographic', (r) => r.replace(A, 'three parts', 'three parts – “all” of them'), []],
  [
    'a section is moved within its file',
    (r) => r.write(A, r.read(A).replace(/(## Safety[\s\S]*?)(## Wider[\s\S]*)/, '$2\n$1')),
    [],
  ],
  [
    'a paragraph is moved to another section',
    (r) => {
      r.replace(A, paragraph, '')
      r.write(A, `${r.read(A)}\n${paragraph}`)
    },
    [],
  ],
  [
    'a paragraph is moved to another file',
    (r) => {
      r.replace(A, paragraph, '')
      r.write(B, `${r.read(B)}\n${paragraph}`)
    },
    [],
  ],
  [
    'a paragraph is moved to a new file that git does not know yet',
    (r) => {
      r.replace(A, paragraph, '')
      r.write('docs/new.md', paragraph)
    },
    [],
  ],
  [
    'a paragraph is copied: one of the two is new',
    (r) => r.write(B, `${r.read(B)}\n${paragraph}`),
    ['The run erased every trace of the recipes'],
  ],
  ['a claim is repeated before itself', (r) => r.replace(A, OLD, `${OLD}\n\n${OLD}`), [OLD]],
  [
    'a paragraph is moved and its claim changed',
    (r) => {
      r.replace(A, paragraph, '')
      r.write(B, `${r.read(B)}\n${paragraph.replace('The run', 'Our run')}`)
    },
    ['Our run erased every trace of the recipes'],
  ],
  ['a list item becomes a paragraph', (r) => r.replace(A, '- The model', 'The model'), []],
  [
    'a row of a table is moved',
    (r) =>
      r.replace(
        A,
        '| First | The assistant is entirely without risk. |\n| Second | None. |',
        '| Second | None. |\n| First | The assistant is entirely without risk. |',
      ),
    [],
  ],
  ['another cell of the row is changed', (r) => r.replace(A, '| First |', '| Premier |'), []],
  [
    'a row with a claim is added',
    (r) => r.replace(A, '| Second |', '| Half | The model is completely safe. |\n| Second |'),
    ['| Half | The model is completely safe. |'],
  ],
  ['a heading above old claims is changed', (r) => r.replace(A, '## Safety', '## On safety'), []],
  ['a file is renamed', (r) => r.move(A, 'docs/lark.md'), []],
  [
    'a file is renamed and gets a claim',
    (r) => {
      r.move(A, 'docs/lark.md')
      r.write('docs/lark.md', `${r.read('docs/lark.md')}\nLark is entirely without risk.\n`)
    },
    ['Lark is entirely without risk.'],
  ],
  [
    'a file is moved to another folder and half of it rewritten',
    (r) => {
      r.move(A, 'x/lark.md')
      r.write('x/lark.md', `${'The pilot went on.\n\n'.repeat(60)}${r.read('x/lark.md')}`)
    },
    [],
  ],
  ['a file becomes one of another format', (r) => r.move(C, 'plan.md'), []],
  ['a file is deleted', (r) => r.delete(A), []],
  [
    'a file is added that git does not know yet',
    (r) => r.write('docs/new.md', 'Lark is entirely without risk.\n'),
    ['Lark is entirely without risk.'],
  ],
  [
    'a file whose name has spaces, quotes and other letters is added',
    (r) => r.write('docs/a "ü" b.md', 'Lark is entirely without risk.\n'),
    ['Lark is entirely without risk.'],
  ],
  [
    'such a file is changed later',
    (r) => {
      r.write('docs/a "ü"\t b.md', plan)
      r.commit()
      r.git('branch', '-f', 'base')
      r.write('docs/a "ü"\t b.md', `${plan}\nLark is completely safe now.\n`)
    },
    ['Lark is completely safe now.'],
  ],
  [
    'a file is split in two',
    (r) => {
      const [head = '', tail = ''] = r.read(A).split('## Wider')
      r.write(A, head)
      r.write('docs/tail.md', `# Wider${tail}`)
    },
    [],
  ],
  [
    'two files are joined',
    (r) => {
      r.write(A, `${r.read(A)}\n${r.read(B)}`)
      r.delete(B)
    },
    [],
  ],
  [
    'the directive of an old claim is deleted',
    (r) => r.replace(B, '<!-- proviso-disable-next-line framing/absolute-safety -- quoted from the tender -->\n', ''),
    ['The bid says the assistant is completely safe.'],
  ],
  [
    'the reason of a directive is deleted',
    (r) => r.replace(B, ' -- quoted from the tender', ''),
    ['The bid says the assistant is completely safe.'],
  ],
  [
    'lines that look like those of a difference are added',
    (r) => r.write(A, `--- a/docs/notes.md\n+++ b/docs/notes.md\n@@ -1 +1 @@\n\n${r.read(A)}`),
    [],
  ],
  [
    'everything is committed',
    (r) => {
      r.replace(A, OLD, 'Lark is entirely without risk.')
      r.commit()
    },
    ['Lark is entirely without risk.'],
  ],
  [
    'a part is committed, a part staged and a part neither',
    (r) => {
      r.write('1.md', 'Lark is completely safe at one.\n')
      r.commit()
      r.write('2.md', 'Lark is completely safe at two.\n')
      r.git('add', '-A')
      r.write('3.md', 'Lark is completely safe at three.\n')
    },
    ['Lark is completely safe at one.', 'Lark is completely safe at two.', 'Lark is completely safe at three.'],
  ],
  [
    'the base goes on with claims of its own',
    (r) => {
      r.git('checkout', '-q', 'base')
      r.write('theirs.md', 'Lark is completely safe there.\n')
      r.commit()
      r.git('checkout', '-q', 'main')
      r.write('ours.md', 'Lark is completely safe here.\n')
    },
    ['Lark is completely safe here.'],
  ],
  [
    'the base is merged into the branch',
    (r) => {
      r.write('ours.md', 'Lark is completely safe here.\n')
      r.commit()
      r.git('checkout', '-q', 'base')
      r.write('theirs.md', 'Lark is completely safe there.\n')
      r.commit()
      r.git('checkout', '-q', 'main')
      r.git('merge', '-q', '--no-edit', 'base')
    },
    ['Lark is completely safe here.'],
  ],
  [
    'HEAD is the merge of branch and base, as on a runner',
    (r) => {
      r.git('checkout', '-q', '-b', 'work')
      r.replace(A, OLD, 'Lark is entirely without risk.')
      r.commit()
      r.git('checkout', '-q', 'base')
      r.replace(C, 'in the plan', 'of the plan')
      r.commit()
      r.git('checkout', '-q', '--detach')
      r.git('merge', '-q', '--no-edit', 'work')
    },
    ['Lark is entirely without risk.'],
  ],
  [
    'a conflict is not resolved yet',
    (r) => {
      r.git('checkout', '-q', 'base')
      r.replace(C, 'in the plan', 'of the plan')
      r.commit()
      r.git('checkout', '-q', 'main')
      r.replace(C, 'in the plan', 'by the plan')
      r.commit()
      try {
        r.git('merge', '-q', 'base')
      } catch {
        /* that is the case */
      }
      r.git('branch', '-f', 'base', 'HEAD~1')
    },
    ['Our AI model is completely safe by the plan.', 'Our AI model is completely safe of the plan.'],
  ],
]
