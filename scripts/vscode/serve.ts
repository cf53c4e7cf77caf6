import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname } from 'node:path'

/** A running server build. */
export interface Served {
  readonly origin: string
  /** The same place as code in the window names it. */
  readonly authority: string
  stop(): Promise<void>
}

export interface ServeOptions {
  /** Settings, installed extensions and logs of this run. */
  readonly dataFolder: string
  readonly trustEverything: boolean
  readonly env?: NodeJS.ProcessEnv
}

/** Starts VS Code's server build and waits until it listens. */
export async function serve(main: string, { dataFolder, trustEverything, env }: ServeOptions): Promise<Served> {
  const port = await freePort()
  const flags = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataFolder],
    ...(trustEverything ? ['--disable-workspace-trust'] : []),
  ]
  const server = spawn(process.execPath, [main, ...flags], {
    cwd: dirname(dirname(main)),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await listening(server)
  const authority = `127.0.0.1:${port}`
  return { authority, origin: `http://${authority}`, stop: () => stopped(server) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk
      if (said.includes('Extension host agent listening')) resolve()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`The server build of VS Code ended at once:\n${said}`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill()
  })
}
