/** Below, at and above nothing: that many signs fit into one byte. */
const SIGNS = 5
const POWERS = [1, 3, 9, 27, 81] as const

/**
 * A table of weights in which most are 0, 1 or -1, in such bytes that an archive makes them few: its length, the signs of all weights,
 * five in a byte, and then how far each that is not 0 lies beyond 1.
 */
export function tableToSmall(table: Int8Array): Uint8Array {
  const sizes = table.filter((weight) => weight !== 0)
  const signs = Math.ceil(table.length / SIGNS)
  const bytes = new Uint8Array(4 + signs + sizes.length)
  new DataView(bytes.buffer).setUint32(0, table.length, true)
  for (let at = 0; at < table.length; at++) {
    const place = 4 + Math.floor(at / SIGNS)
    const sign = Math.sign(table[at] as number) & 3
    bytes[place] = (bytes[place] as number) + (sign === 3 ? 2 : sign) * (POWERS[at % SIGNS] as number)
  }
  sizes.forEach((weight, at) => {
    bytes[4 + signs + at] = Math.abs(weight) - 1
  })
  return bytes
}

export function tableFromSmall(bytes: Uint8Array): Int8Array {
  const { buffer, byteOffset, byteLength } = bytes
  const table = new Int8Array(new DataView(buffer, byteOffset, byteLength).getUint32(0, true))
  const signs = Math.ceil(table.length / SIGNS)
  let next = 4 + signs
  for (let place = 0; place < signs; place++) {
    let five = bytes[4 + place] as number
    for (let at = place * SIGNS; five > 0; at++, five = Math.floor(five / 3)) {
      const sign = five % 3
      if (sign !== 0) table[at] = (sign === 1 ? 1 : -1) * ((bytes[next++] as number) + 1)
    }
  }
  return table
}
