import type { WorkRecord } from '#core/record/record.ts'
import { keyOf, type PartyKey } from '#core/roster/party.ts'

/** The orgs whose fact it is: those named as subjects, else the one it is filed for. */
export function orgsOfRecord(record: WorkRecord): readonly string[] {
  const named = record.subjects.filter(({ kind }) => kind === 'org').map(({ id }) => id)
  return named.length === 0 ? [record.org] : named
}

/** Who a record itself says did it (`person:…`, `post:…`, `org:…`), and the records it names (`record:…`); each once. */
export function partiesOfRecord(record: WorkRecord): readonly PartyKey[] {
  const people = record.subjects.filter(({ kind }) => kind !== 'org').map(keyOf)
  const orgs = orgsOfRecord(record).map((org) => `org:${org}`)
  return [...new Set([...people, ...orgs, ...linksOfRecord(record)])]
}

/** The records that its fields may name. */
export function linksOfRecord({ values }: WorkRecord): readonly PartyKey[] {
  return Object.values(values).flatMap((value) => (typeof value === 'string' && value.length === 36 ? [`record:${value}`] : []))
}
