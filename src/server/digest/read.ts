import { Day, addDays, Instant } from '#core/day/day.ts'
import { digestOf, type DigestSection } from '#core/digest/digest.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { ownRows, type Since } from '#server/digest/own-rows.ts'
import { progressDue, toConfirm } from '#server/digest/unit-rows.ts'
import { difficultiesFor, sentBack, toDecide } from '#server/digest/waiting.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 每日提要 of whoever asks, of what they may see now. `since`: the day of the last one. */
export async function readDigest(
  context: Context & { readonly packs: readonly Pack[] },
): Promise<{ readonly asOf: Day; readonly since: Day; readonly sections: readonly DigestSection[] }> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('digest:read')
    const { asOf } = context
    const seen = await scope()
    const since = await lastBefore(tx, context)
    const sight = await recordSight(tx, seen, context.packs)
    const sections = digestOf({
      decide: await toDecide(tx, seen, actor, asOf),
      confirm: await toConfirm(tx, seen, asOf),
      ...(await difficultiesFor(tx, seen, asOf)),
      returned: await sentBack(tx, sight, since),
      ...(await ownRows(tx, seen, asOf, since)),
      progress: await progressDue(tx, seen, asOf),
    })
    return { asOf, since: since.on, sections }
  })
}

/** When somebody had their last digest before today; nobody ever: yesterday. */
async function lastBefore(tx: Tx, { actor, asOf }: Context): Promise<Since> {
  const row = await tx
    .selectFrom('digest')
    .select(['onDay', 'triedAt'])
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('accountId', '=', actor.accountId)
    .where('onDay', '<', asOf)
    .where('state', 'in', ['sent', 'empty'])
    .orderBy('onDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row) return { at: Instant.parse(row.triedAt), on: Day.parse(row.onDay) }
  const yesterday = addDays(asOf, -1)
  return { at: Instant.parse(`${yesterday}T00:00:00Z`), on: yesterday }
}
