import { workerData } from 'node:worker_threads'
import { checkFile } from '../commands/check-file.js'
import { readText } from '../files/read-text.js'
import { readPack } from '../read-pack.js'
import { type Done, type HelperData, takeJob } from './helper.js'

/** The second thread of a long run: it takes jobs until none is left. */
const data = workerData as HelperData
const pack = readPack(import.meta.dirname)
for (let job = takeJob(data); job !== undefined; job = takeJob(data)) {
  const { path, settings } = data.jobs[job] as HelperData['jobs'][number]
  const done: Done = { job, outcome: checkFile(() => readText(path), path, pack, settings) }
  data.port.postMessage(done)
}
data.port.close()
