import { deepEqual } from 'node:assert/strict'
import { forbiddenImports } from '../../scripts/arrows.js'

const check = (path: string, source: string, expected: number): void =>
  deepEqual(forbiddenImports(path, source).length, expected)

describe('the direction of imports', () => {
  it('lets the command use the engine, and not the other way round', () => {
    check('cli/a.ts', "import { lint } from '../engine/lint.js'", 0)
    check('engine/a.ts', "import { run } from '../cli/run.js'", 1)
  })

  it('keeps server and command apart', () => {
    check('cli/a.ts', "import '../server/server.js'", 1)
    check('server/a.ts', "const { run } = await import('../cli/run.js')", 1)
  })

  it('lets the extension know the words of the server, and nothing else of it', () => {
    check('client/status/a.ts', "import type { Status } from '../../server/protocol.js'", 0)
    check('client/a.ts', "import { toRange } from '../server/to-lsp.js'", 1)
    check('client/a.ts', "import { lint } from '../engine/lint.js'", 1)
  })

  it('keeps Node and editors out of the engine', () => {
    check('engine/document/a.ts', "import { readFileSync } from 'node:fs'", 1)
    check('engine/a.ts', "import path from 'path'", 1)
    check('engine/a.ts', "import type { Diagnostic } from 'vscode-languageserver'", 1)
    check('engine/a.ts', "import { z } from 'zod'", 0)
  })
})
