/** The rule that asks whether a document gives an element. */
export const documentRule = (element: string): string => `document/missing-${element}`

export const isDocumentRule = (rule: string): boolean => rule.startsWith('document/')
