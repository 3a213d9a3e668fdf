import * as z from 'zod'
import { ImportState } from '#core/plan/plan-import.ts'
import { PlanId } from '#core/plan/plan.ts'
import { Alike } from '#server/import/alike.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const StoredError = z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable()

/** 导入进度. */
export async function getImport(context: Context, input: { readonly id: string }) {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const row = await tx
      .selectFrom('planImport')
      .select(['id', 'fileName', 'state', 'progress', 'planId', 'alike', 'error'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    return {
      ...row,
      state: ImportState.parse(row.state),
      planId: PlanId.nullable().parse(row.planId),
      alike: Alike.nullable().parse(row.alike) ?? [],
      error: StoredError.parse(row.error),
    }
  })
}
