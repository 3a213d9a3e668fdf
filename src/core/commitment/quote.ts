import type { Quote } from '#core/commitment/commitment.ts'
import { sentenceAround } from '#core/text/sentence.ts'
import type { Span } from '#core/text/span.ts'
import { textOf } from '#core/text/span.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** Words for a commitment: a span of the document, or a person's own where `span` is null. */
export interface Words {
  readonly span: Span | null
  readonly text: string
}

/** `span-outside`: the span does not lie in the document, or holds nothing. */
export type QuoteRefusal = 'span-outside'

/** The quote a person has chosen. Where there is a span the document has the last word, not the text sent with it. */
export function quoteOf(words: Words, text: string): Outcome<Quote, QuoteRefusal> {
  const { span } = words
  if (span === null) return accept({ span: null, sentence: null, text: words.text })
  const quoted = textOf(text, span)
  if (span.end > text.length || quoted.trim() === '') return refuse('span-outside', { start: String(span.start), end: String(span.end) })
  return accept({ span, sentence: sentenceAround(text, span), text: quoted })
}

/** One quote for several: the stretch of text from the first to the last where all lie in it and `covering` allows it, else their words one after the other. */
export function joinQuotes(quotes: readonly [Quote, ...Quote[]], text: string, covering: boolean): Quote {
  const spans = quotes.flatMap(({ span }) => (span === null ? [] : [span]))
  if (!covering || spans.length < quotes.length) {
    const [first] = quotes
    return { span: first.span, sentence: first.sentence, text: [...new Set(quotes.map((quote) => quote.text))].join('；') }
  }
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
  return { span, sentence: sentenceAround(text, span), text: textOf(text, span) }
}
