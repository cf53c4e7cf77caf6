/** Kinds of documents. What each looks like, and what is asked of it, stands in knowledge/profiles.yaml and knowledge/elements.yaml. */
export const profiles = [
  'safety-framework',
  'system-card',
  'policy-draft',
  'launch-post',
  'safety-case',
  'report',
  'general',
] as const
export type Profile = (typeof profiles)[number]

export const isProfile = (name: string): name is Profile => (profiles as readonly string[]).includes(name)
