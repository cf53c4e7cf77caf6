import {
  type ExtensionContext,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode'

/** A run of the command, which a workspace installs by itself: the extension carries no second copy of the engine. */
interface ProvisoTask extends TaskDefinition {
  readonly command?: string
  readonly paths?: readonly string[]
  readonly failOn?: string
}

export function provideTasks({ subscriptions }: ExtensionContext): void {
  const provider = {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => task({ type: 'proviso' }, folder)),
    resolveTask: ({ definition, scope }: Task) => task(definition as ProvisoTask, scope),
  }
  subscriptions.push(tasks.registerTaskProvider('proviso', provider))
}

function task(definition: ProvisoTask, scope: Task['scope']): Task {
  const { command = 'proviso' } = definition
  const options = isFolder(scope) ? { cwd: scope.uri.fsPath } : {}
  const execution = new ShellExecution(command, argumentsOf(definition), options)
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
