import 'mocha/mocha.js'
import { COUNTS, SUITE_BEGINS } from '../../../scripts/vscode/suite-marks.js'
import { inBrowser } from './cases.js'

/** VS Code calls this in the extension host, which is a web worker. */
export async function run(): Promise<void> {
  console.log(SUITE_BEGINS)
  mocha.setup({ ui: 'bdd', timeout: 60_000 })
  // Those that mocha brings along want a page or a terminal.
  mocha.reporter(class {} as never)
  inBrowser()
  let [passes, failures] = [0, 0]
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', ({ title }) => {
        passes++
        console.log(`    ✔ ${title}`)
      })
      .on('fail', ({ title }, { stack, message }) => {
        failures++
        console.log(`    ✘ ${title}\n${stack ?? message}`)
      })
  })
  console.log(`${COUNTS}${JSON.stringify({ passes, failures })}`)
  if (failures > 0) throw new Error(`${failures} failed`)
}
