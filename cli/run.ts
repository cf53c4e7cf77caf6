import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { exitCodes, Failure } from './exit-codes.js'
import { makeProgram } from './program.js'
import { noticesTo } from './terminal/notices.js'
import type { World } from './world.js'

/** Runs one command line and gives the exit code. It never throws. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let code: number = exitCodes.clean
  const program = makeProgram(world, (result) => {
    code = result
  })
  try {
    expectCommand(args, program, world)
    await program.parseAsync(withoutGuessing(args), { from: 'user' })
    return code
  } catch (error) {
    return codeOf(error, world)
  }
}

/** `--fix` takes its value behind `=` only: in `--fix docs` the folder is what to check. */
function withoutGuessing(args: readonly string[]): string[] {
  const end = args.indexOf('--')
  return args.map((arg, at) => (arg === '--fix' && (end < 0 || at < end) ? '--fix=harmless' : arg))
}

/** The commonest slip: `proviso FILE`. */
function expectCommand([first]: readonly string[], program: Command, { cwd }: World): void {
  if (first === undefined || first.startsWith('-') || program.commands.some((one) => one.name() === first)) return
  if (!existsSync(resolve(cwd, first))) return
  throw new Failure(`unknown command '${first}'; did you mean: proviso check ${first}`)
}

/** By name: what is loaded only when it is needed has a class of its own. */
const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure'

function codeOf(error: unknown, world: World): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed
  const notices = noticesTo(world)
  if (isFailure(error)) notices.error(error.message)
  else notices.error(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return exitCodes.failed
}
