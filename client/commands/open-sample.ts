import { Uri, window, workspace } from 'vscode'
import type { Tools } from './register.js'

/** A draft without a file: a person may change it at will and is never asked to save it somewhere. */
export async function openSample({ context }: Tools): Promise<void> {
  const sample = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'examples/launch-post.md'))
  const content = new TextDecoder().decode(sample)
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }))
}
