import { card, launch, suppressed } from './documents.js'
import { snapshots } from './snapshot.js'

const two = { 'docs/card.md': card, 'docs/launch.md': launch }

const long = `Since its first release, and in the opinion of everyone who has worked with it for more than an afternoon, the assistant is completely safe, which is why we put it in the hands of pupils.\n`

snapshots('check', [
  { title: 'a folder', command: ['check', 'docs'], files: two },
  { title: 'nothing to find', command: ['check', 'docs/card.md'], files: two },
  {
    title: 'at 120 columns',
    command: ['check', 'docs/launch.md'],
    files: two,
    around: { terminal: true, columns: 120, env: { NO_COLOR: '1' } },
  },
  { title: 'in colour', command: ['check', '--color', 'docs/launch.md'], files: two },
  { title: 'a long line is cut around the words', command: ['check', 'long.md'], files: { 'long.md': long } },
  {
    title: 'wide characters and tabs do not shift the marks',
    command: ['check', 'wide.md'],
    files: { 'wide.md': '模型 👩‍🔬\tLark is completely safe.\n' },
  },
  {
    title: 'suppressed findings and directives without effect',
    command: ['check', 'notes.md'],
    files: { 'notes.md': suppressed },
  },
  { title: 'quiet', command: ['check', '--quiet', 'docs'], files: two },
  {
    title: 'JSON',
    command: ['check', '--format', 'json', 'docs', 'notes.md'],
    files: { ...two, 'notes.md': suppressed },
  },
  {
    title: 'compact',
    command: ['check', '--format', 'compact', 'docs', 'notes.md'],
    files: { ...two, 'notes.md': suppressed },
  },
  {
    title: 'standard input',
    command: ['check', '-', '--stdin-filename', 'draft.md'],
    around: { stdin: 'Lark is completely safe.\n' },
  },
  { title: 'the report in a file', command: ['check', '-o', 'out.txt', 'docs'], files: two },
])

snapshots('trouble', [
  {
    title: 'files that cannot be read',
    command: [
      'check',
      'latin.md',
      'binary.md',
      'letter.docx',
      'missing.md',
      'nothing/*.md',
      'docs/launch.md',
      'empty.md',
      'empty',
    ],
    files: {
      ...two,
      'latin.md': new Uint8Array([0x4c, 0x61, 0x72, 0x6b, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a]),
      'binary.md': new Uint8Array([1, 2, 0, 3]),
      'letter.docx': new Uint8Array([0x50, 0x4b, 0, 3]),
      'empty.md': '',
      'empty/picture.png': '',
    },
  },
  {
    title: 'a broken configuration',
    command: ['check', 'docs'],
    files: {
      ...two,
      '.proviso.yaml':
        'rules:\n  framing/absolute-safety: loud\nterms: [Lark]\nignore: [x]\nprofile: blog\nwaivers: w.yaml\n',
    },
  },
  {
    title: 'a configuration that is not YAML',
    command: ['check', 'docs/card.md'],
    files: { ...two, '.proviso.yaml': 'rules:\n  a: [\n' },
  },
  {
    title: 'unknown rules and keys',
    command: ['check', 'docs/card.md'],
    files: {
      ...two,
      '.proviso.yaml':
        'rules:\n  framing/absolute-safty: error\n  trianing/*: off\noverrides:\n  - files: docs\n    rule: {}\n',
    },
  },
  {
    title: 'own rules with something wrong in them',
    command: ['check', 'docs/launch.md'],
    files: {
      ...two,
      '.proviso.yaml': 'packs: [ours, theirs]\n',
      'ours/tone/bad.yaml': 'id: tone/bad\ntitle: Bad\nseverity: loud\n',
    },
  },
  { title: 'an unknown command', command: ['chek', 'docs'] },
  { title: 'a forgotten command', command: ['docs'], files: two },
  { title: 'an unknown option', command: ['check', '--formt', 'json'] },
  { title: 'an unknown format', command: ['check', '--format', 'xml'] },
  { title: 'an unknown rule', command: ['explain', 'framing/absolut-safety'] },
  { title: 'a line that is not there', command: ['explain', 'docs/card.md:99'], files: two },
])

snapshots('help', [
  { title: 'the command', command: ['--help'] },
  { title: 'check', command: ['check', '--help'] },
  { title: 'explain', command: ['explain', '--help'] },
  { title: 'rules', command: ['rules', '--help'] },
  { title: 'test-rules', command: ['test-rules', '--help'] },
  { title: 'no command', command: [] },
  { title: 'the version', command: ['--version'] },
])

const ours = `id: tone/thrilled
title: Thrill is no evidence
severity: warning
limitations: []
what: The text is thrilled.
why: It carries nothing.
instead: Say what was measured.
message: Thrill is no evidence.
phrases: ["thrilled to announce", "overjoyed to share"]
examples:
  flag: ["We are [thrilled to announce] our AI model.", "Our AI model [is here]."]
  clean:
    - { text: "We announce our AI model.", because: other }
`

snapshots('rules', [
  { title: 'the table', command: ['rules'] },
  { title: 'as JSON', command: ['rules', '--format', 'json'] },
  { title: 'the page of a rule', command: ['explain', 'framing/absolute-safety'] },
  { title: 'what was seen on a line', command: ['explain', 'docs/launch.md:3'], files: two },
  { title: 'what was seen at a place', command: ['explain', 'docs/launch.md:4:12'], files: two },
  {
    title: 'why nothing was found',
    command: ['explain', 'note.md:1'],
    files: { 'note.md': 'Lark is not completely safe.\n' },
  },
  { title: 'built-in examples', command: ['test-rules'] },
  { title: 'a pack with examples that fail', command: ['test-rules', 'ours'], files: { 'ours/thrilled.yaml': ours } },
  {
    title: 'a pack with a broken file',
    command: ['test-rules', 'ours'],
    files: {
      'ours/thrilled.yaml': ours.replace(', "Our AI model [is here]."', '').replace(', "overjoyed to share"', ''),
      'ours/bad.yaml': 'id: [',
    },
  },
])
