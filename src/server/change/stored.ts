import { sql } from 'kysely'
import * as z from 'zod'
import { ChangeProposal, ChangeState, changeStanding, ChangeStep } from '#core/change/change.ts'
import { ClosureLevel, type ClosureStanding } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'

const Stored = z.object({
  id: z.uuid(),
  version: z.number().int(),
  commitment: CommitmentId,
  ref: z.string(),
  plan: z.string(),
  sentence: z.string(),
  units: z.string(),
  proposal: ChangeProposal,
  reason: z.string(),
  levels: z.array(ClosureLevel).readonly(),
  state: ChangeState,
  level: z.number().int(),
  requestedByAccount: z.uuid(),
  requestedBy: z.string(),
  requestedAt: Instant,
  changedAt: Instant,
})

/** A request as it is stored, with its row of the ledger. */
export type StoredChange = z.infer<typeof Stored>

/** What is looked for. */
export interface ChangeQuery {
  readonly id?: string
  readonly commitment?: string
  readonly state?: ChangeState
  readonly limit?: number
}

/** Requests about the commitments that are seen: those under way first, the first first; then the rest, the last first. */
export async function loadChanges(tx: Tx, scope: Scope, query: ChangeQuery): Promise<readonly StoredChange[]> {
  const rows = await seenChanges(tx, scope, query)
    .select(['changeRequest.id', 'changeRequest.version', 'changeRequest.commitmentId', 'ref', 'planTitle', 'sentence', 'leadOrgsText'])
    .select(['proposal', 'reason', 'levels', 'changeRequest.state', 'level', 'requestedBy', 'requestedByName', 'requestedAt', 'changedAt'])
    .orderBy(sql`change_request.state <> 'requested'`)
    .orderBy('changeRequest.changedAt', 'desc')
    .orderBy('changeRequest.ordinal', 'desc')
    .orderBy('changeRequest.id')
    .$if(query.limit !== undefined, (some) => some.limit(query.limit ?? 0))
    .execute()
  return rows.map((row) =>
    Stored.parse({
      ...row,
      commitment: row.commitmentId,
      plan: row.planTitle,
      units: row.leadOrgsText ?? '',
      requestedByAccount: row.requestedBy,
      requestedBy: row.requestedByName,
    }),
  )
}

/** How many there are. */
export async function countChanges(tx: Tx, scope: Scope, query: ChangeQuery): Promise<number> {
  const { total } = await seenChanges(tx, scope, query)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function seenChanges(tx: Tx, scope: Scope, { id, commitment, state }: ChangeQuery) {
  const { jurisdictionId } = scope
  return tx
    .selectFrom('changeRequest')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'changeRequest.commitmentId'),
    )
    .where('changeRequest.jurisdictionId', '=', jurisdictionId)
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('changeRequest.commitmentId')))
    .$if(id !== undefined, (query) => query.where('changeRequest.id', '=', id ?? ''))
    .$if(commitment !== undefined, (query) => query.where('changeRequest.commitmentId', '=', commitment ?? ''))
    .$if(state !== undefined, (query) => query.where('changeRequest.state', '=', state ?? 'requested'))
}

/** What was done with a request so far, and where it stands. */
export async function loadCourse(
  tx: Tx,
  jurisdictionId: string,
  { id, levels }: Pick<StoredChange, 'id' | 'levels'>,
): Promise<{ readonly steps: readonly ChangeStep[]; readonly standing: ClosureStanding }> {
  const rows = await tx
    .selectFrom('changeStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('changeId', '=', id)
    .orderBy('ordinal')
    .execute()
  const steps = rows.map((row) => ChangeStep.parse({ ...row, by: row.byName }))
  return { steps, standing: changeStanding(steps, levels) }
}
