import type { ClosureState } from '#core/closure/closure.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { type ConsequenceKind, findingAfterClosure } from '#core/finding-consequence/consequence.ts'
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
    .set({ version: finding.version + 1, state: findingAfterClosure.open, dueOn: finding.dueOn, changedAt: now })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', finding.id)
    .execute()
}

/** After a step of a closure: the findings that led to it stand as it stands. */
export async function followClosure(
  tx: Tx,
  jurisdictionId: string,
  { commitment, stage, state }: { readonly commitment: CommitmentId; readonly stage: string; readonly state: ClosureState },
  now: Instant,
): Promise<void> {
  const after = findingAfterClosure[state]
  await tx
    .updateTable('inspectionFinding')
    .set((eb) => ({ state: after, version: eb('version', '+', 1), changedAt: now }))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '<>', after)
    .where('id', 'in', (query) =>
      query
        .selectFrom('findingConsequence')
        .select('findingId')
        .where('jurisdictionId', '=', jurisdictionId)
        .where('commitmentId', '=', commitment)
        .where('stage', '=', stage),
    )
    .execute()
}
