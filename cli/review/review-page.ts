import { kindOf, profileWords } from '../../engine/findings/missing-words.js'
import { strongerRule } from '../../engine/ledger/stronger-than-source.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { ClaimRow, LedgerFile } from '../ledger/claims-in.js'
import { columns, countWords, shortened } from '../ledger/formats.js'
import { acrossWords } from './across.js'
import { benchmarkSection } from './benchmark-section.js'
import { anchor, type Html, html, raw } from './html.js'
import { marked, type Review, type ReviewedFinding, reviewOf, sectionsOf } from './review.js'
import { script, style } from './style.js'

/** A review as one page that asks nothing of any other place: to open, to print and to sign. */
export function reviewPage(files: readonly LedgerFile[], pack: Pack): string {
  const review = reviewOf(files, pack)
  const parts: readonly (readonly [id: string, title: string, body: Html | undefined])[] = [
    ['summary', 'Summary', summary(review)],
    ['documents', 'Documents', documents(review, pack)],
    ['findings', 'Findings', findings(review)],
    ['across', 'Says more than its source', saysMore(review)],
    ['missing', 'What was not found', missing(review, pack)],
    ['claims', 'All claims', ledger(review.claims, files)],
    ['benchmarks', 'Benchmarks', benchmarkSection(review, pack)],
    ['waivers', 'Claims that stand by a waiver', waivers(review)],
    ['sign-off', 'Sign-off', signOff()],
  ]
  return page('Review of claims about AI safety', parts, pack.version)
}

/** The ledger alone. */
export const ledgerPage = (files: readonly LedgerFile[], pack: Pack): string =>
  page(
    'Claims about AI safety',
    [
      [
        'claims',
        'All claims',
        ledger(
          files.flatMap(({ claims }) => claims),
          files,
        ),
      ],
    ],
    pack.version,
  )

function page(title: string, parts: readonly (readonly [string, string, Html | undefined])[], version: string): string {
  const shown = parts.flatMap(([id, name, body]) => (body ? [{ id, name, body }] : []))
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Proviso ${version}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<h1>${title}</h1>
<p class="soft">Made by Proviso ${version}. A finding says that the evidence named cannot carry the claim, not that the claim is false. A text without findings is not a certified one.</p>
<nav aria-label="Parts of this page"><ul>${shown.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
</header>
<main id="main">
${shown.map(({ id, name, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>\n${body}\n</section>`)}
</main>
<footer><p class="soft small">Nothing on this page was sent anywhere, and it asks nothing of any other place. Lines and sections are those of the documents as they were read.</p></footer>
<script>${raw(script)}</script>
</body>
</html>
`.html
}`
}

function summary({ files, claims, bySeverity, gaps, chapters }: Review): Html {
  const words = files.reduce((sum, file) => sum + file.words, 0)
  const count = (state: ClaimRow['state']): number => claims.filter((claim) => claim.state === state).length
  const ofClaims = chapters.reduce((sum, chapter) => sum + chapter.findings.length, 0)
  const lacking = gaps.reduce((sum, { finding }) => sum + (finding.missing?.elements.length ?? 0), 0)
  const tiles: readonly (readonly [number | string, string])[] = [
    [files.length, files.length === 1 ? 'document' : 'documents'],
    [words.toLocaleString('en'), 'words'],
    [ofClaims, 'open claims'],
    [count('cited') + count('bounded'), 'cited or bounded'],
    [count('waived'), 'waived'],
    [lacking, 'elements not found'],
  ]
  const levels = Object.entries(bySeverity).filter(([, number]) => number > 0)
  return html`<ul class="tiles">${tiles.map(([number, name]) => html`<li><b>${number}</b>${name}</li>`)}</ul>
${levels.length > 0 && html`<p>By severity: ${levels.map(([level, number]) => html`<span class="badge ${level}">${number} ${level}${number === 1 ? '' : 's'}</span> `)}</p>`}`
}

const STEPS = [0, 1, 2, 4] as const
const heat = (findings: number): string => `h${STEPS.findLastIndex((step) => findings >= step)}`

function documents({ files }: Review, pack: Pack): Html {
  return html`${files.map((file) => {
    const sections = sectionsOf(file)
    const found = sections.filter(({ findings: number }) => number > 0)
    const { profile } = file.result
    return html`<h3 id="${anchor('file', file.path)}">${file.path}</h3>
<p class="small soft">${profile ? `Read as a ${kindOf(profile, pack)}, ${profileWords(profile)}. ` : ''}${file.words.toLocaleString('en')} words. ${countWords(file.claims)}.</p>
<div class="strip" aria-hidden="true">${sections.map(({ title, findings: number }) => html`<span class="${heat(number)}" title="${title}: ${number}"></span>`)}</div>
<p class="small">${found.length === 0 ? 'No section has a finding.' : html`Findings by section: ${found.map(({ title, line, findings: number }, at) => html`${at > 0 ? '; ' : ''}${title} (line ${line}): <b>${number}</b>`)}.`}</p>`
  })}`
}

function findings({ chapters }: Review): Html {
  if (chapters.length === 0) return html`<p>No claim was found that the evidence named cannot carry.</p>`
  return html`<p class="soft">Grouped by the chapters of the report whose limitations they meet.</p>
${chapters.map(({ title, findings: all }) => html`<h3>${title} <span class="soft">(${all.length})</span></h3>\n${byRule(all).map(ofRule)}`)}`
}

function byRule(all: readonly ReviewedFinding[]): ReviewedFinding[][] {
  const groups = new Map<string, ReviewedFinding[]>()
  for (const one of all) groups.set(one.finding.rule, [...(groups.get(one.finding.rule) ?? []), one])
  return [...groups.values()]
}

/** What holds for all findings of a rule is said once. */
function ofRule(all: readonly ReviewedFinding[]): Html {
  const [first] = all as [ReviewedFinding, ...ReviewedFinding[]]
  const {
    finding: { rule },
    file: { pack },
    remedy,
  } = first
  const title = pack.rules.find(({ id }) => id === rule)?.title ?? rule
  return html`<h4>${title} <code class="soft">${rule}</code></h4>
<dl class="why"><dt>Limitation</dt><dd>${remedy.limitation}</dd>${remedy.newer.map((fact) => html`<dt>Newer</dt><dd>${fact}</dd>`)}<dt>Instead</dt><dd>${remedy.instead}</dd>${remedy.cite !== '' && html`<dt>Report</dt><dd>${remedy.cite}</dd>`}</dl>
${all.map(finding)}`
}

function finding({
  file,
  finding: { severity, fingerprint, headings },
  line,
  message,
  remedy,
  quote,
}: ReviewedFinding): Html {
  const [before, words, behind] = quote
  const section = headings.length > 0 ? ` · ${headings.join(' › ')}` : ''
  return html`<article class="is-${severity}">
<p><span class="badge ${severity}">${severity}</span> <span class="soft small"><a href="#${anchor('file', file.path)}">${file.path}</a>, line ${line}${section} · <a href="#${anchor('c', `${file.path}-${fingerprint}`)}" aria-label="This claim in the table of all claims, ${file.path} line ${line}">in the table</a></span></p>
<blockquote>${before}<mark>${words}</mark>${behind}</blockquote>
<p>${message}${remedy.figure !== undefined && ` On record: ${remedy.figure}`}</p>
</article>
`
}

function saysMore({ across }: Review): Html | undefined {
  if (across.length === 0) return undefined
  return html`<p class="soft">A document says more than the one that it links to (<code>${strongerRule}</code>). Both sentences:</p>
${across.map(
  ({
    claim,
    source,
    how,
  }) => html`<article class="is-warning"><p><span class="badge warning">warning</span> <span class="soft small">${claim.path}, line ${claim.line}; ${acrossWords[how]}</span></p>
<blockquote>${inSentence(claim)}</blockquote><p class="small soft">${source.path}, line ${source.line}:</p><blockquote>${inSentence(source)}</blockquote></article>
`,
)}`
}

function missing({ gaps }: Review, pack: Pack): Html | undefined {
  if (gaps.length === 0) return undefined
  const elementOf = (id: string) => pack.elements?.list.find((element) => element.id === id)
  return html`<p class="soft">What a text of its kind should give and where no passage with it was found. It looks for words: something said in other words may be missed.</p>
${gaps.map(
  ({ file, finding: { missing: lacks } }) => html`<h3>${file.path}</h3>
<div class="scroll"><table><thead><tr><th scope="col">Element</th><th scope="col">Asked</th><th scope="col">What a text should give</th><th scope="col">Report</th></tr></thead><tbody>
${(lacks?.elements ?? []).map(({ id, title, needed, pointer }) => html`<tr><th scope="row">${title}</th><td>${needed}${pointer !== undefined && html`<br><span class="soft">points elsewhere: ${pointer}</span>`}</td><td>${elementOf(id)?.need}</td><td>p. ${elementOf(id)?.page}</td></tr>`)}
</tbody></table></div>`,
)}`
}

const SHOWN = ['kind', 'strength', 'bound', 'evidence', 'limitation', 'owner', 'until']

function ledger(claims: readonly ClaimRow[], files: readonly LedgerFile[]): Html {
  if (claims.length === 0) return html`<p>No claim about AI safety was seen.</p>`
  const more = columns.filter(({ key }) => SHOWN.includes(key))
  const states = [...new Set(claims.map(({ state }) => state))]
  return html`<p class="soft">Every claim that was seen, also those that nothing speaks against.</p>
<form class="filters" hidden aria-label="Filter the table"><label>Words <input name="words" type="search"></label>
<label>State <select name="state"><option value="">all</option>${states.map((state) => html`<option>${state}</option>`)}</select></label>
<label>Document <select name="path"><option value="">all</option>${files.map(({ path }) => html`<option>${path}</option>`)}</select></label>
<button type="reset">Show all</button> <span id="shown" role="status" class="soft"></span></form>
<div class="scroll" tabindex="0" role="region" aria-label="Table of all claims"><table id="ledger"><thead><tr><th scope="col">Place</th><th scope="col">Claim</th><th scope="col">State</th><th scope="col">Rule</th>${more.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${claims.map((claim) => html`<tr id="${anchor('c', `${claim.path}-${claim.id}`)}" data-state="${claim.state}" data-path="${claim.path}"><td>${claim.path}:${claim.line}<span class="soft small">${claim.headings.join(' › ')}</span></td><td class="words">${inSentence(claim)}</td><td><span class="badge ${claim.state}">${claim.state}</span>${claim.reason !== '' && html`<br><span class="soft small">${claim.guard ? `${claim.guard}: ` : ''}${claim.reason}</span>`}</td><td><code>${claim.rule}</code></td>${more.map(({ words }) => html`<td>${words(claim)}</td>`)}</tr>`)}
</tbody></table></div>`
}

function inSentence(claim: ClaimRow): Html {
  const [before, words, behind] = marked(claim)
  return html`${before.length > 240 ? `… ${before.slice(-238)}` : before}<mark>${words}</mark>${shortened(behind, 240)}`
}

function waivers({ waived }: Review): Html | undefined {
  if (waived.length === 0) return undefined
  return html`<div class="scroll"><table><thead><tr><th scope="col">Claim</th><th scope="col">Place</th><th scope="col">Why it stands</th><th scope="col">Evidence</th><th scope="col">Owner</th><th scope="col">Approved by</th><th scope="col">Until</th></tr></thead><tbody>
${waived.map(({ text, path, line, standing }) => html`<tr><td class="words">${text}</td><td>${path}:${line}</td><td>${standing?.reason}</td><td>${standing?.evidence}</td><td>${standing?.owner}</td><td>${standing?.approver}</td><td>${standing?.until ?? 'no end named'}</td></tr>`)}
</tbody></table></div>`
}

const SIGNERS = ['Technical review', 'Policy review', 'Legal review', 'Approval']

const signOff = (): Html => html`<p class="soft">Each signs for what they have read. Name, date and signature.</p>
<div class="sign">${SIGNERS.map((role) => html`<div>${role}</div>`)}</div>`
