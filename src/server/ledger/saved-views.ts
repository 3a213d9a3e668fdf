import * as z from 'zod'
import type { SavedView } from '#core/ledger/saved-view.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** A view with its id. */
interface StoredView {
  readonly id: string
  readonly saved: SavedView
}

/** So many one keeps at most. */
const MOST = 50
const seenColumn = z.custom<SavedView>()

/** The views one has kept, by name. Nobody else's. */
export async function listSavedViews(context: Context): Promise<readonly StoredView[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('ledger:read')
    const rows = await tx
      .selectFrom('ledgerSavedView')
      .select(['id', 'seen'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('accountId', '=', actor.accountId)
      .orderBy('name')
      .execute()
    return rows.map(({ id, seen }) => ({ id, saved: seenColumn.parse(seen) }))
  })
}

/** Keeps a view; one of the same name gives way. */
export async function saveView(context: Context, saved: SavedView): Promise<StoredView> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId, accountId } = actor
    allow('ledger:read')
    const own = await tx
      .selectFrom('ledgerSavedView')
      .select(['id', 'name'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('accountId', '=', accountId)
      .execute()
    const former = own.find(({ name }) => name === saved.name)
    if (former === undefined && own.length >= MOST) accepted(refuse('too-many-views', { most: String(MOST) }))
    const columns = { seen: JSON.stringify(saved), changedAt: context.now }
    const { id } = await tx
      .insertInto('ledgerSavedView')
      .values({ jurisdictionId, accountId, id: context.newId(), name: saved.name, ...columns })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'accountId', 'name']).doUpdateSet(columns))
      .returning('id')
      .executeTakeFirstOrThrow()
    await record({ verb: 'saved-view.save', subject: { kind: 'saved-view', id }, after: saved })
    return { id, saved }
  })
}

/** Drops a view of one's own. */
export async function removeView(context: Context, { id }: { readonly id: string }): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('ledger:read')
    const row = await tx
      .deleteFrom('ledgerSavedView')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('accountId', '=', actor.accountId)
      .where('id', '=', id)
      .returning('seen')
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    await record({ verb: 'saved-view.remove', subject: { kind: 'saved-view', id }, before: row.seen })
  })
}
