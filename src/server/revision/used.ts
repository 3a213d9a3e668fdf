import type { Tx } from '#server/db/connect.ts'

/** The commitments of a plan with how many records count for each. */
export async function loadRecordCounts(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('credit')
    .innerJoin('commitment', (join) =>
      join.onRef('commitment.jurisdictionId', '=', 'credit.jurisdictionId').onRef('commitment.id', '=', 'credit.commitmentId'),
    )
    .select((eb) => ['credit.commitmentId', eb.fn.count<string>('credit.recordId').distinct().as('records')])
    .where('credit.jurisdictionId', '=', jurisdictionId)
    .where('commitment.jurisdictionId', '=', jurisdictionId)
    .where('commitment.planId', '=', planId)
    .where('credit.counts', '=', true)
    .groupBy('credit.commitmentId')
    .execute()
  return new Map(rows.map(({ commitmentId, records }) => [commitmentId, Number(records)]))
}

/** The commitments of a plan for which 销号 was asked at some time. */
export async function loadClosing(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('closure')
    .innerJoin('commitment', (join) =>
      join.onRef('commitment.jurisdictionId', '=', 'closure.jurisdictionId').onRef('commitment.id', '=', 'closure.commitmentId'),
    )
    .select('closure.commitmentId')
    .distinct()
    .where('closure.jurisdictionId', '=', jurisdictionId)
    .where('commitment.jurisdictionId', '=', jurisdictionId)
    .where('commitment.planId', '=', planId)
    .execute()
  return new Set(rows.map(({ commitmentId }) => commitmentId))
}

/** Those that are not given up without a reason: records count for them, or 销号 was asked. */
export async function loadUsed(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlySet<string>> {
  const records = await loadRecordCounts(tx, jurisdictionId, planId)
  return new Set([...records.keys(), ...(await loadClosing(tx, jurisdictionId, planId))])
}
