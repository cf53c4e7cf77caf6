/** Text as it may stand in XML 1.0, in an attribute too: what XML has no way to write becomes U+FFFD. */
export const escapedXml = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? character)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

type Attributes = Readonly<Record<string, string | number>>

/** `<name a="1">`, or `<name a="1"/>` when it is empty. */
export function tag(name: string, attributes: Attributes, empty = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedXml(String(value))}"`)
  return `<${name}${written.join('')}${empty ? '/' : ''}>`
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
