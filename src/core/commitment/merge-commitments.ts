import type { Act, StandingRefusal } from '#core/commitment/act.ts'
import { stands } from '#core/commitment/act.ts'
import type { Commitment, Quote } from '#core/commitment/commitment.ts'
import { joinQuotes } from '#core/commitment/quote.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** `mixed-states`: a confirmed one and a draft do not merge; confirm or restore first. `merged-with-itself`: the same one twice. */
export type MergeRefusal = StandingRefusal | 'mixed-states' | 'merged-with-itself'

/** 合并: the others are replaced by `into`, which keeps its reading and covers their text. `into` stands first in the value. */
export function mergeCommitments(
  into: Commitment,
  others: readonly Commitment[],
  text: string,
  act: Act,
): Outcome<readonly Commitment[], MergeRefusal> {
  const all = [into, ...others]
  if (new Set(all.map(({ id }) => id)).size < all.length) return refuse('merged-with-itself')
  for (const one of all) if (!stands(one)) return refuse(one.state === 'replaced' ? 'replaced' : 'discarded', { ref: one.ref })
  const differing = others.find(({ state }) => state !== into.state)
  if (differing) return refuse('mixed-states', { ref: differing.ref })
  const decision = { kind: 'merged', ...act } as const
  return accept([
    { ...into, ...covering(into, others, text), own: ownQuote(into), decision, version: into.version + 1 },
    ...others.map((other): Commitment => ({ ...other, state: 'replaced', replacedBy: [into.id], decision, version: other.version + 1 })),
  ])
}

/** The quote of a commitment that stands for others too: the stretch of text where all hang on one clause, else their words. */
export function covering(into: Commitment, others: readonly Commitment[], text: string): Quote {
  const inOneClause = others.every(({ clause }) => clause === into.clause)
  return joinQuotes([quoteIn(into), ...others.map(quoteIn)], text, inOneClause)
}

/** Its own quote from before anything was merged into it. */
export function ownQuote(commitment: Commitment): Quote {
  return commitment.own ?? quoteIn(commitment)
}

function quoteIn({ span, sentence, text }: Commitment): Quote {
  return { span, sentence, text }
}
