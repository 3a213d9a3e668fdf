import { higherOf, isCleared, type Mark, markAt } from '#core/access/mark.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId, RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { settledIn } from '#server/verb/settled.ts'

/** The marks that were set in a jurisdiction, by register and field ('' for the register itself). */
export type Marks = ReadonlyMap<string, Mark>

/** The marks of registers and their fields. */
export async function loadMarks(tx: Tx, jurisdictionId: string): Promise<Marks> {
  const settled = settledIn(tx)
  if (settled !== undefined) return new Map(settled.marks.map(([register, field, mark]) => [keyOf(register, field), markAt(mark)]))
  const rows = await tx
    .selectFrom('registerMark')
    .select(['register', 'field', 'mark'])
    .where('jurisdictionId', '=', jurisdictionId)
    .execute()
  return new Map(rows.map(({ register, field, mark }) => [keyOf(register, field), markAt(mark)]))
}

function keyOf(register: string, field = ''): string {
  return `${register} ${field}`
}

/** What follows from a definition where nobody set a mark: personal data are sensitive, what everybody may read is public. */
const BY_SENSITIVITY: Readonly<Record<Register['sensitivity'], Mark>> = { open: 'public', internal: 'internal', personal: 'sensitive' }

/** 敏感标记 of a register. */
export function markOf({ id, sensitivity }: Pick<Register, 'id' | 'sensitivity'>, marks: Marks): Mark {
  return marks.get(keyOf(id)) ?? BY_SENSITIVITY[sensitivity]
}

/** 敏感标记 of a field: never lower than its register's. */
export function markOfField(register: Pick<Register, 'id' | 'sensitivity'>, field: FieldId, marks: Marks): Mark {
  return higherOf(marks.get(keyOf(register.id, field)) ?? 'public', markOf(register, marks))
}

/** A register as it is there for somebody: null where its mark is above their clearance, and without the fields whose mark is. */
function clearedRegister(register: Register, marks: Marks, clearance: Mark): Register | null {
  if (!isCleared(clearance, markOf(register, marks))) return null
  const fields = register.fields.filter(({ id }) => isCleared(clearance, markOfField(register, id, marks)))
  return fields.length === register.fields.length ? register : { ...register, fields }
}

/** The fields a cleared register left out. */
export function hiddenFields(whole: Register | undefined, cleared: Register | undefined): readonly FieldId[] {
  const shown = new Set(cleared?.fields.map(({ id }) => id))
  return whole?.fields.flatMap(({ id }) => (shown.has(id) ? [] : [id])) ?? []
}

/** A record without some of its values: absent, not null. */
export function withoutFields<R extends Pick<WorkRecord, 'values'>>(record: R, hidden: readonly FieldId[]): R {
  if (hidden.every((field) => record.values[field] === undefined)) return record
  const values = Object.fromEntries(Object.entries(record.values).filter(([field]) => !hidden.some((each) => each === field)))
  return { ...record, values }
}

/** What was there under some fields before: kept where somebody corrects a record who does not see them. */
export function valuesOf({ values }: Pick<WorkRecord, 'values'>, fields: readonly FieldId[]): WorkRecord['values'] {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.some((each) => each === field)))
}

/** The registers that are there for somebody. */
export function clearedRegisters(
  registers: ReadonlyMap<RegisterId, Register>,
  marks: Marks,
  clearance: Mark,
): ReadonlyMap<RegisterId, Register> {
  if (clearance === 'restricted') return registers
  return new Map(
    [...registers].flatMap(([id, register]) => {
      const cleared = clearedRegister(register, marks, clearance)
      return cleared === null ? [] : [[id, cleared] as const]
    }),
  )
}
