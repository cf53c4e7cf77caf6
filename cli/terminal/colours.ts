import pc from 'picocolors'
import type { Sink, World } from '../world.js'

export type Colours = ReturnType<typeof pc.createColors>

export const plain: Colours = pc.createColors(false)

/** Colours on a terminal only, unless `--color`, `--no-color`, NO_COLOR or FORCE_COLOR says otherwise. */
export function coloursFor({ env }: Pick<World, 'env'>, sink: Pick<Sink, 'isTTY'>, asked?: boolean): Colours {
  return pc.createColors(asked ?? byEnvironment(env) ?? (sink.isTTY && env.TERM !== 'dumb'))
}

function byEnvironment({ NO_COLOR, FORCE_COLOR }: World['env']): boolean | undefined {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return undefined
}

/** Columns to write in: a terminal's own, or 80, and no more than can be read with ease. */
export const widthOf = ({ columns }: Pick<Sink, 'columns'>): number => Math.min(Math.max(columns ?? 80, 40), 120)
