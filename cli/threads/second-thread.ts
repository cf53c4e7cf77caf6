import { workerData } from 'node:worker_threads'
import type { Pack } from '../../engine/rules/pack.js'
import { openCache } from '../cache/cache.js'
import { checkFile } from '../commands/check-file.js'
import { readText } from '../files/read-text.js'
import { readPack } from '../read-pack.js'
import type { Done, HelperData, Job } from './helper.js'
import { sayArrived, takeJob, waitForTurn } from './shared.js'

/** A further thread of a long run: it takes jobs until none is left. */
async function main({ jobs, shared, port, cwd, cache: place }: HelperData): Promise<void> {
  const builtIn = readPack(import.meta.dirname)
  const packOf = packReader(builtIn, cwd)
  const cache = place && openCache(place, builtIn)
  for (let job = takeJob(shared, jobs.length); job !== undefined; job = takeJob(shared, jobs.length)) {
    const { path, settings, config } = jobs[job] as Job
    const pack = await packOf(config)
    waitForTurn(shared, job)
    const done: Done = { job, outcome: checkFile(() => readText(path), path, pack, settings, { cache }) }
    port.postMessage(done)
    sayArrived(shared)
  }
  port.close()
}

/** Rules of a team's own are read again here: compiled rules are much to send. */
function packReader(builtIn: Pack, cwd: string): (config: string | undefined) => Promise<Pack> {
  const known = new Map<string | undefined, Promise<Pack>>([[undefined, Promise.resolve(builtIn)]])
  const read = async (file: string): Promise<Pack> => {
    const { configFiles, configuredProject } = await import('../lazy.js')
    return (await configuredProject(file, builtIn, configFiles(cwd))).pack
  }
  return (config) => {
    const pack = known.get(config) ?? read(config as string)
    known.set(config, pack)
    return pack
  }
}

main(workerData as HelperData)
