import { citeShort, sourceOf } from '../../engine/findings/cite.js'
import type { Benchmark, Pack } from '../../engine/rules/pack.js'
import { type Html, html } from './html.js'
import type { Review } from './review.js'

/** Benchmarks that the documents name, with how far their scores go along with general capability where that is on record. */
export function benchmarkSection({ benchmarks }: Pick<Review, 'benchmarks'>, pack: Pack): Html | undefined {
  if (benchmarks.length === 0) return undefined
  return html`<p class="soft">A score that goes along with general capability says that a model is abler, not that it is safer.</p>
${plot(benchmarks)}
<div class="scroll"><table><thead><tr><th scope="col">Benchmark</th><th scope="col">Measures</th><th scope="col">Correlation with capability, chat models</th><th scope="col">Base models</th><th scope="col">What the study says</th><th scope="col">Source</th></tr></thead><tbody>
${benchmarks.map((one) => html`<tr><th scope="row">${one.name}</th><td>${one.measures}</td><td class="number">${figure(one, 'chat')}</td><td class="number">${figure(one, 'base')}</td><td>${one.verdict ?? 'not in the study'}</td><td>${sourceName(one, pack)}</td></tr>`)}
</tbody></table></div>`
}

/** The sign is left out where the direction of the scale is not confirmed. */
export function figure({ correlation, signConfirmed }: Benchmark, of: 'chat' | 'base'): string {
  const value = correlation?.[of]
  if (value === undefined || value === null) return 'none on record'
  return signConfirmed ? `${value} %` : `${Math.abs(value)} % (sign not confirmed)`
}

function sourceName({ source }: Benchmark, { knowledge }: Pack): string {
  const found = sourceOf(knowledge, source)
  return found ? citeShort(found) : source
}

const ROW = 26
const LEFT = 190
const WIDTH = 420

/** Bars of the size of each correlation; the table says the same in words. */
function plot(all: readonly Benchmark[]): Html | undefined {
  const rows = all.flatMap((one) => {
    const value = one.correlation?.chat
    return value === undefined || value === null
      ? []
      : [{ name: one.name, size: Math.abs(value), figure: figure(one, 'chat') }]
  })
  if (rows.length === 0) return undefined
  const height = rows.length * ROW + 24
  return html`<svg role="img" aria-label="Size of the correlation with general capability, chat models: ${rows.map(({ name, figure: said }) => `${name} ${said}`).join(', ')}" viewBox="0 0 ${LEFT + WIDTH + 110} ${height}" width="100%" style="max-width:${LEFT + WIDTH + 110}px">
${[0, 50, 100].map((at) => html`<line class="axis" x1="${LEFT + (WIDTH * at) / 100}" x2="${LEFT + (WIDTH * at) / 100}" y1="0" y2="${height - 20}"></line><text x="${LEFT + (WIDTH * at) / 100}" y="${height - 5}" text-anchor="middle">${at} %</text>`)}
${rows.map(({ name, size, figure: said }, at) => html`<text x="${LEFT - 8}" y="${at * ROW + 17}" text-anchor="end">${name.slice(0, 28)}</text><rect class="bar" x="${LEFT}" y="${at * ROW + 5}" width="${Math.max(1, (WIDTH * size) / 100)}" height="${ROW - 10}" rx="2"></rect><text x="${LEFT + (WIDTH * size) / 100 + 6}" y="${at * ROW + 17}">${said.replace(' (sign not confirmed)', '')}</text>`)}
</svg>`
}
