/** The tokenizer takes some 500 bytes for each character of such a chunk. */
const LONGEST = 1_500_000

/** Quotations or lists in one another, as nobody writes them: the tokenizer goes through all of them again on each line. */
const DEEP_QUOTATION = /^(?:[ \t]{0,3}>){100}/m
const DEEP_LIST = /^[ \t]{300,}(?:[-*+]|\d{1,9}[.)])[ \t]/m

/** Whether a chunk is beyond what the tokenizer can read in linear time and bounded memory. */
export const isTooMuch = (text: string): boolean =>
  text.length > LONGEST || DEEP_QUOTATION.test(text) || DEEP_LIST.test(text)
