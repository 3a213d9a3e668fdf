import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import { checkValue, EARLIEST_DAY, spanFault, type ValueFault } from '#core/register/check-value.ts'
import type { Register } from '#core/register/register.ts'
import type { Party } from '#core/roster/party.ts'

/**
 * What is wrong with a record. `field`: a field of the register, or `occurredOn`, `subjects`, `org`. Beside the faults of values: `missing` a required value,
 * `no-such-field`, `another-register`, `in-the-future` submitted before it happened, `too-early`; `retired`: a new record in a field or register that takes none
 * any more.
 */
export interface RecordFault {
  readonly field: string
  readonly code: ValueFault | 'missing' | 'no-such-field' | 'another-register' | 'in-the-future' | 'retired'
}

/** What a record is held to beside its register: the day it is entered, and whom the roster knows. */
export interface RecordContext {
  readonly today: Day
  readonly isKnown: (party: Party) => boolean
}

/** Holds a record to its register; empty where it may be filed. A draft may lack required values and lie in the future; so may 零报告 lack them; what it has must be right. */
export function checkRecord(record: WorkRecord, register: Register, context: RecordContext): readonly RecordFault[] {
  if (record.register !== register.id) return [{ field: 'register', code: 'another-register' }]
  if (register.isRetired && record.revision === 1) return [{ field: 'register', code: 'retired' }]
  const { fields, filing } = register
  const isDraft = record.state === 'draft'
  const isZero = filing?.zeroField != null && record.values[filing.zeroField] === true
  const strangers = Object.keys(record.values).filter((key) => fields.every(({ id }) => id !== key))
  return [
    ...checkDays(record, isDraft, context),
    ...checkParties(record, context),
    ...(register.sensitivity === 'personal' ? checkPerson(record) : []),
    ...strangers.map((field): RecordFault => ({ field, code: 'no-such-field' })),
    ...fields.flatMap((field): readonly RecordFault[] => {
      const value = record.values[field.id]
      const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
      if (isEmpty) return field.isRequired && !field.isRetired && !isDraft && !isZero ? [{ field: field.id, code: 'missing' }] : []
      if (field.isRetired && record.revision === 1) return [{ field: field.id, code: 'retired' }]
      const code = checkValue(value, field, context.isKnown)
      return code === null ? [] : [{ field: field.id, code }]
    }),
  ]
}

function checkDays({ occurredOn: { from, to } }: WorkRecord, isDraft: boolean, { today }: RecordContext): readonly RecordFault[] {
  const field = 'occurredOn'
  const code = spanFault(from, to)
  if (code !== null) return [{ field, code }]
  if (from < EARLIEST_DAY) return [{ field, code: 'too-early' }]
  return to > today && !isDraft ? [{ field, code: 'in-the-future' }] : []
}

/** A record about a single person says whom: one, by name. */
function checkPerson({ subjects }: WorkRecord): readonly RecordFault[] {
  const [first] = subjects
  if (first === undefined) return [{ field: 'subjects', code: 'missing' }]
  if (subjects.length > 1) return [{ field: 'subjects', code: 'only-one' }]
  return first.kind === 'person' ? [] : [{ field: 'subjects', code: 'wrong-party' }]
}

function checkParties({ org, subjects }: WorkRecord, { isKnown }: RecordContext): readonly RecordFault[] {
  const faults: RecordFault[] = isKnown({ kind: 'org', id: org }) ? [] : [{ field: 'org', code: 'unknown-party' }]
  const keys = subjects.map(({ kind, id }) => `${kind}:${id}`)
  if (new Set(keys).size < keys.length) faults.push({ field: 'subjects', code: 'named-twice' })
  if (!subjects.every(isKnown)) faults.push({ field: 'subjects', code: 'unknown-party' })
  return faults
}
