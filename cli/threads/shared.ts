/** What all threads of a run see: three counters. */
export type Counters = Int32Array

const [NEXT, SHOWN, ARRIVED] = [0, 1, 2] as const

/** No thread begins a job that is so far ahead of the last one that was shown: results that wait fill no memory. */
export const MOST_AHEAD = 24

export function counters(from: number): Counters {
  const made = new Int32Array(new SharedArrayBuffer(12))
  made[NEXT] = from
  made[SHOWN] = from
  return made
}

/** The first job that nobody has taken. */
export function takeJob(shared: Counters, count: number): number | undefined {
  const job = Atomics.add(shared, NEXT, 1)
  return job < count ? job : undefined
}

/** All jobs before this one are shown. */
export function setShown(shared: Counters, next: number): void {
  Atomics.store(shared, SHOWN, next)
  Atomics.notify(shared, SHOWN)
}

export const isTooFar = (shared: Counters, job: number): boolean => job - Atomics.load(shared, SHOWN) >= MOST_AHEAD

/** Blocks this thread until a job is near enough. */
export function waitForTurn(shared: Counters, job: number): void {
  while (isTooFar(shared, job)) Atomics.wait(shared, SHOWN, Atomics.load(shared, SHOWN), 1000)
}

export function sayArrived(shared: Counters): void {
  Atomics.add(shared, ARRIVED, 1)
  Atomics.notify(shared, ARRIVED)
}

export const arrivals = (shared: Counters): number => Atomics.load(shared, ARRIVED)

/** Blocks this thread until something more has arrived than `known`, or for a tenth of a second, so that signals get in. */
export const waitForArrival = (shared: Counters, known: number): void => void Atomics.wait(shared, ARRIVED, known, 100)
