import { CancellationTokenSource } from 'vscode-languageserver'
import type { Core } from '../core.js'
import {
  type CheckWorkspaceParams,
  checkWorkspaceRequest,
  claimsChangedNotification,
  type WorkspaceCheck,
} from '../protocol.js'

export function registerCheckWorkspace(core: Core): void {
  core.connection.onRequest(checkWorkspaceRequest, async (params: CheckWorkspaceParams, token) => {
    const progress = core.connection.window.attachWorkDoneProgress({ workDoneToken: params?.workDoneToken } as never)
    const source = new CancellationTokenSource()
    token.onCancellationRequested(() => source.cancel())
    if ('token' in progress) (progress as { token: typeof token }).token.onCancellationRequested(() => source.cancel())
    progress.begin('Checking documents', 0, undefined, true)
    const result: WorkspaceCheck = await core.workspace.run(
      (done, all) => progress.report(Math.floor((100 * done) / all), `${done} of ${all}`),
      source.token,
    )
    progress.done()
    void core.connection.sendNotification(claimsChangedNotification)
    return result
  })
}
