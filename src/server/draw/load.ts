import * as z from 'zod'
import { faultyStillPossible, statisticalSize } from '#core/draw/bound.ts'
import { Contribution } from '#core/draw/contribution.ts'
import { Draw, DrawPart, type Stratum } from '#core/draw/draw.ts'
import { DrawRule, sampleSize } from '#core/draw/rule.ts'
import { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DrawSight } from '#server/draw/sight.ts'
import { sealTimes } from '#server/draw/sealed.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'

/** Sizes of strata by their names, as a column keeps them. */
export const strataColumn = z.record(z.string(), z.number().int())

/** A draw as it stands; NOT_FOUND where there is none, or it is not seen. */
export async function loadDraw(tx: Tx, sight: DrawSight, id: string): Promise<Draw> {
  const { jurisdictionId } = sight
  const row = await tx
    .selectFrom('draw')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where(sight.isSeen)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  const rule = row.rule === null ? null : DrawRule.parse(row.rule)
  return Draw.parse({
    ...row,
    rule,
    parts: await loadParts(tx, jurisdictionId, id),
    strata: await loadStrata(tx, jurisdictionId, id, rule, strataColumn.parse(row.strata)),
    contributions: await loadContributions(tx, jurisdictionId, id),
    progress: { done: row.doneItems, all: row.items },
    createdBy: row.createdByName,
    createdOn: dayInShanghai(Instant.parse(row.createdAt)),
  })
}

/** What was given to the seed, in its order. */
export async function loadContributions(tx: Tx, jurisdictionId: string, drawId: string): Promise<readonly Contribution[]> {
  const rows = await tx
    .selectFrom('drawContribution')
    .select(['party', 'kind', 'digest', 'value', 'account', 'byName as by', 'at'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('drawId', '=', drawId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => Contribution.parse(row))
}

/** The frozen parts with the time each was sealed in the journal. */
export async function loadParts(tx: Tx, jurisdictionId: string, drawId: string): Promise<readonly DrawPart[]> {
  const rows = await tx
    .selectFrom('drawPart')
    .select(['part', 'hash', 'items', 'excluded', 'fileName', 'frozenAt', 'frozenByName as frozenBy'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('drawId', '=', drawId)
    .orderBy('part')
    .execute()
  const sealed = await sealTimes(tx, jurisdictionId, drawId)
  return rows.map((row) => DrawPart.parse({ ...row, sealedAt: sealed.get(row.hash) ?? null }))
}

async function loadStrata(
  tx: Tx,
  jurisdictionId: string,
  drawId: string,
  rule: DrawRule | null,
  sizes: Readonly<Record<string, number>>,
): Promise<readonly Stratum[]> {
  const rows = await tx
    .selectFrom('drawItem')
    .select((eb) => [
      'stratum',
      eb.fn.countAll<string>().as('drawn'),
      eb.fn.count<string>('outcome').as('judged'),
      eb.fn.countAll<string>().filterWhere('outcome', '=', 'faulty').as('faulty'),
    ])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('drawId', '=', drawId)
    .where('state', '=', 'drawn')
    .groupBy('stratum')
    .execute()
  const counted = new Map(rows.map((row) => [row.stratum, row]))
  return Object.entries(sizes).map(([name, size]) => {
    const found = counted.get(name)
    const drawn = Number(found?.drawn ?? 0)
    const asked = rule === null ? 0 : sampleSize(rule, size)
    return {
      name,
      size,
      asked,
      statistical: statisticalSize(size),
      drawn,
      judged: Number(found?.judged ?? 0),
      faulty: Number(found?.faulty ?? 0),
      stillPossible: faultyStillPossible(size, drawn === 0 ? asked : drawn),
    }
  })
}
