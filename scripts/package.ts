import { statSync } from 'node:fs'
import { packVsix, targets } from './vsix.js'

/** npm run package: the extension as a file for machines, and one for browsers. */
async function main(): Promise<void> {
  for (const target of targets) {
    const path = await packVsix(target)
    console.log(`${path}: ${Math.round(statSync(path).size / 1000)} kB`)
  }
}

main()
