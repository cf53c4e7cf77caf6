import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './pack-files.js'
import { findChromium } from './vscode/chromium.js'
import { install } from './vscode/install.js'
import { serve } from './vscode/serve.js'
import { serverBuild } from './vscode/server-build.js'
import { newWindow } from './vscode/window.js'
import { packVsix } from './vsix.js'

/** Pictures of what a person sees, taken of a real window in which the packed extension is installed. */
const PICTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  problems: async (page) => {
    await openFile(page, 'launch-post.md')
    await page.keyboard.press('Control+Shift+M')
    await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor()
  },
  hover: async (page) => {
    await openFile(page, 'system-card.md')
    const { x, y } = await firstMark(page)
    await page.mouse.move(x, y, { steps: 5 })
    await page.locator('.monaco-hover', { hasText: 'Quick Fix...' }).waitFor()
  },
  'quick-fix': async (page) => {
    await openFile(page, 'system-card.md')
    const { x, y } = await firstMark(page)
    await page.mouse.click(x, y)
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget', { hasText: 'Cite the limitation' }).waitFor()
  },
  claims: async (page) => {
    await openFile(page, 'launch-post.md')
    await run(page, 'Proviso: Check Workspace')
    await run(page, 'Proviso: Focus on Claims View')
    await page.locator('.pane-body .monaco-list-row').nth(8).waitFor()
    await widenSideBar(page, 190)
    await run(page, 'Notifications: Clear All Notifications')
  },
  walkthrough: async (page) => {
    await page.keyboard.press('Control+B')
    await run(page, 'Welcome: Open Walkthrough...')
    await page.keyboard.type('Get started with Proviso')
    await page.keyboard.press('Enter')
    await page.locator('.getting-started-step.expanded').waitFor()
    // About the host of the window, not about us.
    await page.getByText('collects usage data').evaluate((line: { remove(): void }) => line.remove())
    await page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg').waitFor()
  },
}

/** Quiet surroundings, so that what is shown is ours. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 15,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.exclude': { '.vscode': true },
}

/** Most need no more; a list of claims is a list however long it is. */
const SIZE = { width: 1280, height: 800 }
const SIZES: Readonly<Record<string, typeof SIZE>> = { claims: { width: 1280, height: 660 } }

async function main(names: readonly string[]): Promise<void> {
  const browser = findChromium()
  const build = serverBuild()
  if (!browser || 'missing' in build) throw new Error('Screenshots need Chromium and the server build of VS Code.')
  const scratch = mkdtempSync(join(tmpdir(), 'proviso-screenshots-'))
  const folder = workspaceIn(scratch)
  const dataFolder = join(scratch, 'data')
  install(build.main, await packVsix('machine'), dataFolder)
  const served = await serve(build.main, { dataFolder, trustEverything: true })
  try {
    for (const name of names) {
      const window = await newWindow({
        browser,
        served,
        folder,
        payload: { skipWelcome: 'true' },
        size: SIZES[name] ?? SIZE,
      })
      await window.open()
      await window.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 })
      await PICTURES[name]?.(window.page)
      await take(window.page, name)
      await window.browser.close()
    }
  } finally {
    await served.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

function workspaceIn(scratch: string): string {
  const folder = join(scratch, 'larkholm')
  cpSync(join(root, 'examples'), folder, { recursive: true })
  mkdirSync(join(folder, '.vscode'))
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS))
  return folder
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(root, 'docs/images', `${name}.png`)
  // The caret blinks and bars fade: a picture is taken of what has come to rest.
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(`${name}: ${Math.round(statSync(path).size / 1000)} kB`)
}

async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P')
  await page.keyboard.type(name)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 })
  // Lenses push the lines apart.
  await page.locator('.codelens-decoration').first().waitFor()
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('F1')
  await page.keyboard.type(command)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function widenSideBar(page: Page, by: number): Promise<void> {
  const edge = (await page.locator('.part.sidebar').boundingBox()) ?? { x: 48, width: 300 }
  const x = edge.x + edge.width
  await page.mouse.move(x, 400)
  await page.mouse.down()
  await page.mouse.move(x + by, 400, { steps: 10 })
  await page.mouse.up()
  await page.mouse.move(900, 400)
}

/** The middle of the first words that are marked. */
async function firstMark(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.squiggly-warning').first().boundingBox()
  if (!box) throw new Error('No marked words are in sight.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const asked = process.argv.slice(2)
main(asked.length > 0 ? asked : Object.keys(PICTURES))
