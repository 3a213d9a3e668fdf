import { Span } from '#core/text/span.ts'
import type { Standing } from '#server/commitment/insert.ts'
import type { Tx } from '#server/db/connect.ts'

/** Where the parts of a commitment stand: at its own place, one behind the other, behind whatever was put there before. */
export async function standingsBehind(tx: Tx, jurisdictionId: string, commitmentId: string, count: number): Promise<readonly Standing[]> {
  const whole = await tx
    .selectFrom('ledgerEntry')
    .select(['planId', 'planTitle', 'ordinal', 'aspect', 'aspectOrdinal', 'finding', 'measure'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitmentId)
    .executeTakeFirstOrThrow()
  const { planId, planTitle, aspect, aspectOrdinal, finding, measure } = whole
  const ordinals = await ordinalsBehind(tx, { jurisdictionId, planId }, whole.ordinal, count)
  return ordinals.map((ordinal) => ({ planId, planTitle, ordinal, place: { aspect, aspectOrdinal, finding, measure } }))
}

/** New ordinals directly behind one: 000012 gives 000012.01, 000012.02 … */
async function ordinalsBehind(
  tx: Tx,
  { jurisdictionId, planId }: { readonly jurisdictionId: string; readonly planId: string },
  ordinal: string,
  count: number,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('commitment')
    .select('ordinal')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('ordinal', '>', ordinal)
    .where('ordinal', '<', `${ordinal}/`)
    .execute()
  const taken = rows.map((row) => Number(row.ordinal.slice(ordinal.length + 1).split('.')[0]))
  const last = Math.max(0, ...taken)
  return Array.from({ length: count }, (_, index) => `${ordinal}.${String(last + index + 1).padStart(2, '0')}`)
}

/** The ordinal of a new commitment: behind the last one that begins at or before a place of the text. */
export async function ordinalAt(
  tx: Tx,
  where: { readonly jurisdictionId: string; readonly planId: string },
  position: number,
): Promise<string> {
  const rows = await tx
    .selectFrom('commitment')
    .select(['ordinal', 'span'])
    .where('jurisdictionId', '=', where.jurisdictionId)
    .where('planId', '=', where.planId)
    .orderBy('ordinal')
    .execute()
  const before = rows.findLast(({ span }) => (Span.nullable().parse(span)?.start ?? Infinity) <= position)
  const [ordinal = FIRST] = await ordinalsBehind(tx, where, before?.ordinal ?? FIRST, 1)
  return ordinal
}

/** Before every commitment that the document holds. */
const FIRST = '000000'
