/** A rule of a team's own, as a file. */
export const ours = `id: tone/thrilled
title: Thrill is no evidence
severity: warning
limitations: []
what: The text is thrilled.
why: It carries nothing.
instead: Say what was measured.
message: Thrill is no evidence.
phrases: ["thrilled to announce"]
examples:
  flag: ["We are [thrilled to announce] our AI model."]
  clean:
    - { text: "We announce our AI model.", because: other }
`
