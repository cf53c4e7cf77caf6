import type { Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

export const answerServer = (_client: BaseLanguageClient): Disposable => ({ dispose: () => undefined })
