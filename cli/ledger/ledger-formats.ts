export const ledgerFormats = ['table', 'csv', 'json', 'md', 'html', 'mermaid'] as const
export type LedgerFormat = (typeof ledgerFormats)[number]
