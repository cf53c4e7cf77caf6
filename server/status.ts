import type { Checked } from './checks.js'
import { countsOf } from './checks.js'
import type { Core } from './core.js'
import type { OpenDocument } from './documents.js'
import { claimsChangedNotification, type Status, statusNotification } from './protocol.js'

/** Tells the client how a check of a document went. */
export function sendStatus({ connection }: Pick<Core, 'connection'>, { text }: OpenDocument, checked: Checked): void {
  const { version, result, shown, milliseconds, silence, problem } = checked
  const status: Status = {
    uri: text.uri,
    version,
    profile: result.profile?.name ?? 'general',
    counts: countsOf(shown),
    milliseconds,
    ...(silence ? { silence } : {}),
    ...(problem === undefined ? {} : { problem }),
  }
  void connection.sendNotification(statusNotification, status)
  void connection.sendNotification(claimsChangedNotification)
}
