import type { Read, Side } from '#core/revision/side.ts'
import { masked, pairsIn, plain } from '#core/revision/plain.ts'
import type { Span } from '#core/text/span.ts'
import { overlaps, textOf } from '#core/text/span.ts'

/** A commitment as it is compared. */
export interface Item {
  readonly read: Read
  /** Index of the clause it hangs on. */
  readonly clause: number
  /** What it says by itself: its words and what leads up to them in the sentence, without what others of the sentence say. */
  readonly own: string
  readonly sentence: string
  /** The words that hold all explicit parts, alone. */
  readonly core: string
  /** Both without numbers. */
  readonly ownForm: string
  readonly sentenceForm: string
  /** What it is about, without what is promised of it (how many, how often, by when, by whom): what two wordings of one promise share. */
  readonly ownPairs: ReadonlySet<number>
  readonly sentencePairs: ReadonlySet<number>
}

/** The commitments of a document, ready to be compared. */
export function itemsOf({ text, clauses, commitments, covered = [] }: Side): readonly Item[] {
  const clauseIndex = new Map(clauses.map(({ id }, index) => [id, index]))
  const together = Map.groupBy(commitments, ({ sentence }) => `${sentence.start}-${sentence.end}`)
  const sentences = new Map<string, { words: string; form: string; pairs: ReadonlySet<number> }>()
  return commitments.map((read) => {
    const key = `${read.sentence.start}-${read.sentence.end}`
    const beside = together.get(key) ?? []
    const sentence = sentences.get(key) ?? formsOf(text, [read.sentence], beside.flatMap(statedIn))
    sentences.set(key, sentence)
    const own = formsOf(
      text,
      ownStretches(read, [...beside.map(({ span }) => span), ...covered.filter((each) => overlaps(each, read.sentence))]),
      statedIn(read),
    )
    return {
      read,
      clause: clauseIndex.get(read.clause) ?? -1,
      own: own.words,
      sentence: sentence.words,
      core: plain(textOf(text, read.span)),
      ownForm: own.form,
      sentenceForm: sentence.form,
      ownPairs: own.pairs,
      sentencePairs: sentence.pairs,
    }
  })
}

function formsOf(
  text: string,
  stretches: readonly Span[],
  stated: readonly Span[],
): { words: string; form: string; pairs: ReadonlySet<number> } {
  const words = plain(stretches.map((each) => textOf(text, each)).join(''))
  const about = stretches.flatMap((each) => without(each, stated)).map((each) => plain(textOf(text, each)))
  return { words, form: masked(words), pairs: pairsIn(masked(about.join(''))) }
}

/** Where what is promised stands. */
function statedIn({ reading }: Read): readonly Span[] {
  const { period, comparator, value, upper, unit, deadline, deadlineText, leaders, leadOrgs, supportingOrgs, owners } = reading
  const parts = [period, comparator, value, upper, unit, deadline, deadlineText, ...leaders, ...leadOrgs, ...supportingOrgs, ...owners]
  return parts.flatMap((part) => (part?.certainty === 'stated' ? [part.span] : []))
}

/** From where the one before it in the sentence ends to its own end; of the last to the end of the sentence. What stands within it is left out. */
function ownStretches({ span, sentence }: Read, beside: readonly Span[]): readonly Span[] {
  const others = beside.filter((each) => each.start !== span.start || each.end !== span.end)
  const before = Math.max(sentence.start, ...others.map(({ end }) => end).filter((end) => end <= span.start))
  const isLast = others.every(({ start, end }) => start < span.start || end <= span.end)
  const whole = { start: Math.min(before, span.start), end: isLast ? Math.max(sentence.end, span.end) : span.end }
  return without(
    whole,
    others.filter(({ start, end }) => start >= span.start && end <= span.end),
  )
}

/** What is left of a stretch of text once others are cut out of it. */
function without({ start, end }: Span, holes: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let at = start
  for (const hole of holes.toSorted((a, b) => a.start - b.start)) {
    if (hole.start > at) left.push({ start: at, end: Math.min(hole.start, end) })
    at = Math.max(at, hole.end)
  }
  if (at < end) left.push({ start: at, end })
  return left.filter((each) => each.end > each.start)
}
