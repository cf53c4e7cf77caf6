import { resolve } from 'node:path'
import { sayProblem } from '../../engine/config/config-problem.js'
import { type PlacedProject, type ProjectOptions, projectsFor } from '../config/project.js'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { ownPacks } from '../reports/jsonl.js'
import { placesIn } from '../reports/places.js'
import { fileRecord } from '../reports/records.js'
import type { World } from '../world.js'
import { checkText } from './check-file.js'

/**
 * `proviso pipe`: a JSON object for each line in, `{"path", "text"}`, and one for each line out, in the same order and at once. Nothing is
 * kept from one line to the next. It ends with 0 when it has answered every line: findings are in the answers.
 */
export async function pipe(options: ProjectOptions, world: World): Promise<ExitCode> {
  const projectFor = projectsFor(world, options)
  for await (const line of world.readLines()) {
    if (line.trim() === '') continue
    const answer = await answerTo(line, projectFor, world)
    await world.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return exitCodes.clean
}

type Asked = { readonly path: string; readonly text: string }

async function answerTo(
  line: string,
  projectFor: (path: string) => Promise<PlacedProject>,
  world: World,
): Promise<object> {
  const asked = parsed(line)
  if ('error' in asked) return asked
  const { path, text } = asked
  const full = resolve(world.cwd, path)
  const project = await projectFor(full)
  refuseBroken(project)
  const settings = project.settingsFor(full)
  const outcome = checkText(text, path, project.pack, settings)
  if ('message' in outcome) return { kind: 'error', path, error: outcome.message }
  const { words, result } = outcome
  const pack = ownPacks(world.loadPack())(project.pack, () => undefined)
  const profile = result.profile?.name ?? 'general'
  return fileRecord({ path, profile, words, pack: project.pack, places: placesIn(text), result, hidden: {} }, pack)
}

/** A configuration that cannot be read would make every answer a wrong one. */
function refuseBroken({ problems }: PlacedProject): void {
  const broken = problems.find(({ severity }) => severity === 'error')
  if (broken) throw new Failure(sayProblem(broken))
}

function parsed(line: string): Asked | { readonly kind: 'error'; readonly path?: string; readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { kind: 'error', error: `this line is not JSON: ${(error as Error).message}` }
  }
  const { path, text } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const said = typeof path === 'string' ? { path } : {}
  if (typeof path !== 'string' || path === '')
    return { kind: 'error', error: 'a line is {"path", "text"}: path is no text' }
  if (typeof text !== 'string') return { kind: 'error', ...said, error: 'a line is {"path", "text"}: text is no text' }
  return { path, text }
}
