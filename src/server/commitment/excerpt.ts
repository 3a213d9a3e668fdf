import type * as z from 'zod'
import type { CommitmentPage } from '#contract/commitment.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import type { Block } from '#core/document/document.ts'
import { overlaps, type Span } from '#core/text/span.ts'

type Excerpt = z.infer<typeof CommitmentPage>['excerpt']

/** The paragraph of a commitment with its neighbours, cut out of the document; null where it has no place in the text. */
export function excerptOf(
  { span, sentence }: Pick<Commitment, 'span' | 'sentence'>,
  document: { readonly text: string; readonly blocks: readonly Block[] },
): Excerpt {
  if (span === null) return null
  const at = document.blocks.findIndex((block) => overlaps(block.span, span))
  const near = at < 0 ? [] : document.blocks.slice(Math.max(0, at - 1), at + 2)
  const from = Math.min(span.start, sentence?.start ?? span.start, ...near.map((block) => block.span.start))
  const to = Math.max(span.end, sentence?.end ?? span.end, ...near.map((block) => block.span.end))
  const moved = ({ start, end }: Span): Span => ({ start: start - from, end: end - from })
  return {
    text: document.text.slice(from, to),
    paragraphs: near.length === 0 ? [moved({ start: from, end: to })] : near.map((block) => moved(block.span)),
    span: moved(span),
    sentence: moved(sentence ?? span),
  }
}

/** The sentence of an earlier revision that a commitment still stands on; null where it stands on the current one. */
export function citedExcerpt({ cited }: Pick<Commitment, 'cited'>): Excerpt {
  if (cited === undefined) return null
  const whole = { start: 0, end: cited.sentence.length }
  return { text: cited.sentence, paragraphs: [whole], span: cited.span, sentence: whole }
}
