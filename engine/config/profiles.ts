/** What kind of document is checked. One for now: every document is read in the same way. */
export const profiles = ['general'] as const
export type Profile = (typeof profiles)[number]
