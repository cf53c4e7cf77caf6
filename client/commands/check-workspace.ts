import { type CancellationToken, commands, type Progress, ProgressLocation, window } from 'vscode'
import {
  type BaseLanguageClient,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient'
import { type CheckWorkspaceParams, checkWorkspaceRequest, type WorkspaceCheck } from '../../server/protocol.js'
import type { Tools } from './register.js'

/** Checks every document of the workspace, open or not. Gives what was done, also to whoever ran the command. */
export async function checkWorkspace({ client, claims }: Tools): Promise<WorkspaceCheck> {
  const check = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Proviso: checking the workspace', cancellable: true },
    (progress, token) => request(client, progress, token),
  )
  await claims.refresh()
  void offerClaims(check)
  return check
}

type Steps = Progress<{ message?: string; increment?: number }>

let runs = 0

async function request(client: BaseLanguageClient, progress: Steps, token: CancellationToken): Promise<WorkspaceCheck> {
  const workDoneToken = `proviso.checkWorkspace.${++runs}`
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, reporter(progress))
  try {
    return await client.sendRequest<WorkspaceCheck>(
      checkWorkspaceRequest,
      { workDoneToken } satisfies CheckWorkspaceParams,
      token,
    )
  } finally {
    listener.dispose()
  }
}

/** The protocol counts from nought, VS Code wants each step. */
function reporter(
  progress: Steps,
): (step: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => void {
  let done = 0
  return (step) => {
    const percentage = (step.kind !== 'end' && step.percentage) || done
    progress.report({ ...(step.message !== undefined && { message: step.message }), increment: percentage - done })
    done = percentage
  }
}

async function offerClaims({ files, findings, cancelled }: WorkspaceCheck): Promise<void> {
  const words = `${cancelled ? 'Stopped after' : 'Checked'} ${count(files, 'document')}: ${count(findings, 'overclaim')}.`
  const show = 'Show Claims'
  const chosen = await window.showInformationMessage(words, ...(findings > 0 ? [show] : []))
  if (chosen === show) await commands.executeCommand('proviso.claims.focus')
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`
