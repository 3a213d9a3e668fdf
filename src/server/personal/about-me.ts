import { sql } from 'kysely'
import type * as z from 'zod'
import type { personal } from '#contract/personal.ts'
import { Instant } from '#core/day/day.ts'
import type { Pack } from '#core/pack/pack.ts'
import { keptUntil } from '#core/personal/kept-until.ts'
import { namedIn } from '#core/record/named-in.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadObjections } from '#server/personal/stored.ts'
import { namesOf } from '#server/record/names.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { loadRegisters } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type AboutMe = z.output<NonNullable<(typeof personal.aboutMe)['~orpc']['outputSchema']>>

/** 与我有关的登记: everything that is held about whoever asks, whatever they are cleared for, who read it, and until when it is kept. */
export async function aboutMe(context: Context & { readonly packs: readonly Pack[] }): Promise<AboutMe> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('personal:read-own')
    const { jurisdictionId, person } = actor
    if (person === null) return { person: null, items: [], named: [], names: {} }
    const registers = new Map<string, Register>(await loadRegisters(tx, jurisdictionId, context.packs))
    const held = await heldAbout(tx, jurisdictionId, { person, registers: idsOf(registers, true) })
    const ids = held.map(({ record }) => record.id)
    const readings = Map.groupBy(await loadReadings(tx, jurisdictionId, ids), ({ record }) => record)
    const objections = Map.groupBy(await loadObjections(tx, jurisdictionId, ids), ({ record }) => record)
    const { name } = await tx
      .selectFrom('person')
      .select('name')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', person)
      .executeTakeFirstOrThrow()
    return {
      person: { id: person, name },
      items: held.flatMap(({ record, enteredBy }) => {
        const register = registers.get(record.register)
        if (register === undefined) return []
        return [
          {
            record,
            register,
            enteredBy,
            keptUntil: keptUntil(register, record.occurredOn.to),
            readings: readings.get(record.id)?.map(({ at, name: reader, post }) => ({ at, name: reader, post })) ?? [],
            objections: objections.get(record.id) ?? [],
          },
        ]
      }),
      named: await countNamed(tx, jurisdictionId, { person, registers }),
      names: await namesOf(
        tx,
        jurisdictionId,
        held.flatMap(({ record }) => namedIn(record, registers.get(record.register))),
      ),
    }
  })
}

/** Ids of the registers that are, or are not, about single persons. */
function idsOf(registers: ReadonlyMap<string, Register>, isPersonal: boolean): readonly string[] {
  return [...registers.values()].filter(({ sensitivity }) => (sensitivity === 'personal') === isPersonal).map(({ id }) => id)
}

async function heldAbout(
  tx: Tx,
  jurisdictionId: string,
  { person, registers }: { readonly person: string; readonly registers: readonly string[] },
) {
  const rows = await tx
    .selectFrom('recordParty')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'recordParty.jurisdictionId')
        .onRef('recordRevision.id', '=', 'recordParty.recordId'),
    )
    .select(RECORD_COLUMNS.map((column) => `recordRevision.${column}` as const))
    .select('recordRevision.enteredByName')
    .where('recordParty.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('recordParty.register', '=', eb.fn.any(eb.val(registers))))
    .where('recordParty.party', '=', `person:${person}`)
    .where('recordRevision.isStanding', '=', true)
    .orderBy('recordRevision.toDay', 'desc')
    .orderBy('recordRevision.id')
    .execute()
  return rows.map((row) => ({ record: recordOf(row), enteredBy: row.enteredByName }))
}

/** How many records of work name the person, by the title of their register: for that person alone. */
async function countNamed(
  tx: Tx,
  jurisdictionId: string,
  { person, registers }: { readonly person: string; readonly registers: ReadonlyMap<string, Register> },
): Promise<AboutMe['named']> {
  const rows = await tx
    .selectFrom('recordParty')
    .select(['register', sql<string>`count(*)`.as('records')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('register', '=', eb.fn.any(eb.val(idsOf(registers, false)))))
    .where('party', '=', `person:${person}`)
    .groupBy('register')
    .orderBy('register')
    .execute()
  return rows.map(({ register, records }) => ({ title: registers.get(register)?.title ?? register, records: Number(records) }))
}

async function loadReadings(tx: Tx, jurisdictionId: string, records: readonly string[]) {
  if (records.length === 0) return []
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['at', 'actorName', 'actorPost', 'subjectId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where('subjectId', 'in', records)
    .where('verb', '=', 'record.read')
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ at, actorName, actorPost, subjectId }) => ({
    at: Instant.parse(at),
    name: actorName,
    post: actorPost,
    record: subjectId,
  }))
}
