import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/pack-files.js'

/** Grammars of the documents, as VS Code has them or near enough. */
const GRAMMARS = ['markdown', 'html', 'html-derivative', 'mdx', 'tsx', 'latex', 'tex', 'rst']

const tester = join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js')
const grammars = GRAMMARS.flatMap((name) => ['-g', join(root, `node_modules/tm-grammars/grammars/${name}.json`)])

describe('the grammar of directives', () => {
  for (const file of readdirSync(join(root, 'test/syntaxes')).filter((name) => name.startsWith('directives.'))) {
    it(`marks the parts of ${file}`, () => {
      const args = [tester, '--compact', ...grammars, `test/syntaxes/${file}`]
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
      assert.equal(status, 0, `${stdout}${stderr}`)
    })
  }
})
