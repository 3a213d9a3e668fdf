import type * as z from 'zod'
import type { NamesMatched } from '#contract/evidence.ts'
import { mayEnterFor } from '#core/access/scope.ts'
import { mayHaveEvidence } from '#core/evidence/decisions.ts'
import { numbersInName } from '#core/evidence/numbers-in-name.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { namesOf } from '#server/record/names.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Answer = z.infer<typeof NamesMatched>

interface Numbered {
  readonly number: string
  readonly record: WorkRecord
}

/**
 * 按编号核对: of each file, by its name alone, the records whose number in the ledger they came from it carries. Only records that stand and that the caller may add
 * to; the longest number that is anybody's decides. Nothing is kept.
 */
export async function matchNames(
  context: Context & { readonly packs: readonly Pack[] },
  { register, names }: { readonly register: RegisterId | null; readonly names: readonly string[] },
): Promise<Answer> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('evidence:add')
    const sight = await recordSight(tx, await scope(), context.packs)
    const carried = names.map(numbersInName)
    const found = Map.groupBy(await findNumbered(tx, sight, register, [...new Set(carried.flat())]), ({ number }) => number)
    const items = carried.map((numbers) => {
      const number = numbers.find((each) => found.has(each)) ?? null
      return { number, records: (number === null ? [] : (found.get(number) ?? [])).map(({ record }) => briefOf(record)) }
    })
    const ids = items.flatMap(({ records }) => records.flatMap(({ id, org }) => [`record:${id}`, `org:${org}`]))
    return { items, names: await namesOf(tx, actor.jurisdictionId, new Set(ids), sight) }
  })
}

function briefOf({ id, register, org, occurredOn }: WorkRecord): Answer['items'][number]['records'][number] {
  return { id, register, org, occurredOn }
}

async function findNumbered(
  tx: Tx,
  { scope, registers, isSeen, mayFill }: RecordSight,
  register: RegisterId | null,
  numbers: readonly string[],
): Promise<readonly Numbered[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .selectFrom('recordNumber')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'recordNumber.jurisdictionId')
        .onRef('recordRevision.id', '=', 'recordNumber.recordId')
        .on('recordRevision.isStanding', '=', true),
    )
    .select(RECORD_COLUMNS.map((column) => `recordRevision.${column}` as const))
    .select('recordNumber.number')
    .where('recordNumber.jurisdictionId', '=', scope.jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => eb('recordNumber.number', '=', eb.fn.any(eb.val([...numbers]))))
    .where(isSeen)
    .$if(register !== null, (query) => query.where('recordNumber.register', '=', register ?? ''))
    .orderBy('recordRevision.toDay', 'desc')
    .orderBy('recordRevision.id')
    .execute()
  return rows.flatMap(({ number, ...row }) => {
    const record = recordOf(row)
    const kept = registers.get(record.register)
    const isOwn = kept !== undefined && mayFill(kept) && mayEnterFor(scope, record)
    return isOwn && mayHaveEvidence(record).ok ? [{ number, record }] : []
  })
}
