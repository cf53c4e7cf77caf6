import { Uri, window } from 'vscode'
import { type WaiveParams, type WaiveResult, waiveRequest } from '../../server/protocol.js'
import type { Tools } from './register.js'

type Words = WaiveParams['words']

/** Asks why a claim stands, and puts the answers on record. Gives the file that was written. */
export async function waiveClaim(
  { client }: Tools,
  uri: string,
  fingerprint: string,
  given?: Words,
): Promise<string | undefined> {
  const words = given ?? (await form())
  if (!words) return undefined
  const result = await client.sendRequest<WaiveResult>(waiveRequest, { uri, fingerprint, words } satisfies WaiveParams)
  if ('problem' in result) {
    void window.showErrorMessage(`The claim is not waived: ${result.problem}`)
    return undefined
  }
  void offerFile(result.uri)
  return result.uri
}

async function offerFile(uri: string): Promise<void> {
  const open = 'Open the File'
  const chosen = await window.showInformationMessage('The claim is waived, on record.', open)
  if (chosen === open) await window.showTextDocument(Uri.parse(uri))
}

interface Field {
  readonly key: keyof Words
  readonly prompt: string
  readonly placeHolder: string
  readonly validate?: (value: string) => string | undefined
}

const FIELDS: readonly Field[] = [
  {
    key: 'reason',
    prompt: 'Why does the claim stand as it is?',
    placeHolder: 'an external audit found the same',
    validate: (value) => (value.trim() === '' ? 'A waiver needs a reason.' : undefined),
  },
  { key: 'evidence', prompt: 'What does it rest on? (may be empty)', placeHolder: 'eval-2026-31, table 7' },
  { key: 'owner', prompt: 'Who answers for it? (may be empty)', placeHolder: 'safety team' },
  { key: 'approver', prompt: 'Who approved it? (may be empty)', placeHolder: 'head of policy' },
  {
    key: 'until',
    prompt: 'The last day on which it holds (may be empty: until the claim changes)',
    placeHolder: '2027-05-31',
    validate: (value) =>
      value.trim() === '' || /^\d{4}-\d{2}-\d{2}$/.test(value.trim()) ? undefined : 'A day such as 2027-05-31.',
  },
  { key: 'model', prompt: 'Of which model, in which version? (may be empty)', placeHolder: 'Wren 3.1' },
]

/** One question after the other; nothing where one is left with Escape. */
async function form(): Promise<Words | undefined> {
  const words: Record<string, string> = {}
  for (const [at, { key, prompt, placeHolder, validate }] of FIELDS.entries()) {
    const value = await window.showInputBox({
      title: `Stand by the Claim (${at + 1} of ${FIELDS.length})`,
      prompt,
      placeHolder,
      ignoreFocusOut: true,
      ...(validate ? { validateInput: validate } : {}),
    })
    if (value === undefined) return undefined
    if (value.trim() !== '') words[key] = value.trim()
  }
  return words as unknown as Words
}
