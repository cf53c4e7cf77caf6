/** Words that are written small inside a sentence; anything else at its beginning may be a name. */
const OPENERS = new Set(
  `The A An Our Its Their This That These Those We It They Every Each All Any No Once After Because Since With Without By In On At For From
  As When While If Both There Here You Your Nothing Nobody Training Testing Safety Alignment`.split(/\s+/),
)

/** A sentence as it stands behind "that". */
export const insideSentence = (sentence: string): string =>
  OPENERS.has(sentence.split(/[\s,]/)[0] ?? '') ? `${sentence[0]?.toLowerCase()}${sentence.slice(1)}` : sentence

export const withoutEnd = (sentence: string): string => sentence.replace(/[.!;:]$/, '')
