import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { ClaimItem } from '../../server/protocol.js'
import type { ClaimLeaf, ClaimNode, FileNode, SectionNode } from './tree.js'

export function treeItem(node: ClaimNode): TreeItem {
  switch (node.kind) {
    case 'file':
      return fileItem(node)
    case 'section':
      return sectionItem(node)
    case 'claim':
      return claimItem(node)
  }
}

/** Name and icon are those that the editor gives the file. */
function fileItem({ uri, count }: FileNode): TreeItem {
  const item = new TreeItem(Uri.parse(uri), TreeItemCollapsibleState.Expanded)
  item.iconPath = ThemeIcon.File
  item.description = count === 1 ? '1 claim' : `${count} claims`
  item.contextValue = 'file'
  return item
}

function sectionItem({ title, above }: SectionNode): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded)
  item.tooltip = [...above, title].join(' › ')
  item.contextValue = 'section'
  return item
}

function claimItem(node: ClaimLeaf): TreeItem {
  const { text, ruleTitle, message, rule, severity } = node.claim
  const item = new TreeItem(oneLine(text))
  item.description = ruleTitle
  item.iconPath = ICONS[severity]
  item.tooltip = new MarkdownString().appendText(`${ruleTitle}\n\n${message}\n\n${rule}`)
  item.contextValue = 'claim'
  item.command = { command: 'proviso.claims.reveal', title: 'Go to Claim', arguments: [node] }
  return item
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const icon = (name: string, color: string): ThemeIcon => new ThemeIcon(name, new ThemeColor(color))

const ICONS: Readonly<Record<ClaimItem['severity'], ThemeIcon>> = {
  error: icon('error', 'list.errorForeground'),
  warning: icon('warning', 'list.warningForeground'),
  info: icon('info', 'editorInfo.foreground'),
  hint: icon('lightbulb', 'editorHint.foreground'),
}
