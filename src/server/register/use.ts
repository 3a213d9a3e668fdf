import { sql } from 'kysely'
import * as z from 'zod'
import type { RegisterUse } from '#core/register/check-change.ts'
import { countedIn } from '#core/register/counted-in.ts'
import type { FieldId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { loadCountings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'

const fieldColumn = z.custom<FieldId>()

/** What hangs on a register: its records in every revision, and the commitments that count them. */
export async function loadUse(tx: Tx, jurisdictionId: string, { id, fields }: Register): Promise<RegisterUse> {
  const revisions = tx.selectFrom('recordRevision').where('jurisdictionId', '=', jurisdictionId).where('register', '=', id)
  const { records } = await revisions
    .where('isStanding', '=', true)
    .select(sql<string>`count(*)`.as('records'))
    .executeTakeFirstOrThrow()
  const keys = await revisions
    .select(sql<string>`jsonb_object_keys(field_values)`.as('field'))
    .distinct()
    .orderBy('field')
    .execute()
  const held: RegisterUse['fields'][number][] = []
  for (const { field } of keys) {
    const isChoice = fields.some((each) => each.id === field && each.type === 'choice')
    const chosen = isChoice
      ? await revisions
          .select(sql<string>`jsonb_path_query(field_values, ${`$.${field}[*]`}::jsonpath) #>> '{}'`.as('option'))
          .distinct()
          .execute()
      : []
    held.push({ field: fieldColumn.parse(field), options: chosen.map(({ option }) => option) })
  }
  const countings = await loadCountings(tx, jurisdictionId)
  return { records: Number(records), fields: held, counted: countings.flatMap(({ definition }) => countedIn(definition, id)) }
}

/** Whether any commitment counts the records of a register. */
export async function isCounted(tx: Tx, jurisdictionId: string, register: string): Promise<boolean> {
  const countings = await loadCountings(tx, jurisdictionId)
  return countings.some(({ definition }) => JSON.stringify(definition).includes(`"register":${JSON.stringify(register)}`))
}
