import { folderOf } from '../../engine/config/paths.js'
import { problemWith, waiverFor } from '../../engine/waivers/waiver-for.js'
import { withWaiver } from '../../engine/waivers/write-waivers.js'
import type { Core } from '../core.js'
import { type WaiveParams, type WaiveResult, waiveRequest } from '../protocol.js'
import { pathOf } from '../uris.js'

export function registerWaive(core: Core, renew: () => void): void {
  core.connection.onRequest(waiveRequest, async (params: WaiveParams): Promise<WaiveResult> => {
    const result = await waive(params, core)
    if ('uri' in result) renew()
    return result
  })
}

/** Writes the record beside what others wrote meanwhile. */
async function waive({ uri, fingerprint, words }: WaiveParams, core: Core): Promise<WaiveResult> {
  const today = core.world.today()
  const problem = problemWith(words, today)
  if (problem !== undefined) return { problem }
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  const finding = checked?.result.findings.find((one) => one.fingerprint === fingerprint)
  if (!checked || !document || !finding) return { problem: 'The claim is not there any more.' }
  const file = await core.projects.waiversFor(uri, checked.surroundings.project)
  const waiver = waiverFor(
    finding,
    document.text.getText(),
    relativeTo(folderOf(pathOf(file)), pathOf(uri)),
    words,
    today,
  )
  try {
    await core.files.update(file, (text) => withWaiver(text, waiver, pathOf(file)))
    return { uri: file }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** A path from a folder; both absolute with `/`. */
function relativeTo(folder: string, path: string): string {
  const [from, to] = [folder.split('/'), path.split('/')]
  let same = 0
  while (same < from.length && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
