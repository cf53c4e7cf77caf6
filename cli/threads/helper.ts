import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Settings } from '../../engine/settings.js'
import type { Outcome } from '../commands/check-file.js'

/** A document for the built-in rules. `path` is absolute. */
export interface Job {
  readonly path: string
  readonly settings: Settings
}

/** Jobs that this thread and a second one take in turn, each the first that is left. */
export interface Helper {
  take(): number | undefined
  /** What the second thread made of a job that it took, as far as it is here already. */
  arrived(job: number): Outcome | undefined
  /** Kept when the second thread has done all that it took, or has failed. */
  readonly ended: Promise<void>
}

/** What the second thread is given: a counter that both count up, and the way back. */
export interface HelperData {
  readonly jobs: readonly Job[]
  readonly counter: Int32Array
  readonly port: MessagePort
}

export interface Done {
  readonly job: number
  readonly outcome: Outcome
}

export function startHelper(script: string, jobs: readonly Job[]): Helper {
  const counter = new Int32Array(new SharedArrayBuffer(4))
  const { port1: here, port2: port } = new MessageChannel()
  const data: HelperData = { jobs, counter, port }
  const worker = new Worker(script, { workerData: data, transferList: [port] })
  const done = new Map<number, Outcome>()
  return {
    take: () => takeJob(data),
    arrived(job) {
      receiveAll(here, done)
      return done.get(job)
    },
    ended: new Promise((resolve) => {
      // Whatever it left undone is done here.
      worker.on('error', () => undefined)
      worker.on('exit', () => {
        receiveAll(here, done)
        here.close()
        resolve()
      })
    }),
  }
}

/** The first job that nobody has taken. */
export function takeJob({ jobs, counter }: Pick<HelperData, 'jobs' | 'counter'>): number | undefined {
  const job = Atomics.add(counter, 0, 1)
  return job < jobs.length ? job : undefined
}

function receiveAll(port: MessagePort, done: Map<number, Outcome>): void {
  for (let one = receiveMessageOnPort(port); one; one = receiveMessageOnPort(port)) {
    const { job, outcome } = one.message as Done
    done.set(job, outcome)
  }
}
