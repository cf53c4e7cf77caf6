import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { CHROMIUM_FLAGS } from './chromium.js'
import type { Served } from './serve.js'

export interface WindowOptions {
  /** Where chromium is. */
  readonly browser: string
  /** The entry of the server build. */
  readonly main: string
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
  await serveWebviews(context, options)
  const page = await context.newPage()
  return { page, browser, open: () => load(page, options) }
}

async function load(page: Page, { served, folder, payload }: WindowOptions): Promise<void> {
  const address = new URL(served.origin)
  address.searchParams.set('folder', folder)
  address.searchParams.set('payload', JSON.stringify(Object.entries(payload)))
  await page.goto(address.href)
}

/** Previews live in frames of a public host. Their few files are part of the build, and are given from there. */
async function serveWebviews(context: BrowserContext, { main }: WindowOptions): Promise<void> {
  const folder = join(dirname(main), 'vs/workbench/contrib/webview/browser/pre')
  await context.route(/^https:\/\/[^/]*\.vscode-cdn\.net\//, (route) => answer(route, folder))
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

async function answer(route: Route, folder: string): Promise<void> {
  const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
  const file = join(folder, name)
  if (!existsSync(file)) return route.abort()
  await route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(name)] ?? 'application/octet-stream' })
}
