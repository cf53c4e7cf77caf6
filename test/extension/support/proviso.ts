import assert from 'node:assert/strict'
import { type Extension, extensions } from 'vscode'
import type { ProvisoApi } from '../../../client/client.js'

export function extension(): Extension<ProvisoApi> {
  const found = extensions.getExtension<ProvisoApi>('proviso.proviso')
  assert.ok(found, 'the extension is installed')
  return found
}

export const proviso = async (): Promise<ProvisoApi> => extension().activate()
