import type { WorkRecord } from '#core/record/record.ts'
import type { Register } from '#core/register/register.ts'
import { keyOf, type PartyKey } from '#core/roster/party.ts'

/** Everyone and everything a record names, as keys: its org, its subjects, people, orgs, records and commitments in its fields. */
export function namedIn({ org, subjects, values }: WorkRecord, register: Register | undefined): readonly PartyKey[] {
  const linked = (register?.fields ?? []).flatMap(({ id, type }) => {
    const value = values[id]
    if (type === 'commitments' && Array.isArray(value))
      return value.flatMap((each) => (typeof each === 'string' ? [`commitment:${each}`] : []))
    return type === 'record' && typeof value === 'string' ? [`record:${value}`] : []
  })
  const parties = Object.values(values).flatMap((value) => (Array.isArray(value) ? value.filter((each) => typeof each === 'object') : []))
  return [`org:${org}`, ...[...subjects, ...parties].map(keyOf), ...linked]
}
