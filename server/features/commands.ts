import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver'
import type { Core } from '../core.js'
import { serverCommands } from '../protocol.js'
import { explain } from './explain.js'

export const commandNames: string[] = Object.values(serverCommands)

/** Commands for clients that have none of their own. */
export function registerCommands(core: Core): void {
  core.connection.onExecuteCommand((params) => execute(params, core))
}

async function execute({ command, arguments: args = [] }: ExecuteCommandParams, core: Core): Promise<unknown> {
  const [first, second] = args as readonly unknown[]
  if (command === serverCommands.showRulePage && typeof first === 'string') return showPage(first, core)
  if (command === serverCommands.explain && typeof first === 'string' && isPosition(second)) {
    const explanation = await explain(first, second, core)
    core.connection.window.showInformationMessage(explanation?.markdown ?? 'There is no prose here.')
    return explanation
  }
  throw new ResponseError(ErrorCodes.InvalidParams, `No such command, or arguments of another kind: ${command}`)
}

async function showPage(rule: string, { pageOf, client, connection }: Core): Promise<boolean> {
  const uri = pageOf(rule)
  if (uri === undefined || !client.showsDocuments) return false
  return (await connection.window.showDocument({ uri, takeFocus: true })).success
}

const isPosition = (value: unknown): value is { line: number; character: number } =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value
