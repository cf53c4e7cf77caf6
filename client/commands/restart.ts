import type { Tools } from './register.js'

/** Also where the server has failed, and is not running. */
export async function restart({ client }: Tools): Promise<void> {
  await client.stop()
  await client.start()
}
