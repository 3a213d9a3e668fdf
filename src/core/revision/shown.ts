import * as z from 'zod'
import { Reading } from '#core/draft/reading.ts'
import { placesOf } from '#core/ledger/place.ts'
import { type Comparison, Pair } from '#core/revision/compare-drafts.ts'
import type { Read, Side } from '#core/revision/side.ts'
import { Span, textOf } from '#core/text/span.ts'

/** A commitment in its document, as a comparison shows it. `span`: where its words stand in the sentence. `reading`: left out where nothing differs. */
const ShownRead = z
  .object({
    ref: z.string(),
    sentence: z.string(),
    span: Span,
    aspect: z.string(),
    measure: z.string(),
    reading: Reading.nullable(),
  })
  .readonly()
type ShownRead = z.infer<typeof ShownRead>

/** A pair with what stands on both sides. */
export const ShownPair = Pair.unwrap().extend({ before: ShownRead.nullable(), after: ShownRead.nullable() }).readonly()
export type ShownPair = z.infer<typeof ShownPair>

/** A comparison as it is kept and shown: it can be read long after the plan has gone on. `headings`: of clauses that are worded otherwise. */
export const ShownComparison = z
  .object({
    pairs: z.array(ShownPair).readonly(),
    clauses: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    headings: z.array(z.object({ before: z.string(), after: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type ShownComparison = z.infer<typeof ShownComparison>

/** A comparison with the words of both sides. */
export function shownComparison({ pairs, clauses }: Comparison, old: Side, next: Side): ShownComparison {
  const [before, after] = [shower(old), shower(next)]
  const [earlier, later] = [headings(old), headings(next)]
  return {
    pairs: pairs.map((each) => ({
      ...each,
      before: each.old === null ? null : before(each.old, each.kind !== 'kept'),
      after: each.next === null ? null : after(each.next, each.kind !== 'kept'),
    })),
    clauses,
    headings: clauses.flatMap(([from, to]) => {
      const [one, other] = [earlier.get(from) ?? '', later.get(to) ?? '']
      return one.replaceAll(/\s/g, '') === other.replaceAll(/\s/g, '') ? [] : [{ before: one, after: other }]
    }),
  }
}

function headings({ clauses }: Side): ReadonlyMap<string, string> {
  return new Map(clauses.flatMap(({ id, title }) => (title === '' ? [] : [[id, title] as const])))
}

function shower({ text, clauses, commitments }: Side): (id: string, isWhole: boolean) => ShownRead | null {
  const places = placesOf(clauses, text)
  const reads = new Map(commitments.map((read) => [read.id, read]))
  return (id, isWhole) => {
    const read = reads.get(id)
    return read === undefined ? null : show(read, text, places.get(read.clause), isWhole)
  }
}

function show(
  { ref, span, sentence, reading }: Read,
  text: string,
  place: { readonly aspect: string; readonly measure: string } | undefined,
  isWhole: boolean,
): ShownRead {
  const whole = { start: Math.min(sentence.start, span.start), end: Math.max(sentence.end, span.end) }
  return {
    ref,
    sentence: textOf(text, whole),
    span: { start: span.start - whole.start, end: span.end - whole.start },
    aspect: place?.aspect ?? '',
    measure: place?.measure ?? '',
    reading: isWhole ? reading : null,
  }
}
