/** Whole numbers as bytes: seven bits in each, the least first, as long as more follow. The sign is the last bit. */
export interface NumberWriter {
  /** From -2^30 to 2^30. */
  number(value: number): void
  /** The length, then the numbers. */
  list(values: ArrayLike<number>): void
  bytes(): Uint8Array
}

export function numberWriter(): NumberWriter {
  const bytes: number[] = []
  const number = (value: number): void => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  return {
    number,
    list(values) {
      number(values.length)
      for (let at = 0; at < values.length; at++) number(values[at] as number)
    },
    bytes: () => Uint8Array.from(bytes),
  }
}

export interface NumberReader {
  number(): number
  list(): Int32Array
}

/** What `numberWriter` wrote, in the same order. */
export function numberReader(bytes: Uint8Array): NumberReader {
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value & 1 ? -((value + 1) >>> 1) : value >>> 1
    }
  }
  return { number, list: () => Int32Array.from({ length: number() }, number) }
}
