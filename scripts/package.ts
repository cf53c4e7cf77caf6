import { statSync } from 'node:fs'
import { createVSIX } from '@vscode/vsce'
import { root } from './pack-files.js'
import { vsixPath } from './vsix.js'

/** Packs the extension. Everything is bundled, so no dependency goes in; what goes in is named in .vscodeignore. */
async function main(): Promise<void> {
  const packagePath = vsixPath()
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    // There is no public repository yet to which links of the README could be turned.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  })
  console.log(`${packagePath}: ${Math.round(statSync(packagePath).size / 1000)} kB`)
}

main()
