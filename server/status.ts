import type { Checked } from './checks.js'
import { countsOf } from './checks.js'
import type { Core } from './core.js'
import type { OpenDocument } from './documents.js'
import { claimsChangedNotification, type Status, statusNotification } from './protocol.js'

/** Tells the client how checks of documents went: behind the diagnostics, which a writer waits for, and of each document the last one. */
export function statusSender(core: Pick<Core, 'connection' | 'world'>) {
  const waiting = new Map<OpenDocument, Checked>()
  function send(): void {
    for (const [document, checked] of waiting) sendStatus(core, document, checked)
    waiting.clear()
    void core.connection.sendNotification(claimsChangedNotification)
  }
  return (document: OpenDocument, checked: Checked): void => {
    if (waiting.size === 0) core.world.soon(send)
    waiting.set(document, checked)
  }
}

function sendStatus({ connection }: Pick<Core, 'connection'>, { text }: OpenDocument, checked: Checked): void {
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
}
