import fc from 'fast-check'

/** Pieces of Markdown whose mixture reaches the odd corners of block structure. */
const LINES = [
  'The model was tested by two teams.', 'A second line follows', 'It is **safe** in _most_ cases.', 'See [the card](https://lab.example/card "t") for more.',
  'As in [a] and [A b][a], or [none].', 'A note[^1] and `code` here.', 'Escapes \\* and &amp; and &#x41; and &nope;', 'Hard break  ', 'Another\\',
  '# Heading', '## Heading two ##', '#No heading', '###### Six', 'Setext', '===', '---', '- - -', '***', '___',
  '- item', '- item **bold**', '-   wide item', '* star', '+ plus', '1. one', '2. two', '10) ten', '-', '- [x] done', '- [ ] open', '- ```', '- <!-- open', '- > quoted',
  '  continued', '   three', '    four', '      six', '\ttab', '  - nested', '    - deeper', '  ```', '   ~~~', '    ```', '  <!-- c -->', '  <div>', '  1. nested one',
  '> quote', '> > deeper', '>', '> - item in quote', '> ```', '> [!NOTE]', '>no space', '> # Heading in quote',
  '```', '```js', '````', '~~~', '~~~ r', '``` not `fence`', '$$', 'x^2 + y', '$a + b$ and $5', '$$x$$',
  '<div>', '</div>', '<p align="center">Hi <b>you</b></p>', '<!-- comment -->', '<!-- open', '-->', '<!-->', '<script>', '</script>', '<pre>', '</pre>', '<?php', '?>', '<!DOCTYPE html>', '<![CDATA[', ']]>',
  '<details>', '<summary>More</summary>', '</details>', '<custom-tag>', '<a href="x">', '<https://lab.example>', 'text <br> more', '<Card title={x}>', '</Card>',
  '| a | b |', '|---|---|', '| c \\| d | e |', 'a | b', '--- | ---', ':--', '|', 'Table 1: Results', 'Figure 2. A curve',
  '[a]: https://lab.example/a', '[A B]: <x y> "title"', '[a]:', '  "title"', '[^1]: A footnote.', '[^1]:', '[^n]: Other', '    in the note',
  '::: {.note}', ':::', ':::tip Title', '!!! note "Title"', '!!! warning', '??? info', '{#id .class}', '# Head {#id}', '{{< include x >}}',
  'import x from "y"', 'export const a = 1', '{/* c */}', '{value}', 'www.lab.example and a@lab.example', 'http://lab.example/x.', '~~gone~~', '![alt](i.png)', '[', '*', '**', '_', '`', '\u00a0', '\u2028', '\u0000', '😀 emoji', '\ufeff', '\f',
  'References', '# References', '+++', 'title: x',
]

const indent = fc.constantFrom('', '', '', '', ' ', '  ', '    ', '\t', '> ', '- ', '1. ')
const gap = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '  \n', '\r\n', '\r\n\r\n', '\r', '\r\r', '')
const line = fc.tuple(indent, fc.constantFrom(...LINES), gap).map((parts) => parts.join(''))

/** Texts made of shuffled lines of Markdown, with every kind of line end. */
export const markdown: fc.Arbitrary<string> = fc.array(line, { maxLength: 24 }).map((lines) => lines.join(''))

const signs = '# > - * + _ ` ~ [ ] ( ) < > ! & ; : | \\ $ { } = 1 . " \' a b A \n \n\n \r \r\n \t'.split(' ').concat([' ', '  ', '    '])

/** Texts made of the signs that mean something in Markdown. */
export const signSoup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...signs), { maxLength: 60 })
  .map((some) => some.join(''))

export const anyText: fc.Arbitrary<string> = fc.oneof(
  markdown,
  signSoup,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  // Lone surrogates too: an editor may hand them over.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
)
