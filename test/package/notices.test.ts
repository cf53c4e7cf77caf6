import { ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/pack-files.js'

const text = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')

/** Packages that our own sources name, types alone aside. */
function packagesNamed(): string[] {
  const found = ['cli', 'client', 'engine', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.ts'))
      .flatMap(({ parentPath, name }) => [
        ...readFileSync(join(parentPath, name), 'utf8').matchAll(/^import (?!type )[^;]*? from '([a-z@][^']*)'/gms),
      ])
      .map(([, path]) => /^(?:@[^/]+\/)?[^/]+/.exec(path as string)?.[0] as string),
  )
  return [...new Set(found)].filter((name) => name !== 'vscode' && !name.startsWith('node:'))
}

describe('What others wrote', () => {
  it('is named, with version and license, wherever our sources import it', () => {
    const names = packagesNamed()
    ok(names.length > 10)
    for (const name of names) ok(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\S* \\(`, 'm').test(text), name)
  })
  it('is named where it comes along with something else', () => {
    for (const name of ['vscode-jsonrpc', 'semver', 'character-entities', 'micromark-util-character'])
      ok(text.includes(`\n${name} `), name)
  })
  it('stands under its copyright and the words of its license', () => {
    ok(/Copyright \(c\) Microsoft Corporation/.test(text))
    ok(/Copyright Eemeli Aro <[^>]*>/.test(text))
    for (const words of ['Permission is hereby granted, free of charge', 'Permission to use, copy, modify'])
      ok(text.includes(words), words)
  })
})
