import type { Day, Instant } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Pack } from '#core/pack/pack.ts'
import { namer } from '#core/record-import/cell-text.ts'
import { layOut, type SheetLayout } from '#core/record-import/layout.ts'
import { nameBookOf, namesIn } from '#core/record-import/name-book.ts'
import { COMMITMENTS } from '#core/record-import/parse-cell.ts'
import { type Existing, type Ground } from '#core/record-import/plan-rows.ts'
import { recordCells } from '#core/record-import/record-cells.ts'
import type { ImportTarget } from '#core/record-import/target.ts'
import type { WorkRecord } from '#core/record/record.ts'
import { namedIn } from '#core/record/named-in.ts'
import type { Register } from '#core/register/register.ts'
import type { CellRow } from '#core/sheet/header.ts'
import type { Tx } from '#server/db/connect.ts'
import { knownIn } from '#server/org/known.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { type Asked, loadColumns } from '#server/record-import/load.ts'
import { loadNumbersOf, recordsByNumber } from '#server/record-import/numbers.ts'
import { loadRegisters } from '#server/register/load.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Prepared {
  readonly layout: SheetLayout
  readonly ground: Ground
  readonly organisation: Organisation
}

interface Given {
  readonly jurisdictionId: string
  readonly packs: readonly Pack[]
  readonly asked: Asked
  readonly cells: readonly CellRow[]
  readonly at: Instant
  readonly today: Day
  readonly note: string
}

/** All that the rows of a sheet are read by and held to; NOT_FOUND where there is no such register. */
export async function prepare(tx: Tx, { jurisdictionId, packs, asked, cells, at, today, note }: Given): Promise<Prepared> {
  const register = (await loadRegisters(tx, jurisdictionId, packs)).get(asked.register)
  // what is kept about single persons is entered one by one
  if (register === undefined || register.sensitivity === 'personal') throw new AppError('NOT_FOUND')
  const remembered = await loadColumns(tx, jurisdictionId, register.id)
  const layout = layOut(cells, register, { ...remembered, ...asked.columns })
  const organisation = await loadOrganisation(tx, jurisdictionId)
  const wordsIn = (target: ImportTarget) => distinctIn(cells, layout, target)
  const numbered = await recordsByNumber(tx, jurisdictionId, register.id, wordsIn('number'))
  const ids = wordsIn('id').filter((id) => UUID.test(id))
  const existing = await loadExisting(tx, jurisdictionId, register, [...ids, ...numbered.values()])
  const linked = await linkedRecords(tx, jurisdictionId, register, wordsIn)
  const ground: Ground = {
    register,
    fields: register.fields,
    policy: asked.existing,
    org: asked.org,
    at,
    today,
    note,
    names: nameBookOf(organisation, asked.names),
    isKnown: knownIn(organisation).isKnown,
    byId: existing,
    byNumber: new Map([...numbered].flatMap(([number, id]) => (existing.has(id) ? [[number, existing.get(id)]] : [])).filter(isEntry)),
    recordOf: (to, key) => linked.get(`${to} ${key}`) ?? null,
  }
  return { layout, ground, organisation }
}

function isEntry(entry: readonly unknown[]): entry is [string, Existing] {
  return entry[1] !== undefined
}

function distinctIn(cells: readonly CellRow[], { columns, headerRow }: SheetLayout, target: ImportTarget): readonly string[] {
  const index = columns.find((column) => column.target === target)?.index
  if (index === undefined) return []
  const words = cells.flatMap(({ row, cells: found }) => (row > headerRow ? [found[index]?.trim() ?? ''] : []))
  return [...new Set(words.filter((word) => word !== ''))]
}

/** The records of a register that stand, of some ids, with the cells that show them. */
async function loadExisting(
  tx: Tx,
  jurisdictionId: string,
  register: Register,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Existing>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('recordRevision')
    .select(RECORD_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...new Set(ids)]))))
    .where('register', '=', register.id)
    .where('isStanding', '=', true)
    .execute()
  const records: readonly WorkRecord[] = rows.map(recordOf)
  const nameOf = namer(
    await namesOf(
      tx,
      jurisdictionId,
      records.flatMap((record) => namedIn(record, register)),
    ),
  )
  const numbers = await loadNumbersOf(tx, jurisdictionId, ids)
  return new Map(
    records.map((record) => [record.id, { record, cells: recordCells(record, numbers.get(record.id) ?? '', register.fields, nameOf) }]),
  )
}

/** The commitments that refs name, those that stand in the ledger and no other. */
async function commitmentsByRef(tx: Tx, jurisdictionId: string, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['ref', 'commitmentId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('ref', '=', eb.fn.any(eb.val([...new Set(refs)]))))
    .execute()
  const byRef = Map.groupBy(rows, ({ ref }) => ref)
  return new Map(
    [...byRef].flatMap(([ref, [first, ...others]]) => (first === undefined || others.length > 0 ? [] : [[ref, first.commitmentId]])),
  )
}

/** Records of other registers that cells name, by `register number` and `register id`; commitments by ref. */
async function linkedRecords(
  tx: Tx,
  jurisdictionId: string,
  { fields }: Register,
  wordsIn: (target: ImportTarget) => readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const field of fields) {
    if (field.type === 'commitments') {
      const refs = wordsIn(`field:${field.id}`).flatMap(namesIn)
      for (const [ref, id] of await commitmentsByRef(tx, jurisdictionId, refs)) found.set(`${COMMITMENTS} ${ref}`, id)
    }
    if (field.type !== 'record') continue
    const words = wordsIn(`field:${field.id}`)
    for (const [number, id] of await recordsByNumber(tx, jurisdictionId, field.register, words))
      found.set(`${field.register} ${number}`, id)
    for (const word of words) if (UUID.test(word)) found.set(`${field.register} ${word}`, word)
  }
  return found
}
