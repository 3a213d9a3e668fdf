import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type * as z from 'zod'
import type { DrawTaken } from '#contract/draw.ts'
import { higherOf, type Mark, markAt, rankOf } from '#core/access/mark.ts'
import { type DrawSource, listOfRecords, type SourceRow, textOfValue } from '#core/draw/register-source.ts'
import { idsIn } from '#core/draw/population.ts'
import type { Register } from '#core/register/register.ts'
import { loadMarks, markOf, markOfField } from '#server/access/marks.ts'
import { demandFieldsSeen, type RecordSight, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Caller } from '#server/draw/act.ts'
import { frozenTexts } from '#server/draw/frozen-texts.ts'
import { loadDraw } from '#server/draw/load.ts'
import { drawSight } from '#server/draw/sight.ts'
import type { Files } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { seenRecords } from '#server/record/seen.ts'
import { change } from '#server/verb/change.ts'

type WithFiles = Caller & { readonly files: Files }

/** So many records are read at a time. */
const AT_A_TIME = 20_000

/**
 * 从登记簿取总体: the filed records of a register that the drawer sees become a list, which is kept as a file and frozen like one that was sent. How sensitive the
 * most sensitive of what was taken is goes with the draw.
 */
export async function takeFromRegister(
  context: WithFiles,
  { source, growing }: { readonly source: DrawSource; readonly growing: string | null },
): Promise<z.infer<typeof DrawTaken>> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('draw:run')
    const { jurisdictionId } = actor
    const seen = await scope()
    const sight = await recordSight(tx, seen, context.packs)
    const register = sight.registers.get(source.register)
    // single persons are never drawn
    if (register === undefined || register.sensitivity === 'personal') throw new AppError('NOT_FOUND')
    demandSourceSeen(sight, register, source)
    const rows = await readRows(tx, sight, source)
    if (growing !== null) await loadDraw(tx, await drawSight(tx, seen, context.packs), growing)
    const earlier = growing === null ? [] : await frozenTexts(tx, context, context.files, growing)
    const list = accepted(listOfRecords(rows, new Set(earlier.flatMap((text) => [...idsIn(text)]))))
    const days = [source.from, source.to].filter((day) => day !== null).join('至')
    const fileName = `${register.title}${days === '' ? '' : `（${days}）`}.txt`
    const id = context.newId()
    const file = await context.files.receive(Readable.from([Buffer.from(list.text)]))
    await tx
      .insertInto('draw')
      .values({
        jurisdictionId,
        id,
        version: 1,
        state: 'draft',
        name: register.title,
        purpose: '',
        rule: null,
        listFileId: await storeFile(tx, context, file, fileName),
        fileName,
        items: list.items,
        strata: JSON.stringify(list.strata),
        seed: null,
        register: register.id,
        source: JSON.stringify(source),
        mark: rankOf(await markOfTaken(tx, sight, register, source)),
        createdAt: context.now,
        createdBy: actor.accountId,
        createdByName: actor.name,
      })
      .execute()
    await record({
      verb: 'draw.take-register',
      subject: { kind: 'draw', id },
      after: { source, growing, sha256: file.sha256, items: list.items },
    })
    return { id }
  })
}

/** INVALID where a field is named that the register does not have for the drawer. */
function demandSourceSeen(sight: RecordSight, register: Register, { choices, number, strata }: DrawSource): void {
  const named = [...Object.keys(choices), ...(number === null ? [] : [number]), ...(typeof strata === 'string' ? [] : [strata.field])]
  demandFieldsSeen(sight, { register: register.id, choices, sort: null })
  const unknown = named.filter((id) => register.fields.every((field) => field.id !== id))
  if (unknown.length > 0)
    throw new AppError('INVALID', { fields: unknown.map((field) => ({ path: ['source', field], code: 'unknown-field' })) })
}

/** The records in the order of their ids, as many as there are. */
async function readRows(tx: Tx, sight: RecordSight, source: DrawSource): Promise<readonly SourceRow[]> {
  const { jurisdictionId } = sight.scope
  const rows: SourceRow[] = []
  const field = typeof source.strata === 'string' ? null : source.strata.field
  for (let after: string | null = null; ;) {
    const query = (await filed(tx, sight, source)).orderBy('id').limit(AT_A_TIME)
    const some = await (after === null ? query : query.where('id', '>', after))
      .select(['id', 'orgId'])
      .select(sql`field_values->${source.number ?? ''}`.as('number'))
      .select(sql`field_values->${field ?? ''}`.as('stratum'))
      .select((eb) =>
        eb
          .selectFrom('recordNumber')
          .select(({ fn }) => fn.min('recordNumber.number').as('own'))
          .where('recordNumber.jurisdictionId', '=', jurisdictionId)
          .whereRef('recordNumber.recordId', '=', 'recordRevision.id')
          .as('own'),
      )
      .execute()
    const names = source.strata === 'org' ? await namesOf(tx, jurisdictionId, new Set(some.map(({ orgId }) => `org:${orgId}`))) : {}
    for (const { id, orgId, number, stratum, own } of some)
      rows.push({
        record: id,
        id: source.number === null ? (own ?? id) : textOfValue(number),
        stratum: source.strata === 'org' ? (names[`org:${orgId}`] ?? '') : textOfValue(stratum),
      })
    after = some.at(-1)?.id ?? null
    if (some.length < AT_A_TIME) return rows
  }
}

/** What was filed and is seen. */
async function filed(
  tx: Tx,
  { scope: { jurisdictionId }, registers, isSeen }: RecordSight,
  { register, from, to, org, choices }: DrawSource,
) {
  const ground = { jurisdictionId, register: registers.get(register), lateAfterDays: 0 }
  const asked = { register, from, to, org, choices, states: ['submitted', 'accepted'], isLate: null, text: '', sort: null } as const
  return (await seenRecords(tx, ground, asked)).where(isSeen)
}

/** The highest mark of what was taken: of the register, of the fields that tell something, and of the records themselves. */
async function markOfTaken(tx: Tx, sight: RecordSight, register: Register, source: DrawSource): Promise<Mark> {
  const { jurisdictionId } = sight.scope
  const marks = await loadMarks(tx, jurisdictionId)
  const fields = [source.number, typeof source.strata === 'string' ? null : source.strata.field].filter((field) => field !== null)
  const row = await tx
    .selectFrom('recordMark')
    .select(({ fn }) => fn.max('mark').as('mark'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('recordId', 'in', (await filed(tx, sight, source)).select('id'))
    .executeTakeFirst()
  return fields.reduce(
    (mark, field) => higherOf(mark, markOfField(register, field, marks)),
    higherOf(markOf(register, marks), markAt(row?.mark ?? 0)),
  )
}
