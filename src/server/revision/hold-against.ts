import { fold } from '#compiler/source/fold.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { compareDrafts } from '#core/revision/compare-drafts.ts'
import { pairsToConfirm } from '#core/revision/pairs-to-confirm.ts'
import { shownComparison } from '#core/revision/shown.ts'
import type { Side } from '#core/revision/side.ts'
import type { Tx } from '#server/db/connect.ts'
import type { loadDocument } from '#server/revision/document.ts'
import type { StoredDraft } from '#server/revision/stored.ts'
import type { Context } from '#server/verb/context.ts'

type Document = Awaited<ReturnType<typeof loadDocument>>

interface Held {
  readonly planId: string
  readonly base: number
  readonly side: Side
  readonly commitments: readonly Commitment[]
}

interface Next {
  readonly document: Omit<Document, 'revision'>
  readonly draft: StoredDraft
}

/** Holds a document against a plan as it stands, and keeps what differs as a version that waits for a person. */
export async function holdAgainst(tx: Tx, { actor, now, newId }: Context, plan: Held, { document, draft }: Next) {
  const side: Side = { text: document.text, clauses: draft.clauses, commitments: draft.commitments }
  const found = compareDrafts(folded(plan.side), folded(side))
  const comparison = { ...found, pairs: pairsToConfirm(found.pairs, plan.commitments) }
  const { fileId, fileName, text, blocks, revisions } = document
  const id = newId()
  await tx
    .insertInto('planRevision')
    .values({
      jurisdictionId: actor.jurisdictionId,
      id,
      planId: plan.planId,
      base: plan.base,
      state: 'open',
      fileId,
      fileName,
      title: draft.title,
      text,
      blocks: JSON.stringify(blocks),
      revisions: JSON.stringify(revisions),
      draft: JSON.stringify(draft),
      comparison: JSON.stringify(shownComparison(comparison, plan.side, side)),
      comparedAt: now,
      comparedBy: actor.accountId,
      comparedByName: actor.name,
      settledAt: null,
      settledByName: null,
      confirmed: null,
      revision: null,
    })
    .execute()
  return { id, fileName, base: plan.base, ...countsOf(comparison.pairs) }
}

function countsOf(pairs: readonly { readonly kind: string }[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(pairs, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]))
}

function folded(side: Side): Side {
  return { ...side, text: fold(side.text) }
}
