import type { Selectable } from 'kysely'
import type { Permission } from '#core/access/policy.ts'
import { type Draw, DrawState } from '#core/draw/draw.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Draw as DrawTable } from '#server/db/types.gen.ts'
import { loadDraw } from '#server/draw/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Which version a person saw when they decided. */
export interface Seen {
  readonly id: string
  readonly version: number
}

export type DrawRow = Omit<Selectable<DrawTable>, 'state'> & { readonly state: DrawState }

/** What an act changes of the draw itself, and what the journal says of it. */
interface Done {
  readonly set?: Partial<Pick<DrawRow, 'state' | 'name' | 'purpose' | 'seed' | 'drawnAt' | 'abandoned' | 'items'>> & {
    readonly rule?: string
    readonly strata?: string
  }
  readonly before?: unknown
  readonly after: unknown
}

/** One act on a draw: its row is locked, as the caller saw it; CONFLICT where it has moved on, NOT_FOUND where there is none. */
export async function act(
  context: Context,
  seen: Seen,
  { verb, permission }: { readonly verb: string; readonly permission: Permission },
  decide: (row: DrawRow, tx: Tx) => Promise<Done>,
): Promise<Draw> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow(permission)
    const row = await lockDraw(tx, actor.jurisdictionId, seen.id)
    if (row.version !== seen.version) throw new AppError('CONFLICT', { version: row.version })
    const { set, before, after } = await decide(row, tx)
    await tx
      .updateTable('draw')
      .set({ ...set, version: row.version + 1 })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', seen.id)
      .execute()
    await record({ verb, subject: { kind: 'draw', id: seen.id }, before, after })
    return loadDraw(tx, actor.jurisdictionId, seen.id)
  })
}

/** The row of a draw, locked until the transaction ends. */
export async function lockDraw(tx: Tx, jurisdictionId: string, id: string): Promise<DrawRow> {
  const row = await tx
    .selectFrom('draw')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { ...row, state: DrawState.parse(row.state) }
}
