import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './pack-files.js'
import { CHROMIUM_FLAGS, findChromium } from './vscode/chromium.js'

const SIZE = 256

/** media/icon.png from media/icon.svg: a marketplace takes no SVG. */
async function main(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Drawing needs Chromium.')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
  await page.setContent(`<body style="margin:0">${readFileSync(join(root, 'media/icon.svg'), 'utf8')}`)
  await page.screenshot({ path: join(root, 'media/icon.png'), omitBackground: true })
  await browser.close()
}

main()
