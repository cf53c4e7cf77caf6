import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs an extension for the windows that are served from a data folder. */
export function install(main: string, vsix: string, dataFolder: string): void {
  const args = [main, '--install-extension', vsix, '--server-data-dir', dataFolder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The extension could not be installed:\n${stdout}${stderr}`)
}

/** VS Code runs tests only beside an extension under development. Where it is the installed one that is tested, this one stands there. */
export function placeholderExtension(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'placeholder', publisher: 'proviso', version: '0.0.0', engines: { vscode: '*' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}
