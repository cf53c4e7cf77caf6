import assert from 'node:assert/strict'
import { inFolder, runIn } from '../cli/workspace.js'

const POST =
  '# Meet the Lark model\n\nThe assistant is completely safe. Read our [system card](../cards/lark.md#limits).\n'
const card = (words: string) => `# The Lark system card\n\n${words}\n`

/** What a review of a post and its card says of them. */
async function check(words: string, says: RegExp | undefined, post = POST): Promise<void> {
  await inFolder({ 'posts/lark.md': post, 'cards/lark.md': card(words) }, async (folder) => {
    const { stdout } = await runIn(folder, ['report', '--format', 'markdown'])
    if (says) assert.match(stdout, says)
    else assert.ok(!stdout.includes('Says more than its source'), stdout)
  })
}

describe('a post and the card to which it links', () => {
  it('differ where the card denies what the post says: both sentences are shown', () =>
    check(
      'The assistant is not completely safe.',
      /posts\/lark\.md:3: The assistant is completely safe\.\n {2}the document that it links to denies it, cards\/lark\.md:3: The assistant is not/,
    ))
  it('do not differ where the card says nothing of it', () => check('It has four layers.', undefined))
  it('do not differ where the card claims as much', () => check('The assistant is completely safe.', undefined))
  it('are not compared where the post does not link to the card', () =>
    check(
      'The assistant is not completely safe.',
      undefined,
      POST.replace('[system card](../cards/lark.md#limits)', 'system card'),
    ))
})
