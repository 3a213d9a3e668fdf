import * as z from 'zod'

/** Half-open range of UTF-16 offsets in the text of one document (unist's position, without lines). */
export const Span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }).readonly()
export type Span = z.infer<typeof Span>

/** The characters a span covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Whether `outer` covers every character of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
