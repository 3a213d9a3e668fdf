import { cellText, partiesText, type PartyName } from '#core/record-import/cell-text.ts'
import { occurredCells } from '#core/record-import/occurred-cell.ts'
import type { ImportTarget } from '#core/record-import/target.ts'
import type { FieldValue, WorkRecord } from '#core/record/record.ts'
import type { Field } from '#core/register/field.ts'

/** A record as a row of a sheet shows it, by target. `number`: in the ledger it came from. */
export function recordCells(
  record: Pick<WorkRecord, 'id' | 'org' | 'occurredOn' | 'subjects' | 'values'>,
  number: string,
  fields: readonly Field[],
  nameOf: PartyName,
): ReadonlyMap<ImportTarget, string> {
  const { from, to } = occurredCells(record.occurredOn)
  const common: [ImportTarget, string][] = [
    ['number', number],
    ['org', nameOf({ kind: 'org', id: record.org })],
    ['from', from],
    ['to', to],
    ['subjects', partiesText(record.subjects, nameOf)],
    ['id', record.id],
  ]
  const own = fields.map((field): [ImportTarget, string] => {
    const value = record.values[field.id]
    return [`field:${field.id}`, field.type === 'commitments' ? refsText(value, nameOf) : cellText(value, nameOf)]
  })
  return new Map([...common, ...own])
}

/** The refs of the commitments a field names. */
function refsText(value: FieldValue | undefined, nameOf: PartyName): string {
  const ids = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  return ids.map((id) => nameOf({ kind: 'commitment', id }).split(' ')[0] ?? '').join('、')
}
