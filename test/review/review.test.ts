import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { LedgerFile } from '../../cli/ledger/claims-in.js'
import { claimsIn } from '../../cli/ledger/claims-in.js'
import { reviewMarkdown } from '../../cli/review/review-markdown.js'
import { reviewPage } from '../../cli/review/review-page.js'
import { builtInProject } from '../../engine/config/project.js'
import { noneAccepted } from '../../engine/waivers/accepted.js'
import { product } from '../product.js'

const CARD = `---
proviso: { profile: system-card }
---

# Wren 3 system card

This card reports what we measured on TruthfulQA and HarmBench. <script>alert(1)</script>

## Training

RLHF guarantees that the model is safe. The danger "<b>is</b>" gone.

## Limits

RLHF does not guarantee that the model is safe. No system is ever completely safe.

| Risk | Status |
| --- | --- |
| Misuse of the model | the model is completely safe |
`

function fileOf(shown: string, text: string): LedgerFile {
  const target = { path: `/project/${shown}`, shown, named: true, read: () => ({ text }) }
  const outcome = claimsIn({ target, project: builtInProject(product()) } as never, noneAccepted)
  assert.ok('claims' in outcome)
  return outcome
}

const files = () => [fileOf('cards/wren.md', CARD), fileOf('posts/empty.md', '# Notes\n\nBeans.\n')]

describe('the review in Markdown', () => {
  it('holds documents, findings with the report, what is missing, benchmarks and sign-off', () => {
    const text = reviewMarkdown(files(), product())
    for (const part of [
      '## Documents',
      'framing/absolute-safety',
      'p. 3',
      '## What was not found',
      'TruthfulQA',
      '- [ ] Approval',
    ])
      assert.ok(text.includes(part), part)
    assert.ok(!text.includes('<script>'))
  })
})

const CHROMIUM = [
  process.env.PROVISO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

describe('the review page', () => {
  let browser: Browser | undefined
  before(async function () {
    if (!CHROMIUM) {
      console.log('skipped: not here (Chromium)')
      return this.skip()
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  })
  after(() => browser?.close())

  /** The page in a browser that answers no request; `asked` are those it made besides itself. */
  async function open(
    use: (page: Page, asked: string[]) => Promise<void>,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<void> {
    const page = await (browser as Browser).newPage({ colorScheme })
    const asked: string[] = []
    await page.route('**', (route) => {
      if (route.request().url() === 'http://review.test/')
        return route.fulfill({ contentType: 'text/html', body: reviewPage(files(), product()) })
      asked.push(route.request().url())
      return route.abort()
    })
    try {
      await page.goto('http://review.test/')
      await use(page, asked)
    } finally {
      await page.close()
    }
  }

  it('asks nothing of any other place, and runs nothing of a document', () =>
    open(async (page, asked) => {
      assert.deepEqual(asked, [])
      assert.equal(await page.locator('main script').count(), 0)
    }))

  it('filters the table of claims by state, document and words', () =>
    open(async (page) => {
      const shown = () => page.locator('#ledger tbody tr:visible').count()
      const all = await shown()
      await page.getByLabel('State').selectOption('open')
      const open = await shown()
      assert.ok(open > 0 && open < all, `${open} of ${all}`)
      assert.equal(await page.getByRole('status').textContent(), `${open} of ${all} claims`)
      await page.getByLabel('Words').fill('guarantees that')
      assert.equal(await shown(), 1)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.locator(`#ledger tbody tr:visible >> nth=${all - 1}`).waitFor()
      assert.equal(await shown(), all)
    }))

  it('leads from a finding to its row, by keyboard too', () =>
    open(async (page) => {
      const link = page.locator('article a[href^="#c-"]').first()
      const target = (await link.getAttribute('href')) ?? ''
      await link.focus()
      await page.keyboard.press('Enter')
      assert.equal(new URL(page.url()).hash, target)
      assert.ok(await page.locator(`[id="${target.slice(1)}"]`).isVisible())
    }))

  it('prints to PDF', () =>
    open(async (page) => {
      const pdf = await page.pdf({ format: 'A4' })
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    }))

  for (const scheme of ['light', 'dark'] as const)
    it(`has no violation that axe-core finds, in ${scheme}`, () =>
      open(async (page) => {
        const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { violations: found } = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run()
          return found.map(
            ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' … ')}`,
          )
        })
        assert.deepEqual(violations, [])
      }, scheme))
})
