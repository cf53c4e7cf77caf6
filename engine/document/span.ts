/** A stretch of text: 0-based UTF-16 offsets, `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })
