// A workspace that lies on no disk: a file system of a few files, as a web editor has it for a remote repository.
const { Disposable, EventEmitter, FileSystemError, FileType, workspace } = require('vscode')

const FILES = new Map([
  ['/workspace/card.md', '# System card\n\nThe AI model is described here.\n\nOur guardrails cannot be bypassed.\n'],
  ['/workspace/press/launch.md', '# Launch of an AI model\n\nOur guardrails cannot be bypassed.\n'],
])
const encoder = new TextEncoder()
const changes = new EventEmitter()

const isFolder = (path) => path === '/' || [...FILES.keys()].some((file) => file.startsWith(`${path}/`))
const parentOf = (path) => path.slice(0, path.lastIndexOf('/'))

const provider = {
  onDidChangeFile: changes.event,
  watch: () => new Disposable(() => undefined),
  stat({ path }) {
    const text = FILES.get(path)
    if (text !== undefined) return { type: FileType.File, ctime: 0, mtime: 0, size: text.length }
    if (isFolder(path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
    throw FileSystemError.FileNotFound(path)
  },
  readDirectory({ path }) {
    const files = [...FILES.keys()].filter((file) => parentOf(file) === path)
    const below = [...FILES.keys()].filter((file) => file.startsWith(`${path}/`) && parentOf(file) !== path)
    const folders = new Set(below.map((file) => file.slice(path.length + 1).split('/')[0]))
    return [
      ...files.map((file) => [file.slice(path.length + 1), FileType.File]),
      ...[...folders].map((folder) => [folder, FileType.Directory]),
    ]
  },
  readFile({ path }) {
    const text = FILES.get(path)
    if (text === undefined) throw FileSystemError.FileNotFound(path)
    return encoder.encode(text)
  },
  writeFile({ path }, content) {
    FILES.set(path, new TextDecoder().decode(content))
    changes.fire([{ type: 1, uri: { scheme: 'memory', path } }])
  },
  createDirectory() {},
  delete({ path }) {
    FILES.delete(path)
  },
  rename() {
    throw FileSystemError.NoPermissions()
  },
}

exports.activate = (context) => {
  context.subscriptions.push(workspace.registerFileSystemProvider('memory', provider))
}
