/**
 * Text of a document as it may go to a terminal: control and direction characters, which could change what a reader sees, become
 * visible; a tab takes four columns.
 */
export const printable = (text: string): string => text.replaceAll('\t', '    ').replace(UNSEEN, '\uFFFD')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
