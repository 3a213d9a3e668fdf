import type { Selectable } from 'kysely'
import type { Permission } from '#core/access/policy.ts'
import { type Draw, DrawState } from '#core/draw/draw.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Draw as DrawTable } from '#server/db/types.gen.ts'
import { loadDraw } from '#server/draw/load.ts'
import { type DrawSight, drawSight } from '#server/draw/sight.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Who does something to a draw. */
export type Caller = Context & { readonly packs: readonly Pack[] }

/** Which version a person saw when they decided. */
export interface Seen {
  readonly id: string
  readonly version: number
}

export type DrawRow = Omit<Selectable<DrawTable>, 'state'> & { readonly state: DrawState }

/** What an act changes of the draw itself, and what the journal says of it. */
interface Done {
  readonly set?: Partial<Pick<DrawRow, 'state' | 'name' | 'purpose' | 'seed' | 'drawnAt' | 'abandoned' | 'items' | 'register' | 'mark'>> & {
    readonly rule?: string
    readonly strata?: string
  }
  readonly before?: unknown
  readonly after: unknown
}

/** One act on a draw: its row is locked, as the caller saw it; CONFLICT where it has moved on, NOT_FOUND where there is none. */
export async function act(
  context: Caller,
  seen: Seen,
  { verb, permission }: { readonly verb: string; readonly permission: Permission },
  decide: (row: DrawRow, tx: Tx, sight: DrawSight) => Promise<Done>,
): Promise<Draw> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const sight = await drawSight(tx, await scope(), context.packs)
    const row = await lockDraw(tx, sight, seen.id)
    if (row.version !== seen.version) throw new AppError('CONFLICT', { version: row.version })
    const { set, before, after } = await decide(row, tx, sight)
    await tx
      .updateTable('draw')
      .set({ ...set, version: row.version + 1 })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', seen.id)
      .execute()
    await record({ verb, subject: { kind: 'draw', id: seen.id }, before, after })
    return loadDraw(tx, sight, seen.id)
  })
}

/** The row of a draw, locked until the transaction ends. */
export async function lockDraw(tx: Tx, { jurisdictionId, isSeen }: DrawSight, id: string): Promise<DrawRow> {
  const row = await tx
    .selectFrom('draw')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where(isSeen)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { ...row, state: DrawState.parse(row.state) }
}
