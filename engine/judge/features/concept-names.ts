import { hashText } from '../../language/hash.js'

const hashes = new WeakMap<readonly string[], Int32Array>()

/** Hashes of all concepts of a lexicon, made once. */
export function conceptHashes(names: readonly string[]): Int32Array {
  const known = hashes.get(names)
  if (known) return known
  const made = Int32Array.from(names, (_, concept) => hashText(conceptName(names, concept)))
  hashes.set(names, made)
  return made
}

/** One benchmark is as good as another here. */
export function conceptName(names: readonly string[], concept: number): string {
  const name = names[concept] ?? ''
  return name.startsWith('benchmark.') ? name.split('.').slice(0, 2).join('.') : name
}
