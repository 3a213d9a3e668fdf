import type { Read, Side } from '#core/revision/side.ts'
import { masked, pairsIn, plain } from '#core/revision/plain.ts'
import type { Span } from '#core/text/span.ts'
import { textOf } from '#core/text/span.ts'

/** A commitment as it is compared. */
export interface Item {
  readonly read: Read
  /** Index of the clause it hangs on. */
  readonly clause: number
  /** What it says by itself: its words and what leads up to them in the sentence, without what others of the sentence say. */
  readonly own: string
  readonly sentence: string
  /** Both without numbers. */
  readonly ownForm: string
  readonly sentenceForm: string
  readonly ownPairs: ReadonlySet<number>
  readonly sentencePairs: ReadonlySet<number>
}

/** The commitments of a document, ready to be compared. */
export function itemsOf({ text, clauses, commitments }: Side): readonly Item[] {
  const clauseIndex = new Map(clauses.map(({ id }, index) => [id, index]))
  const together = Map.groupBy(commitments, ({ sentence }) => `${sentence.start}-${sentence.end}`)
  const sentences = new Map<string, { words: string; form: string; pairs: ReadonlySet<number> }>()
  return commitments.map((read) => {
    const key = `${read.sentence.start}-${read.sentence.end}`
    const sentence = sentences.get(key) ?? formsOf(textOf(text, read.sentence))
    sentences.set(key, sentence)
    const own = formsOf(ownWords(text, read, together.get(key) ?? []))
    return {
      read,
      clause: clauseIndex.get(read.clause) ?? -1,
      own: own.words,
      sentence: sentence.words,
      ownForm: own.form,
      sentenceForm: sentence.form,
      ownPairs: own.pairs,
      sentencePairs: sentence.pairs,
    }
  })
}

function formsOf(text: string): { words: string; form: string; pairs: ReadonlySet<number> } {
  const words = plain(text)
  const form = masked(words)
  return { words, form, pairs: pairsIn(form) }
}

/** From where the one before it in the sentence ends to its own end; of the last to the end of the sentence. What stands within it is left out. */
function ownWords(text: string, { span, sentence }: Read, beside: readonly Read[]): string {
  const others = beside.map((each) => each.span).filter((each) => each.start !== span.start || each.end !== span.end)
  const before = Math.max(sentence.start, ...others.map(({ end }) => end).filter((end) => end <= span.start))
  const isLast = others.every(({ start, end }) => start < span.start || end <= span.end)
  const whole = { start: Math.min(before, span.start), end: isLast ? Math.max(sentence.end, span.end) : span.end }
  const inside = others.filter(({ start, end }) => start >= span.start && end <= span.end)
  return without(text, whole, inside)
}

function without(text: string, { start, end }: Span, holes: readonly Span[]): string {
  let words = ''
  let at = start
  for (const hole of holes.toSorted((a, b) => a.start - b.start)) {
    words += text.slice(at, Math.max(at, hole.start))
    at = Math.max(at, hole.end)
  }
  return words + text.slice(at, Math.max(at, end))
}
