import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export interface Measured {
  /** Seconds from start to end. */
  readonly wall: number
  /** Seconds of all processors together. */
  readonly cpu: number
  /** Most memory at any time, in MB. */
  readonly memory: number
}

export interface Circumstances {
  readonly input?: string
  /** Whether one run comes before those that count. */
  readonly warm?: boolean
}

const TIME = '/usr/bin/time'
export const canMeasure = existsSync(TIME)

/** Medians of whole processes. GNU time measures. */
export function measure(
  command: readonly string[],
  rounds: number,
  { input, warm = true }: Circumstances = {},
): Measured {
  if (warm) once(command, input)
  const all = Array.from({ length: rounds }, () => once(command, input))
  const middle = (key: keyof Measured): number =>
    all.map((one) => one[key]).sort((a, b) => a - b)[rounds >> 1] as number
  return { wall: middle('wall'), cpu: middle('cpu'), memory: middle('memory') }
}

function once(command: readonly string[], input?: string): Measured {
  const begin = performance.now()
  const { status, stderr } = spawnSync(TIME, ['-f', '%U %S %M', ...command], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const wall = (performance.now() - begin) / 1000
  if (status !== 0 && status !== 1)
    throw new Error(`${command.join(' ').slice(0, 200)} ended with ${status}: ${stderr.slice(0, 500)}`)
  const [user = 0, system = 0, kilobytes = 0] = (stderr.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wall, cpu: user + system, memory: kilobytes / 1000 }
}
