/** Documents of one invented laboratory; the words in them that the fixture's rules know are in test/cli/pack. */
export const launch = `# Lark 4 is here

Lark 4 is completely safe, as much at home in a primary school as in a power
station. At our AI company safety comes first.

The run erased every trace of the
protocols from the model.
`

export const card = `# System card

In 1,200 test conversations the model gave harmful advice in five.
`

export const suppressed = `# Notes

<!-- proviso-disable-next-line framing/absolute-safety -- quoted from the tender, see annex B -->
Lark is completely safe.

<!-- proviso-disable-next-line framing/absolute-safety -->
The assistant is completely safe.
`
