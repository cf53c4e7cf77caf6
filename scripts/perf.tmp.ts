import { parseDocument } from '/work/main/engine/document/parse.js'
import { lint } from '/work/main/engine/lint.js'
import { loadPack } from '/work/main/engine/rules/load-pack.js'
import { packFiles } from '/work/main/scripts/pack-files.js'
import { defaultSettings } from '/work/main/engine/settings.js'
import { prepare } from '/work/main/engine/claims/prepare.js'
import { readFileSync } from 'node:fs'
let s = performance.now()
const { pack } = loadPack(packFiles())
console.log('load', performance.now() - s)
const json = JSON.stringify(pack)
console.log('json', json.length, 'lexicon', JSON.stringify(pack.lexicon).length, 'words', pack.lexicon.words.split(' ').length, pack.lexicon.layers.map(l => l.edgeKey.length + '/' + l.gaps.length + '/' + l.joints.length))
s = performance.now(); const p2 = JSON.parse(json); console.log('parse', performance.now() - s)
s = performance.now(); prepare(p2); console.log('prepare', performance.now() - s)
const t = readFileSync('/work/shared/report/report.md', 'utf8')
for (let k = 0; k < 4; k++) { s = performance.now(); for (let i = 0; i < 7; i++) { lint(parseDocument(t + ' '.repeat(i), 'markdown'), p2, defaultSettings) } console.log('7x', performance.now() - s) }
