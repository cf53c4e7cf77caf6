import { Range } from 'vscode'
import type { Range as ProtocolRange } from '../server/protocol.js'

export const rangeOf = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character)
