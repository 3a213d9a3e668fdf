import type { Expression, SqlBool } from 'kysely'
import type * as z from 'zod'
import type { CommitmentPage } from '#contract/commitment.ts'
import { ownsSubject } from '#core/access/scope.ts'
import { Instant } from '#core/day/day.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { isLateEntry } from '#core/record/late-entry.ts'
import type { FieldId, RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { WorkRecord } from '#core/record/record.ts'
import { keyOf } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { loadSetting } from '#server/record/setting.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'

type Page = z.infer<typeof CommitmentPage>

interface Sight {
  readonly scope: Scope
  readonly registers: ReadonlyMap<RegisterId, Register>
  /** The condition that a record is there for the scope: not marked above its clearance, nor about a single person. */
  readonly isThere: Expression<SqlBool>
}

/** The records that explanations and rulings name, in the revision that was judged. Words of a record are for those who may see it. */
export async function countedRecords(
  tx: Tx,
  jurisdictionId: string,
  occurrences: readonly Occurrence[],
  history: Page['history'],
  sight: Sight,
): Promise<Page['records']> {
  const judged = new Map(occurrences.flatMap(({ explanation }) => explanation.map(({ record, revision }) => [record, revision] as const)))
  const ruled = history.flatMap((entry) => (entry.kind === 'rule' ? [entry.record] : []))
  const ids = [...new Set([...judged.keys(), ...ruled])]
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('recordRevision')
    .select([...RECORD_COLUMNS, 'enteredByName', 'isStanding'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .where(sight.isThere)
    .execute()
  const { lateAfterDays } = await loadSetting(tx, jurisdictionId)
  const firsts = new Map(rows.flatMap(({ id, revision, enteredAt }) => (revision === 1 ? [[id, enteredAt] as const] : [])))
  return rows.flatMap((row) => {
    const record = recordOf(row)
    const revision = judged.get(record.id)
    if (revision === undefined ? !row.isStanding : revision !== record.revision) return []
    const { id, register, occurredOn, org, subjects, state, enteredAt } = record
    const firstEnteredOn = dayInShanghai(Instant.parse(firsts.get(id) ?? enteredAt))
    const isLate = isLateEntry(occurredOn.to, firstEnteredOn, { lateAfterDays, filing: sight.registers.get(register)?.filing ?? null })
    const words = maySee(record, sight) ? wordsOf(record, sight.registers.get(register)) : ''
    const entered = { enteredAt, enteredBy: row.enteredByName, firstEnteredOn, isLate }
    return [{ id, revision: record.revision, register, occurredOn, org, subjects, state, words, ...entered }]
  })
}

function maySee({ org, subjects }: WorkRecord, { scope }: Sight): boolean {
  return scope.seesAll || scope.orgs.includes(org) || subjects.some((party) => ownsSubject(scope, keyOf(party)))
}

const LONGEST = 60

/** What a record is about: its first text, else its first choice. */
function wordsOf({ values }: WorkRecord, register: Register | undefined): string {
  const read = (type: 'text' | 'choice'): string | undefined =>
    register?.fields.flatMap((field) => (field.type === type ? textIn(values, field.id) : [])).find((words) => words !== '')
  return (read('text') ?? read('choice') ?? '').slice(0, LONGEST)
}

function textIn(values: WorkRecord['values'], field: FieldId): readonly string[] {
  const value = values[field]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? [value.filter((each) => typeof each === 'string').join('、')] : []
}
