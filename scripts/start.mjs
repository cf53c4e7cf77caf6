// npm start: sets up, builds, and checks the documents in examples/. npm start -- PATH... checks those.
import { build, inRoot, node, setUp } from './setup.mjs'

const asked = process.argv.slice(2)
setUp()
if (!build()) process.exitCode = 2
else process.exitCode = asked.length > 0 ? checkAsked() : checkExamples()

/** Paths are those of the folder in which npm was called. */
function checkAsked() {
  return node([inRoot('dist/cli.js'), 'check', ...asked], { cwd: process.env.INIT_CWD ?? process.cwd() })
}

function checkExamples() {
  const code = node(['dist/cli.js', 'check', '--fail-on', 'never', 'examples'])
  if (code === 0) {
    console.log('\nThese are the example documents. To check your own:\n')
    console.log('  npm start -- path/to/document.md')
    console.log('  node dist/cli.js --help')
  }
  return code
}
