import { format } from 'node:util'
import { SUITE_BEGINS } from './suite-marks.js'

export interface SuiteLog {
  readonly take: (type: string, args: readonly unknown[]) => void
  /** Prints what was held back, when there is nothing else to go by. */
  readonly end: () => void
}

export function suiteLog(print: (line: string) => void): SuiteLog {
  const heldBack: string[] = []
  let hasBegun = false
  return {
    take(type, args) {
      const line = format(...args)
      if (line.includes(SUITE_BEGINS)) hasBegun = true
      else if (hasBegun && type === 'info') print(line)
      else heldBack.push(line)
    },
    end: () => {
      if (!hasBegun) for (const line of heldBack) print(line)
    },
  }
}
