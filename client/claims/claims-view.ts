import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type ClaimItem, type ClaimsOfFile, claimsChangedNotification, claimsRequest } from '../../server/protocol.js'
import { latest } from '../latest.js'
import { type ClaimsFilter, EVERYTHING, filterWords, isFiltering } from './filter.js'
import { type ClaimNode, claimsTree, type FileNode } from './tree.js'
import { treeItem } from './tree-item.js'

/** The view Claims: what the server found, as a tree, through a filter. */
export class ClaimsView implements TreeDataProvider<ClaimNode>, Disposable {
  readonly onDidChangeTreeData: Event<void>
  readonly refresh: () => Promise<void>
  readonly #client: BaseLanguageClient
  readonly #changed = new EventEmitter<void>()
  readonly #view: TreeView<ClaimNode>
  readonly #subscriptions: readonly Disposable[]
  #files: readonly ClaimsOfFile[] = []
  #filter = EVERYTHING

  constructor(client: BaseLanguageClient) {
    this.#client = client
    this.onDidChangeTreeData = this.#changed.event
    this.refresh = latest(() => this.#fetch())
    this.#view = window.createTreeView('proviso.claims', { treeDataProvider: this, showCollapseAll: true })
    this.#subscriptions = [
      client.onNotification(claimsChangedNotification, this.refresh),
      client.onDidChangeState(({ newState }) => newState === State.Stopped && this.#show([])),
      this.#view,
      this.#changed,
    ]
  }

  /** Every claim, shown or not. */
  get claims(): readonly ClaimItem[] {
    return this.#files.flatMap(({ claims }) => claims)
  }

  get filter(): ClaimsFilter {
    return this.#filter
  }

  set filter(filter: ClaimsFilter) {
    this.#filter = filter
    this.#show(this.#files)
  }

  get roots(): readonly FileNode[] {
    return claimsTree(this.#files, this.#filter)
  }

  getChildren(node?: ClaimNode): ClaimNode[] {
    if (!node) return [...this.roots]
    return node.kind === 'claim' ? [] : [...node.children]
  }

  getTreeItem(node: ClaimNode): TreeItem {
    return treeItem(node)
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose()
  }

  async #fetch(): Promise<void> {
    if (this.#client.isRunning()) this.#show(await this.#client.sendRequest<ClaimsOfFile[]>(claimsRequest, {}))
  }

  #show(files: readonly ClaimsOfFile[]): void {
    this.#files = files
    this.#view.message = files.length > 0 ? filterWords(this.#filter) : ''
    this.#view.badge = badge(this.claims.length)
    void commands.executeCommand('setContext', 'proviso.claims.filtered', isFiltering(this.#filter))
    this.#changed.fire()
  }
}

const badge = (value: number) =>
  value === 0 ? undefined : { value, tooltip: value === 1 ? '1 claim' : `${value} claims` }
