import { type Selectable, sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { LightSetting, Register } from '#server/db/types.gen.ts'

/** 灯色阈值 that held at an instant. */
export function lightsHeld(tx: Tx, jurisdictionId: string, held: Instant) {
  const replaced = replacedSince(tx, jurisdictionId, { part: 'light', held })
  return tx
    .selectFrom('lightSetting as rowKept')
    .selectAll('rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where(sql<boolean>`not exists (${replaced})`)
    .unionAll(
      tx
        .selectFrom(replaced.as('replaced'))
        .innerJoinLateral(sql<Selectable<LightSetting>>`jsonb_populate_record(null::light_setting, replaced.before)`.as('was'), (join) =>
          join.onTrue(),
        )
        .selectAll('was')
        .where('replaced.before', 'is not', null),
    )
}

/** What the jurisdiction had made of its registers at an instant. */
export function registersHeld(tx: Tx, jurisdictionId: string, held: Instant) {
  const replaced = replacedSince(tx, jurisdictionId, { part: 'register', held })
  return tx
    .selectFrom('register as rowKept')
    .selectAll('rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.id', 'not in', tx.selectFrom(replaced.as('replaced')).select('replaced.rowKey'))
    .unionAll(
      tx
        .selectFrom(replaced.as('replaced'))
        .innerJoinLateral(sql<Selectable<Register>>`jsonb_populate_record(null::register, replaced.before)`.as('was'), (join) =>
          join.onTrue(),
        )
        .selectAll('was')
        .where('replaced.before', 'is not', null),
    )
}

/** Of each that was changed since: the row that stood before the first change. */
function replacedSince(tx: Tx, jurisdictionId: string, { part, held }: { readonly part: 'light' | 'register'; readonly held: Instant }) {
  return tx
    .selectFrom('settingChange')
    .distinctOn('rowKey')
    .select(['rowKey', 'before'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('part', '=', part)
    .where('changedAt', '>', held)
    .orderBy('rowKey')
    .orderBy('changedAt')
}
