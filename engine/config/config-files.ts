export type ReadText = { readonly text: string } | { readonly problem: string }

/** How configurations are read: the command and the editor bring their own. Paths are absolute, with `/`. */
export interface ConfigFiles {
  exists(path: string): Promise<boolean>
  read(path: string): Promise<ReadText>
  /** The rule files that a path names: itself, or all YAML files in the folder and the folders in it, in a stable order. */
  rulesAt(path: string): Promise<RulePaths>
  /** A path as messages show it. */
  shown(path: string): string
}

export type RulePaths = { readonly paths: readonly string[] } | { readonly problem: string }
