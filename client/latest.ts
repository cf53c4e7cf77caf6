/** While one run is under way any number of calls lead to one more, so that a burst of changes costs two runs. */
export function latest(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    current = run().finally(() => {
      current = undefined
    })
    return current
  }
  const startNext = (): Promise<void> => {
    next = undefined
    return start()
  }
  return () => {
    if (!current) return start()
    next ??= current.then(startNext, startNext)
    return next
  }
}
