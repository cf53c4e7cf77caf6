import { type Extension, extensions } from 'vscode'
import type { ProvisoApi } from '../../../client/client.js'

export function extension(): Extension<ProvisoApi> {
  const found = extensions.getExtension<ProvisoApi>('proviso.proviso')
  if (!found) throw new Error('The extension is not installed.')
  return found
}

export const proviso = async (): Promise<ProvisoApi> => extension().activate()
