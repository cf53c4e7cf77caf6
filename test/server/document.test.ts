import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { editedDocument } from '../../server/document.js'

const text = fc
  .array(fc.constantFrom('a', '🙂', '\n', '\r', '\r\n', 'word ', 'x'.repeat(9000)), { maxLength: 12 })
  .map((parts) => parts.join(''))
const position = fc.record({ line: fc.nat(8), character: fc.nat(12) })
const change = fc.record({ start: position, end: position, text })

describe('A document that an editor changes', () => {
  it('is what the library of the protocol makes of the same changes', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 8 }), (first, changes) => {
        const ours = editedDocument('file:///a.md', 'markdown', 1, first)
        for (const [at, { start, end, text: fresh }] of changes.entries()) {
          const inOrder = start.line < end.line || (start.line === end.line && start.character <= end.character)
          const range = inOrder ? { start, end } : { start: end, end: start }
          // A document made anew has no line offsets that were carried over.
          const theirs = TextDocument.create('file:///a.md', 'markdown', 1, ours.getText())
          TextDocument.update(theirs, [{ range, text: fresh }], at + 2)
          ours.update([{ range, text: fresh }], at + 2)
          const expected = TextDocument.create('file:///a.md', 'markdown', 1, theirs.getText())
          assert.equal(ours.getText(), expected.getText())
          assert.equal(ours.lineCount, expected.lineCount)
          for (const offset of [0, 1, 5, Math.floor(ours.getText().length / 2), ours.getText().length]) {
            assert.deepEqual(ours.positionAt(offset), expected.positionAt(offset))
          }
          assert.equal(ours.offsetAt(start), expected.offsetAt(start))
        }
      }),
      { numRuns: 1000 },
    )
  }).timeout(60_000)
})
