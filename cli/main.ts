import { nodeWorld } from './node-world.js'
import { run } from './run.js'

// A reader that has seen enough (`proviso check | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(process.exitCode ?? 0)
  })
}

process.on('SIGINT', () => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.exit(130)
})

// The code is set and the process ends by itself, so that a slow pipe gets all of the output.
run(process.argv.slice(2), nodeWorld(import.meta.dirname)).then((code) => {
  process.exitCode = code
})
