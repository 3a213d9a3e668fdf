import * as z from 'zod'
import type { Instant } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import { type Replaced, replacedBy, undo } from '#core/org/undo.ts'
import type { Roster } from '#core/roster/roster.ts'
import type { Tx } from '#server/db/connect.ts'
import { inParts } from '#server/org/in-parts.ts'
import { loadOrganisation } from '#server/org/load.ts'

// the columns hold what core made
const replacedColumn = z.custom<Replaced>()

/** Keeps what an edit replaces, before it is saved. */
export async function keepReplaced(
  tx: Tx,
  jurisdictionId: string,
  { organisation, edit, at }: { readonly organisation: Organisation; readonly edit: Partial<Organisation>; readonly at: Instant },
): Promise<void> {
  for (const some of inParts(replacedBy(organisation, edit)))
    await tx
      .insertInto('organisationChange')
      .values(
        some.map(({ part, id, before }) => ({
          jurisdictionId,
          part,
          rowId: id,
          changedAt: at,
          before: before === null ? null : JSON.stringify(before),
        })),
      )
      // of several changes of one instant the first tells what stood before
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** 名册 as it was known at an instant. */
export async function loadRosterKnown(tx: Tx, jurisdictionId: string, knownAt: Instant): Promise<Roster> {
  return rosterOf(await loadOrganisationKnown(tx, jurisdictionId, knownAt))
}

/** The organisation as it was known at an instant: what was changed since is undone. */
export async function loadOrganisationKnown(tx: Tx, jurisdictionId: string, knownAt: Instant): Promise<Organisation> {
  const rows = await tx
    .selectFrom('organisationChange')
    .distinctOn(['part', 'rowId'])
    .select(['part', 'rowId as id', 'before'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('changedAt', '>', knownAt)
    .orderBy('part')
    .orderBy('rowId')
    .orderBy('changedAt')
    .execute()
  return undo(
    await loadOrganisation(tx, jurisdictionId),
    rows.map((row) => replacedColumn.parse(row)),
  )
}
