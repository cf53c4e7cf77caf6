import { equal } from 'node:assert/strict'
import { hashOf, ownMaterial } from '../../scripts/quality/material.js'
import { product } from '../product.js'

describe('The weights that ship', function () {
  this.timeout(60_000)

  it('were learned from the labelled texts that are here', () => {
    equal(
      product().judge?.trainedOn.hash,
      hashOf(ownMaterial(product().rules)),
      'npm run train, or the texts are others',
    )
  })
})
