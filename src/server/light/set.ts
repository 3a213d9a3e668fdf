import type { Thresholds } from '#core/light/light.ts'
import { loadCountings } from '#server/counting/load.ts'
import { saveStanding } from '#server/ledger/standing.ts'
import { type LightSetting, loadLightSetting } from '#server/light/load.ts'
import { keepSetting } from '#server/moment/keep-setting.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { loadClocks } from '#server/occurrence/counting-clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 调整灯色阈值: the office says when lights change; those of all commitments follow in the same transaction. */
export async function setLightSetting(
  context: Context,
  input: { readonly version: number; readonly thresholds: Thresholds },
): Promise<LightSetting> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('light:set')
    const asOf = await lockClock(tx, jurisdictionId)
    const before = await loadLightSetting(tx, jurisdictionId)
    if (before.version !== input.version) throw new AppError('CONFLICT', { version: before.version })
    const version = input.version + 1
    const columns = { version, thresholds: JSON.stringify(input.thresholds), changedAt: context.now, changedByName: actor.name }
    await keepSetting(tx, jurisdictionId, { part: 'light' }, context.now)
    await tx
      .insertInto('lightSetting')
      .values({ jurisdictionId, ...columns })
      .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(columns))
      .execute()
    const all = (await loadCountings(tx, jurisdictionId)).flatMap(({ terms }) => (terms === null ? [] : [terms]))
    const commitments = all.map(({ commitment }) => commitment)
    const clocks = await loadClocks(tx, jurisdictionId, commitments)
    // some may have been brought forward already
    for (const [day, some] of Map.groupBy(all, ({ commitment }) => clocks.get(commitment) ?? asOf))
      await saveStanding(tx, jurisdictionId, day, some)
    await record({
      verb: 'light.set',
      subject: { kind: 'light', id: jurisdictionId },
      before: before.thresholds,
      after: input.thresholds,
    })
    return { version, thresholds: input.thresholds }
  })
}
