import {
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode'

/** A task that runs the command which ships with the extension. */
interface ProvisoTask extends TaskDefinition {
  readonly paths?: readonly string[]
  readonly failOn?: string
}

export function provideTasks(context: ExtensionContext): void {
  const command = context.asAbsolutePath('dist/cli.js')
  const provider = {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => task(command, { type: 'proviso' }, folder)),
    resolveTask: ({ definition, scope }: Task) => task(command, definition as ProvisoTask, scope),
  }
  context.subscriptions.push(tasks.registerTaskProvider('proviso', provider))
}

function task(command: string, definition: ProvisoTask, scope: Task['scope']): Task {
  const execution = new ProcessExecution(process.execPath, [command, ...argumentsOf(definition)], {
    ...(isFolder(scope) && { cwd: scope.uri.fsPath }),
    // Inside the desktop application the runtime is Electron, which then behaves as Node.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  })
  const made = new Task(definition, scope ?? TaskScope.Workspace, 'check', 'Proviso', execution, '$proviso')
  made.group = TaskGroup.Test
  return made
}

const argumentsOf = ({ paths = ['.'], failOn }: ProvisoTask): string[] => [
  ...['check', '--format', 'compact'],
  ...(failOn ? ['--fail-on', failOn] : []),
  ...['--', ...paths],
]

const isFolder = (scope: Task['scope']): scope is WorkspaceFolder => typeof scope === 'object'
