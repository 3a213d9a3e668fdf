import type { Counting } from '#core/counting/counting.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import type { Facts } from '#core/occurrence/view.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { Occurred, RecordId, type WorkRecord } from '#core/record/record.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'
import type { Party } from '#core/roster/party.ts'
import { Roster } from '#core/roster/roster.ts'
import type { Terms } from '#core/terms/terms.ts'

export const day = (text: string): Day => Day.parse(text)
export const decimal = (text: string): Decimal => Decimal.parse(text)
export const field = (text: string): FieldId => FieldId.parse(text)
export const register = (text: string): RegisterId => RegisterId.parse(text)
export const person = (id: string): Party => ({ kind: 'person', id })

export function commitment(number: number): CommitmentId {
  return CommitmentId.parse(`0198f4a0-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

export function recordId(number: number): RecordId {
  return RecordId.parse(`0198f4a0-0000-7000-a000-${String(number).padStart(12, '0')}`)
}

/** Any submitted record of field research. */
export const counting: Counting = {
  sources: [{ register: register('field-research'), where: null }],
  mode: 'any',
  needs: 'submitted',
  completion: null,
  since: 'period',
  within: null,
  notWith: [],
  before: null,
}

/** 每年不少于12次, the court as a whole, in the calendar year 2026. */
export const yearly: Terms = {
  commitment: commitment(1),
  target: { measure: { kind: 'count' }, comparator: '>=', value: decimal('12'), upper: null, unit: '次', isExact: false },
  rhythm: { kind: 'every', count: 1, unit: 'year', from: day('2026-01-01'), to: null, starts: 'calendar', partial: 'full' },
  scope: { kind: 'org', org: 'court', reach: 'own' },
  counting,
  midPeriod: null,
  waived: [],
}

type Given = Partial<Omit<WorkRecord, 'id' | 'occurredOn' | 'subjects' | 'values' | 'enteredAt'>>

/** `on`: a day, or `from/to`; `~` behind the first or last day: from or to noon. */
export function recordOf(
  number: number,
  on: string,
  given: Given & {
    readonly by?: readonly Party[]
    readonly values?: Record<string, WorkRecord['values'][FieldId]>
    readonly enteredAt?: string
  } = {},
): WorkRecord {
  const [from = '', to = from] = on.split('/')
  const { by = [], values = {}, enteredAt = '2026-12-31T00:00:00Z', ...rest } = given
  return {
    id: recordId(number),
    revision: 1,
    register: register('field-research'),
    org: 'office',
    occurredOn: Occurred.parse({
      from: from.replace('~', ''),
      to: to.replace('~', ''),
      startsAtNoon: from.endsWith('~'),
      endsAtNoon: on.includes('/') && to.endsWith('~'),
    }),
    enteredAt: Instant.parse(enteredAt),
    subjects: by,
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [field(key), value])),
    state: 'submitted',
    note: '',
    ...rest,
  }
}

/** A court with an office, a division and a subordinate court; 张 is president until the end of May, then 李; 王 joins the leading group in July. */
const roster: Roster = Roster.parse({
  orgs: [
    { id: 'court', parent: null, kind: 'institution', from: '2020-01-01', to: null },
    { id: 'office', parent: 'court', kind: 'department', from: '2020-01-01', to: null },
    { id: 'division', parent: 'court', kind: 'department', from: '2020-01-01', to: null },
    { id: 'county', parent: 'court', kind: 'institution', from: '2020-01-01', to: null },
    { id: 'county-office', parent: 'county', kind: 'department', from: '2020-01-01', to: null },
  ],
  posts: [
    { id: 'president', org: 'court', isHead: true },
    { id: 'division-head', org: 'division', isHead: true },
  ],
  holdings: [
    { post: 'president', person: 'zhang', from: '2020-01-01', to: '2026-05-31' },
    { post: 'president', person: 'li', from: '2026-06-01', to: null },
    { post: 'division-head', person: 'zhao', from: '2020-01-01', to: null },
  ],
  memberships: [
    { group: 'leaders', member: { kind: 'post', id: 'president' }, from: '2020-01-01', to: null },
    { group: 'leaders', member: { kind: 'person', id: 'chen' }, from: '2020-01-01', to: null },
    { group: 'leaders', member: { kind: 'person', id: 'wang' }, from: '2026-07-02', to: null },
  ],
  relations: [{ kind: 'inChargeOf', leader: { kind: 'person', id: 'chen' }, org: 'division', from: '2020-01-01', to: null }],
})

export function factsOf(records: readonly WorkRecord[], changes: Partial<Facts> = {}): Facts {
  return { records, rulings: [], roster, calendar: [], terms: [], ...changes }
}
