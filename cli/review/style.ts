/** The page's own style: light and dark as the reader's system has it, and for print. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2429; --soft: #55626a; --paper: #ffffff; --panel: #f4f6f7; --line: #cfd6da; --accent: #1f5673;
  --error: #a3160f; --warning: #7a4a00; --info: #1b5a86; --hint: #35632f; --open: #a3160f; --good: #1e6431; --mark: #ffe9a8; --markink: #1c2429 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ec; --soft: #a9b5bc; --paper: #14191c; --panel: #1d2428; --line: #3a464d; --accent: #8cc3e0;
  --error: #ff9d94; --warning: #f0c070; --info: #93c8ee; --hint: #a5d39b; --open: #ff9d94; --good: #93d3a2; --mark: #574a18; --markink: #fff3cf } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: var(--ink); background: var(--paper) }
.skip { position: absolute; left: -999px } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; z-index: 2 }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 1.75rem } h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem } h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 1px solid var(--line) }
h3 { font-size: 1.08rem; margin: 1.5rem 0 .5rem } p { margin: .4rem 0 } a { color: var(--accent) } .soft { color: var(--soft) } .small { font-size: .875rem }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; padding: .5rem 0; margin: .75rem 0 0 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none }
.tiles li { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem } .tiles b { display: block; font-size: 1.6rem; line-height: 1.15; font-variant-numeric: tabular-nums }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; line-height: 1.45; white-space: nowrap }
.error { color: var(--error) } .warning { color: var(--warning) } .info { color: var(--info) } .hint { color: var(--hint) }
.open { color: var(--open) } .cited, .bounded { color: var(--good) } .waived { color: var(--warning) } .cleared { color: var(--soft) }
.strip { display: flex; gap: 2px; height: 1.4rem; margin: .4rem 0 } .strip span { flex: 1 1 0; min-width: 4px; border: 1px solid var(--line); border-radius: 2px; background: var(--panel) }
.h1 { background: #f6c9a0 !important } .h2 { background: #e58c4f !important } .h3 { background: #b3401c !important }
@media (prefers-color-scheme: dark) { .h1 { background: #6b4526 !important } .h2 { background: #a85e2b !important } .h3 { background: #e88a4d !important } }
article { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: 1rem 0 } article.is-error { border-color: var(--error) } article.is-warning { border-color: var(--warning) } article.is-info { border-color: var(--info) } article.is-hint { border-color: var(--hint) }
blockquote { margin: .45rem 0; padding: .45rem .8rem; background: var(--panel); border-radius: .3rem; overflow-wrap: anywhere } mark { background: var(--mark); color: var(--markink); padding: 0 .1em }
dl.why { display: grid; grid-template-columns: 7.5rem 1fr; gap: .15rem .8rem; margin: .4rem 0; font-size: .94rem } dl.why dt { color: var(--soft) } dl.why dd { margin: 0 }
.filters { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: .75rem 0 } label { display: grid; gap: .15rem; font-size: .875rem; color: var(--soft) }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .5rem } button { cursor: pointer }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem } table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line) }
th { background: var(--panel); font-weight: 600 } td.words { min-width: 16rem; overflow-wrap: anywhere } td.number { text-align: right; font-variant-numeric: tabular-nums } tr:target, article:target { outline: 2px solid var(--accent) }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem } code { font-size: .9em; overflow-wrap: anywhere } td code { white-space: nowrap } td .small { display: block } #ledger td:not(:nth-child(-n+6)) { min-width: 11rem } #ledger td:nth-child(3) { min-width: 9rem } .sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.75rem 2rem; margin-top: 2rem } .sign div { border-top: 1px solid var(--ink); padding-top: .25rem; min-height: 3.25rem }
svg text { fill: var(--ink); font-size: 12px } svg .bar { fill: var(--accent) } svg .axis { stroke: var(--line) }
footer { margin-top: 3rem; padding-bottom: 2.5rem; border-top: 1px solid var(--line) }
@media (max-width: 40rem) { dl.why { grid-template-columns: 1fr } dl.why dt { margin-top: .3rem } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --panel: #f3f3f3; --line: #bbb; --accent: #000; --error: #8f0f0a; --warning: #6b4000; --info: #1b4a70; --hint: #2c5526; --open: #8f0f0a; --good: #1e5a2d; --mark: #ffe9a8; --markink: #000 }
  @page { margin: 16mm 14mm } body { font-size: 10pt } nav, .filters, .skip { display: none } header, main, footer { max-width: none; padding: 0 } a { color: inherit; text-decoration: none }
  h2, h3 { break-after: avoid } article, tr, .sign div, .tiles li { break-inside: avoid } .scroll { overflow: visible; border: 0 } table { font-size: 8pt } #ledger td, #ledger td:not(:nth-child(-n+6)) { min-width: 0 } td, th { overflow-wrap: anywhere } td .small, td .badge { font-size: inherit }
  /* What is on screen and in the CSV beside, a sheet of paper has no room for. */
  #ledger { table-layout: fixed } #ledger :is(th, td):is(:nth-child(5), :nth-child(6), :nth-child(7), :nth-child(10), :nth-child(11)) { display: none }
  #ledger th:nth-child(1) { width: 17% } #ledger th:nth-child(2) { width: 32% } #ledger th:nth-child(3) { width: 14% } #ledger th:nth-child(4) { width: 14% } #ledger th:nth-child(8) { width: 10% } td code { white-space: normal } thead { display: table-header-group } .sign { break-inside: avoid }
  .strip span, mark, th, .tiles li { print-color-adjust: exact; -webkit-print-color-adjust: exact } .h1 { background: #f6c9a0 !important } .h2 { background: #e58c4f !important } .h3 { background: #b3401c !important }
}`

/** Filters the ledger; without it all rows are shown. */
export const script = `
const form = document.querySelector('.filters'), body = document.querySelector('#ledger tbody'), told = document.querySelector('#shown');
if (form && body) {
  form.hidden = false;
  const rows = [...body.rows];
  const apply = () => {
    const words = form.elements.words.value.toLowerCase(), state = form.elements.state.value, path = form.elements.path.value;
    let shown = 0;
    for (const row of rows) {
      const fits = (!state || row.dataset.state === state) && (!path || row.dataset.path === path) && (!words || row.textContent.toLowerCase().includes(words));
      row.hidden = !fits;
      if (fits) shown++;
    }
    told.textContent = shown + ' of ' + rows.length + ' claims';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', () => { const row = document.getElementById(location.hash.slice(1)); if (row && row.hidden) { form.reset(); apply(); row.scrollIntoView(); } });
  apply();
}`
