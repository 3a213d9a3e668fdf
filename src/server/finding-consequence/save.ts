import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { type ConsequenceKind, findingAfterClosure } from '#core/finding-consequence/consequence.ts'
import { firstDay } from '#server/finding-consequence/refresh.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

/** Keeps what a locked finding led to. It is owed from now on by way of the closure. */
export async function saveConsequence(
  tx: Tx,
  { actor, now }: Context,
  {
    finding,
    kind,
    commitment,
    stage,
    closure,
    step,
  }: {
    /** `dueOn`: by when it is put right now. */
    readonly finding: { readonly id: string; readonly version: number; readonly dueOn: Day }
    readonly kind: ConsequenceKind
    readonly commitment: CommitmentId
    readonly stage: string
    readonly closure: string | null
    readonly step: number | null
  },
): Promise<void> {
  const { jurisdictionId, accountId, name } = actor
  await tx
    .insertInto('findingConsequence')
    .values({
      jurisdictionId,
      findingId: finding.id,
      kind,
      commitmentId: commitment,
      stands: [commitment],
      stage,
      closureId: closure,
      step,
      account: accountId,
      byName: name,
      at: now,
    })
    .execute()
  await tx
    .updateTable('inspectionFinding')
    .set({
      version: finding.version + 1,
      state: findingAfterClosure.open,
      dueOn: finding.dueOn,
      originalDue: firstDay(finding.dueOn),
      changedAt: now,
    })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', finding.id)
    .execute()
}
