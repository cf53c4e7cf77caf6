import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Settings } from '../../engine/settings.js'
import type { CachePlace } from '../cache/cache.js'
import type { Outcome } from '../commands/check-file.js'
import { arrivals, type Counters, counters, isTooFar, setShown, takeJob, waitForArrival } from './shared.js'

/** A document to check. Paths are absolute; `config` is the file that brings rules of its own, where one does. */
export interface Job {
  readonly path: string
  readonly settings: Settings
  readonly config?: string
}

export interface Work {
  readonly jobs: readonly Job[]
  /** The first job that is to be done. */
  readonly from: number
  /** How many threads do them, this one included; as many as are free where nothing is said. */
  readonly threads?: number | undefined
  readonly cache?: CachePlace | undefined
}

/** Jobs that this thread and others take in turn, each the first that is left. */
export interface Helper {
  take(): number | undefined
  /** What another thread made of a job that it took, as far as it is here already. */
  arrived(job: number): Outcome | undefined
  /** Says that all jobs before this one are shown, so that the others may go on. */
  shown(next: number): void
  /** Whether a job is so far ahead of what is shown that its result would only wait. */
  isTooFar(job: number): boolean
  /** Waits a moment for something to arrive. */
  wait(): void
  /** Whether the others have done all that they took, or have failed: what has not arrived now never will. */
  isOver(): boolean
  stop(): void
}

/** What a thread is given: the counters, and the way back. */
export interface HelperData {
  readonly jobs: readonly Job[]
  readonly shared: Counters
  readonly port: MessagePort
  readonly cwd: string
  readonly cache?: CachePlace | undefined
}

export interface Done {
  readonly job: number
  readonly outcome: Outcome
}

export function startHelper(script: string, { jobs, from, cache }: Work, threads: number, cwd: string): Helper {
  const shared = counters(from)
  const others = Array.from({ length: threads - 1 }, () => startThread(script, { jobs, shared, cwd, cache }))
  const done = new Map<number, Outcome>()
  let known = 0
  return {
    take: () => takeJob(shared, jobs.length),
    arrived(job) {
      known = arrivals(shared)
      for (const { port } of others) receiveAll(port, done)
      const outcome = done.get(job)
      done.delete(job)
      return outcome
    },
    shown: (next) => setShown(shared, next),
    isTooFar: (job) => isTooFar(shared, job),
    wait: () => waitForArrival(shared, known),
    isOver: () => others.every(({ isOver }) => isOver()),
    stop() {
      for (const { worker, port } of others) {
        port.close()
        void worker.terminate()
      }
    },
  }
}

/** What is new is short-lived: a thread with more room for it only takes more memory. Megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 16 }

function startThread(script: string, given: Omit<HelperData, 'port'>) {
  const { port1: port, port2 } = new MessageChannel()
  const data: HelperData = { ...given, port: port2 }
  const worker = new Worker(script, { workerData: data, transferList: [port2], resourceLimits: LIMITS })
  let over = false
  // Whatever it left undone is done here.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    over = true
  })
  return { worker, port, isOver: () => over }
}

function receiveAll(port: MessagePort, done: Map<number, Outcome>): void {
  for (let one = receiveMessageOnPort(port); one; one = receiveMessageOnPort(port)) {
    const { job, outcome } = one.message as Done
    done.set(job, outcome)
  }
}
