import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { rankOf } from '#core/access/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import { mayRead } from '#core/register/may.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { clearedRegisters, loadMarks } from '#server/access/marks.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { loadRegisterSet } from '#server/register/load.ts'

/** Which draws are seen: those of lists, and those of registers that whoever asks may read, where nothing that was taken is marked above their clearance. */
export interface DrawSight {
  readonly jurisdictionId: string
  /** On `draw` by its own name. */
  readonly isSeen: Expression<SqlBool>
}

const draw = expressionBuilder<DB, 'draw'>()

/** Every draw: for the job that works out its order, whoever asked for it. */
export const everyDraw: Expression<SqlBool> = draw.lit(true)

/** Which draws a scope sees. */
export async function drawSight(
  tx: Tx,
  scope: Pick<Scope, 'jurisdictionId' | 'clearance' | 'holder'>,
  packs: readonly Pack[],
): Promise<DrawSight> {
  const { jurisdictionId, clearance, holder } = scope
  const { pack, registers } = await loadRegisterSet(tx, jurisdictionId, packs)
  const cleared = clearedRegisters(registers, await loadMarks(tx, jurisdictionId), clearance)
  const readable = [...cleared.values()].flatMap((register) => (mayRead(register, holder, pack.manifest.posts) ? [register.id] : []))
  const isOfReadable = draw.or([draw('draw.register', 'is', null), draw('draw.register', '=', draw.fn.any(draw.val(readable)))])
  return { jurisdictionId, isSeen: draw.and([isOfReadable, draw('draw.mark', '<=', rankOf(clearance))]) }
}
