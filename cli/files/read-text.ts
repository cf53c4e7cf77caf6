import { readFileSync, statSync } from 'node:fs'
import type { ReadText } from '../../engine/config/config-files.js'
import { greatest } from '../../engine/document/halving.js'

export type { ReadText } from '../../engine/config/config-files.js'

/** A file as text, or why it cannot be had as text. */
export function readText(path: string): ReadText {
  try {
    return isEndless(path) ? { problem: PIPE } : decode(readFileSync(path), path)
  } catch (error) {
    return { problem: whyUnreadable(error) }
  }
}

const PIPE = 'this is a pipe or a device, not a file; what it gives is checked with -, standard input'

/** Reading a pipe that nobody writes to would never end. Those that a shell makes (`<(command)`) have a writer. */
function isEndless(path: string): boolean {
  const stats = statSync(path)
  if (stats.isFIFO()) return !/^\/(?:dev|proc)\//.test(path)
  return stats.isCharacterDevice() || stats.isBlockDevice()
}

/** UTF-8, or UTF-16 with a byte order mark. The mark stays in the text, so that offsets are those of the file. */
export function decode(bytes: Uint8Array, path = ''): ReadText {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) return { problem: `this is a binary file, not text${adviceFor(path)}` }
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { problem: `this is not ${encoding.toUpperCase()} text${placeOfFault(bytes, encoding)}; save it as UTF-8` }
  }
}

export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

function adviceFor(path: string): string {
  return /\.(docx?|odt|pdf|rtf)$/i.test(path) ? '; convert it to Markdown or plain text first' : ''
}

/** The line on which decoding stops. */
function placeOfFault(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'utf-8') return ''
  const good = validPrefix(bytes)
  let line = 1
  for (let at = 0; at < good; at++) if (bytes[at] === 0x0a) line++
  return ` (line ${line}, byte ${good + 1})`
}

/** How many bytes decode, by halving: a prefix decodes when it ends before the fault. */
const validPrefix = (bytes: Uint8Array): number =>
  greatest(0, bytes.length, (length) => decodes(bytes.subarray(0, length)))

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** A system error in plain words. */
export function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code && WHY[code]) ?? message ?? String(error)
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EDQUOT: 'no space left for this user',
  EFBIG: 'files may not be so large here',
  EISDIR: 'this is a folder',
  ELOOP: 'the link leads back to itself',
  EMFILE: 'too many files are open',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on this disk',
  ENOTDIR: 'no such file or folder',
  EROFS: 'this disk can only be read',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large to read (over 2 GB)',
  ERR_STRING_TOO_LONG: 'the file is too large to read',
}
