import type { Span } from '#core/text/span.ts'

const ENDS = new Set(['。', '；', '！', '？', ';', '\n', '\r', '\t'])

/** The sentence a span lies in: up to 。；！？ or a line end on either side, with its own mark; widened where the span runs over several. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start
  while (start > 0 && !ENDS.has(text.charAt(start - 1))) start -= 1
  let end = Math.max(span.end, start)
  if (end > start && ENDS.has(text.charAt(end - 1))) return { start, end }
  while (end < text.length && !ENDS.has(text.charAt(end))) end += 1
  return { start, end: end < text.length && text.charAt(end) > ' ' ? end + 1 : end }
}
