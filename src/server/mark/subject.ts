import { type Mark, markAt, rankOf } from '#core/access/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import { RecordId } from '#core/record/record.ts'
import { loadMarks, markOf, markOfField } from '#server/access/marks.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRecord } from '#server/record/load.ts'
import { loadRegisters } from '#server/register/load.ts'

/** What bears a mark: a record, a register, or a field of one. As text: `record:…`, `register:…`, `register:… field`. */
export type Marked =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'register'; readonly register: string; readonly field: string | null }

/** A marked thing as a request names it. */
export function nameOf(marked: Marked): string {
  if (marked.kind === 'record') return `record:${marked.id}`
  return `register:${marked.register}${marked.field === null ? '' : ` ${marked.field}`}`
}

/** What a request names; null: nothing that bears a mark. */
export function markedIn(name: string): Marked | null {
  const [, kind, id = '', field] = /^(record|register):(\S+)(?: (\S+))?$/.exec(name) ?? []
  if (kind === 'record') return { kind, id }
  return kind === 'register' ? { kind, register: id, field: field ?? null } : null
}

/** The mark that counts for something now, and how people call it. NOT_FOUND where there is no such thing. */
export async function standingMark(
  tx: Tx,
  { jurisdictionId, packs }: { readonly jurisdictionId: string; readonly packs: readonly Pack[] },
  marked: Marked,
): Promise<{ readonly mark: Mark; readonly name: string }> {
  const registers = await loadRegisters(tx, jurisdictionId, packs)
  const marks = await loadMarks(tx, jurisdictionId)
  const find = (id: string) => {
    const found = [...registers.values()].find((register) => register.id === id)
    if (found === undefined) throw new AppError('NOT_FOUND')
    return found
  }
  if (marked.kind === 'register') {
    const register = find(marked.register)
    if (marked.field === null) return { mark: markOf(register, marks), name: register.title }
    const field = register.fields.find(({ id }) => id === marked.field)
    if (field === undefined) throw new AppError('NOT_FOUND')
    return { mark: markOfField(register, field.id, marks), name: `${register.title} ${field.label}` }
  }
  const record = await loadRecord(tx, jurisdictionId, { id: RecordId.parse(marked.id) })
  const own = await tx
    .selectFrom('recordMark')
    .select('mark')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('recordId', '=', marked.id)
    .executeTakeFirst()
  const register = find(record.register)
  const ofRegister = markOf(register, marks)
  const mark = own === undefined ? ofRegister : markAt(Math.max(own.mark, rankOf(ofRegister)))
  return { mark, name: `${register.title} ${record.occurredOn.to}` }
}

/** Keeps a mark. */
export async function saveMark(
  tx: Tx,
  { jurisdictionId, now }: { readonly jurisdictionId: string; readonly now: string },
  marked: Marked,
  mark: Mark,
): Promise<void> {
  const row = { jurisdictionId, mark: rankOf(mark), changedAt: now }
  if (marked.kind === 'record')
    await tx
      .insertInto('recordMark')
      .values({ ...row, recordId: marked.id })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'recordId']).doUpdateSet({ mark: row.mark, changedAt: now }))
      .execute()
  else
    await tx
      .insertInto('registerMark')
      .values({ ...row, register: marked.register, field: marked.field ?? '' })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'register', 'field']).doUpdateSet({ mark: row.mark, changedAt: now }))
      .execute()
}
