/** Lines of a stream in UTF-8, no more of it read than is asked for. The last line may have no end. */
export async function* streamLines(stream: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder()
  let rest: string[] = []
  for await (const chunk of stream) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n')
    if (lines.length === 1) rest.push(lines[0] as string)
    else {
      yield rest.join('') + lines[0]
      yield* lines.slice(1, -1)
      rest = [lines.at(-1) as string]
    }
  }
  const last = rest.join('') + decoder.decode()
  if (last !== '') yield last
}
