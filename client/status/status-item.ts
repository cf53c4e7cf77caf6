import {
  type Disposable,
  type Event,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type Status, statusNotification } from '../../server/protocol.js'
import { documentSelector } from '../languages.js'
import { type StatusWords, WAITING, wordsOf } from './words.js'

export interface StatusDisplay extends Disposable {
  readonly onDidChange: Event<Status>
  readonly of: (uri: Uri) => Status | undefined
  readonly words: () => StatusWords
}

/** The language status item: what the server last said about the document in the active editor. */
export function showStatus(client: BaseLanguageClient): StatusDisplay {
  const item = languages.createLanguageStatusItem('proviso.status', documentSelector())
  item.name = 'Proviso'
  const changed = new EventEmitter<Status>()
  const known = new Map<string, Status>()
  const of = (uri: Uri) => known.get(uri.toString())
  const words = () => wordsOfActive(of)
  const refresh = () => show(item, words())
  const subscriptions = [
    client.onNotification(statusNotification, (status: Status) => {
      known.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status)
      refresh()
      changed.fire(status)
    }),
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting
    }),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(refresh),
    changed,
    item,
  ]
  refresh()
  return {
    onDidChange: changed.event,
    of,
    words,
    dispose: () => void subscriptions.forEach((one) => void one.dispose()),
  }
}

function wordsOfActive(of: (uri: Uri) => Status | undefined): StatusWords {
  const document = window.activeTextEditor?.document
  const status = document && of(document.uri)
  return status ? wordsOf(status) : WAITING
}

const LEVELS: Readonly<Record<StatusWords['level'], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}

function show(item: LanguageStatusItem, { text, detail, level }: StatusWords): void {
  item.text = text
  item.detail = detail
  item.severity = LEVELS[level]
  item.command =
    level === 'error'
      ? { command: 'proviso.showOutput', title: 'Show Output' }
      : { command: 'proviso.claims.focus', title: 'Show Claims' }
}
