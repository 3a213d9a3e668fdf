import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId } from '#core/register/field.ts'
import type { Party } from '#core/roster/party.ts'

/** The people and orgs a field names; none where it holds something else. */
export function partiesIn(record: WorkRecord, field: FieldId): readonly Party[] {
  const value = record.values[field]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object') : []
}
