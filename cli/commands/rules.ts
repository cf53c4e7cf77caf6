import { type ExitCode, exitCodes } from '../exit-codes.js'
import { coloursFor } from '../terminal/colours.js'
import { table } from '../terminal/table.js'
import type { World } from '../world.js'

export interface RulesOptions {
  readonly format: 'pretty' | 'json'
  readonly color?: boolean
}

/** `proviso rules`: what can be found. */
export function listRules({ format, color }: RulesOptions, world: World): ExitCode {
  const { rules } = world.loadPack()
  if (format === 'json') {
    const entries = rules.map(({ id, title, severity, what, why, instead, limitations }) => {
      return { id, title, severity, what, why, instead, limitations }
    })
    world.stdout.write(`${JSON.stringify({ version: 1, rules: entries }, null, 2)}\n`)
    return exitCodes.clean
  }
  const colours = coloursFor(world, world.stdout, color)
  const [head = '', ...rows] = table([
    ['Rule', 'Severity', 'Title'],
    ...rules.map((one) => [one.id, one.severity, one.title]),
  ])
  world.stdout.write(
    `${[colours.bold(head), ...rows].join('\n')}\n\n${rules.length} rules. More on one: proviso explain RULE\n`,
  )
  return exitCodes.clean
}
