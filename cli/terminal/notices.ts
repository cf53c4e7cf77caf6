import type { World } from '../world.js'
import { coloursFor } from './colours.js'

/** Lines on stderr about the run itself; results go to stdout. */
export interface Notices {
  error(text: string): void
  warning(text: string): void
  note(text: string): void
}

export function noticesTo(world: Pick<World, 'env' | 'stderr'>, asked?: boolean, quiet = false): Notices {
  const colours = coloursFor(world, world.stderr, asked)
  const say = (label: string) => (text: string) => world.stderr.write(`${label} ${text}\n`)
  const silent = (): void => undefined
  return {
    error: say(colours.red('error:')),
    warning: quiet ? silent : say(colours.yellow('warning:')),
    note: quiet ? silent : say(colours.cyan('note:')),
  }
}
