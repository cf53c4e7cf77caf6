import type { ClaimRecord } from './claim-record.js'

/**
 * Claims, what they rest on and what limits them, as a Mermaid flowchart. Boxes are claims by section, rounded ones evidence, hexagons
 * limitations; an open claim has a thick border. Words are quoted, so that none of them is markup.
 */
export function argumentMap(claims: readonly ClaimRecord[], title: string): string {
  const lines = ['flowchart LR', `  doc(["${label(title)}"])`]
  const evidence = new Map<string, string>()
  claims.forEach((claim, at) => {
    const id = `c${at + 1}`
    lines.push(`  ${id}["${label(claim.text)}<br/>${claim.state}"]:::${claim.state}`, `  doc --> ${id}`)
    for (const words of [...claim.evidence, claim.means].filter((one) => one !== '')) {
      const known = evidence.get(words) ?? `e${evidence.size + 1}`
      if (!evidence.has(words)) lines.push(`  ${known}("${label(words)}")`)
      evidence.set(words, known)
      lines.push(`  ${known} -->|supports| ${id}`)
    }
    const limit = claim.limitation || claim.bound
    if (limit !== '') lines.push(`  l${at + 1}{{"${label(limit)}"}}`, `  l${at + 1} -.->|limits| ${id}`)
  })
  return [
    ...lines,
    '  classDef open stroke:#b3261e,stroke-width:3px',
    '  classDef cited stroke:#1b5e20',
    '  classDef bounded stroke:#1b5e20',
    '  classDef waived stroke:#7a5c00,stroke-dasharray:4',
    '  classDef cleared stroke:#777777',
    '',
  ].join('\n')
}

const LONGEST = 90

/** Mermaid reads entities in quoted labels; a quotation mark would end one. */
function label(text: string): string {
  const words = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/\p{Surrogate}$/u, '')}…`
  return words.replace(/[&<>"#`\\[\]{}|]/g, (sign) => `#${sign.codePointAt(0)};`).replace(/\s+/g, ' ')
}
