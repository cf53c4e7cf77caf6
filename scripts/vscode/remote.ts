import type { Served } from './serve.js'

/** How a window names a file of the machine on which the server runs. */
export const remote = ({ authority }: Served, path: string): string => `vscode-remote://${authority}${path}`
