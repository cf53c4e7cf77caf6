import { deepEqual, throws } from 'node:assert/strict'
import { packFromBytes, packToBytes } from '../../engine/rules/packed.js'
import { product } from '../product.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const encode = (text: string): Uint8Array => encoder.encode(text)
const decode = (bytes: Uint8Array): string => decoder.decode(bytes)

/** As plain JSON: a list of numbers is the same whether it is a list or a table of bytes. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (ArrayBuffer.isView(one) ? [...(one as Int32Array)] : one)))

describe('a pack as bytes', function () {
  this.timeout(60_000)
  const pack = product()
  const bytes = packToBytes(pack, encode)

  it('comes back as it was', () => {
    const { judge: _, ...read } = packFromBytes(bytes, decode)
    const { judge: __, ...written } = pack
    deepEqual(plain(read), plain(written))
  })

  it('comes back from the small layout as it was', () => {
    const small = packToBytes(pack, encode, 'small')
    deepEqual(packToBytes(packFromBytes(small, decode), encode), bytes)
  })

  it('is written the same again, tables of the judge included', () => {
    deepEqual(packToBytes(packFromBytes(bytes, decode), encode), bytes)
  })

  it('is read wherever it lies in memory', () => {
    const moved = new Uint8Array(bytes.length + 1)
    moved.set(bytes, 1)
    deepEqual(packToBytes(packFromBytes(moved.subarray(1), decode), encode), bytes)
  })

  it('is refused when it is something else', () => {
    throws(() => packFromBytes(encode('{"version":1}'), decode), /build it again/)
  })
})
