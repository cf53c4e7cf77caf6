import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS } from './chromium.js'
import type { Served } from './serve.js'

export interface WindowOptions {
  /** Where chromium is. */
  readonly browser: string
  readonly served: Served
  readonly folder: string
  /** What the window is told beside the folder, as VS Code's own test runner does. */
  readonly payload: Readonly<Record<string, string>>
  readonly size?: { readonly width: number; readonly height: number }
}

/** A browser with one page that knows nothing of earlier runs; `open` loads the window into it. */
export async function newWindow(
  options: WindowOptions,
): Promise<{ page: Page; browser: Browser; open: () => Promise<void> }> {
  const { browser: executablePath, size = { width: 1280, height: 800 } } = options
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  return { page, browser, open: () => load(page, options) }
}

async function load(page: Page, { served, folder, payload }: WindowOptions): Promise<void> {
  const address = new URL(served.origin)
  address.searchParams.set('folder', folder)
  address.searchParams.set('payload', JSON.stringify(Object.entries(payload)))
  await page.goto(address.href)
}
