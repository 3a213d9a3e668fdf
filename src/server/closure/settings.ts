import { acceptLevels, type ClosureLevels } from '#core/closure/settings.ts'
import { loadSigners } from '#server/closure/doers.ts'
import { loadLevels } from '#server/closure/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Setting {
  readonly version: number
  readonly levels: ClosureLevels
}

/** 审签设置. */
export async function getLevels(context: Context): Promise<Setting> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('closure:configure')
    return loadLevels(tx, actor.jurisdictionId)
  })
}

/** What is asked from now on goes this way; what is under way keeps the levels it was asked under. NOT_FOUND: it names an account that there is not. */
export async function setLevels(context: Context, { version, levels }: Setting): Promise<Setting> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('closure:configure')
    const { jurisdictionId } = actor
    accepted(acceptLevels(levels))
    const before = await loadLevels(tx, jurisdictionId)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const known = new Set((await loadSigners(tx, jurisdictionId, context.asOf)).map(({ account }) => account))
    const named = Object.values(levels).flatMap((each) => each.flatMap(({ accounts }) => accounts))
    if (named.some((account) => !known.has(account))) throw new AppError('NOT_FOUND')
    const set = { version: version + 1, levels: JSON.stringify(levels) }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('closureSetting')
      .values({ jurisdictionId, ...set })
      .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(set).where('closureSetting.version', '=', version))
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('CONFLICT', { version })
    await record({ verb: 'closure.configure', subject: { kind: 'closure-setting', id: jurisdictionId }, before, after: { levels } })
    return { version: version + 1, levels }
  })
}
