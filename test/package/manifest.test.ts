import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentExtensions, languageOf } from '../../engine/document/languages.js'
import { root } from '../../scripts/pack-files.js'
import { defaultEditorSettings } from '../../server/editor-settings.js'
import { launch } from '../cli/documents.js'
import { runOn } from '../cli/workspace.js'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { contributes } = manifest
const clientSource = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'client', name), 'utf8'))
  .join('\n')

describe('the manifest of the extension', () => {
  it('activates for the languages that the command reads', () => {
    const read = new Set(documentExtensions.map((extension) => `onLanguage:${languageOf(`x${extension}`)}`))
    deepEqual(new Set(manifest.activationEvents), read)
  })

  it('declares every command that the client registers, and no other', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command)
    const registered = [...clientSource.matchAll(/^ {4}'(proviso\.[\w.]+)': /gm)].map((found) => found[1])
    deepEqual([...declared].sort(), registered.sort())
    for (const { category } of contributes.commands) equal(category, 'Proviso')
  })

  it('has the defaults that the server has, and describes every setting', () => {
    const { properties } = contributes.configuration
    const { codeLens, inlayHints, ...simple } = defaultEditorSettings
    const expected = { ...simple, 'codeLens.enable': codeLens.enable, 'inlayHints.enable': inlayHints.enable }
    for (const [key, value] of Object.entries(expected)) deepEqual(properties[`proviso.${key}`].default, value, key)
    for (const { markdownDescription } of Object.values<{ markdownDescription: string }>(properties)) {
      match(markdownDescription, /\.$/)
    }
  })

  it('names files that are there', () => {
    const paths = JSON.stringify(contributes).match(/(?:\.\/)?(?:media|docs|syntaxes)\/[\w./-]+\.\w+/g) ?? []
    ok(paths.length > 8)
    for (const path of [...paths, manifest.icon]) ok(existsSync(join(root, path)), path)
  })

  it('reads the compact report with its problem pattern', async () => {
    const { stdout } = await runOn({ 'docs/launch.md': launch }, ['check', '--format', 'compact', 'docs'])
    const [pattern] = contributes.problemPatterns
    const [first] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => new RegExp(pattern.regexp).exec(line))
    deepEqual(
      ['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'code'].map((part) => first?.[pattern[part]]),
      ['docs/launch.md', '3', '11', '3', '26', 'warning', 'framing/absolute-safety'],
    )
  })
})
