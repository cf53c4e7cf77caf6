import { Uri, window, workspace } from 'vscode'
import { exists } from '../files.js'

/** Opens the `.proviso.yaml` of a folder, and makes one where there is none. */
export async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder()
  if (!folder) return
  const file = Uri.joinPath(folder, '.proviso.yaml')
  if (!(await exists(file))) await workspace.fs.writeFile(file, new TextEncoder().encode(TEMPLATE))
  await window.showTextDocument(file)
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length < 2) return folders[0]?.uri
  return (await window.showWorkspaceFolderPick({ placeHolder: 'Where the configuration goes' }))?.uri
}

/** Changes nothing as it stands. */
const TEMPLATE = `# What Proviso finds in this folder, for every editor and for the command. The nearest file above a document counts.

# A severity or "off": for one rule, for a group, or for all.
rules: {}
#  commitment/*: info
#  framing/absolute-safety: error

# Other rules for some files.
overrides: []
#  - files: ["press/**"]
#    rules: { framing/unmeasured-superlative: error }

# Files that are not checked, as in .gitignore.
ignores: []

# Names of your own models and benchmarks.
# terms:
#   models: [Wren, Tamarisk]
#   benchmarks: [Beacon-200]
`
