import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { numberReader, numberWriter } from '../../engine/rules/small-numbers.js'
import { tableFromSmall, tableToSmall } from '../../engine/rules/small-table.js'

describe('In the small layout', () => {
  it('whole numbers of any size come back as they were', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 })), (numbers) => {
        const out = numberWriter()
        out.list(numbers)
        deepEqual([...numberReader(out.bytes()).list()], numbers)
      }),
    ))

  it('tables of weights of any length come back as they were', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(0, 0, 1, -1), fc.integer({ min: -128, max: 127 }))), (weights) => {
        deepEqual([...tableFromSmall(tableToSmall(Int8Array.from(weights)))], weights)
      }),
    ))
})
