import { AppError } from '#server/platform/errors.ts'
import { loadLimit } from '#server/inspection/burden.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Limited {
  readonly version: number
  readonly inspections: number
  readonly perUnit: number
}

/** 设定督查总量 of a year. What was filed already stays. */
export async function setLimit(
  context: Context,
  { year, version, inspections, perUnit }: Limited & { readonly year: number },
): Promise<Limited> {
  return change(context, async ({ tx, actor: { jurisdictionId }, allow, record }) => {
    allow('inspection:configure')
    await tx.selectFrom('jurisdiction').select('id').where('id', '=', jurisdictionId).forNoKeyUpdate().execute()
    const before = await loadLimit(tx, jurisdictionId, year)
    if ((before?.version ?? 0) !== version) throw new AppError('CONFLICT', { version: before?.version ?? 0 })
    const after = { version: version + 1, inspections, perUnit }
    await tx
      .insertInto('inspectionLimit')
      .values({ jurisdictionId, year, ...after })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'year']).doUpdateSet(after))
      .execute()
    await record({ verb: 'inspection.set-limit', subject: { kind: 'inspection-limit', id: String(year) }, before, after })
    return after
  })
}
