import type { WorkRecord } from '#core/record/record.ts'
import { keyOf, type PartyKey } from '#core/roster/party.ts'

/** The orgs whose fact it is: those named as subjects, else the one it is filed for. */
export function orgsOfRecord(record: WorkRecord): readonly string[] {
  const named = record.subjects.filter(({ kind }) => kind === 'org').map(({ id }) => id)
  return named.length === 0 ? [record.org] : named
}

/** Who a record itself says did it (`person:…`, `post:…`, `org:…`), and the records and commitments it names (`record:…`, `commitment:…`); each once. */
export function partiesOfRecord(record: WorkRecord): readonly PartyKey[] {
  const people = record.subjects.filter(({ kind }) => kind !== 'org').map(keyOf)
  const orgs = orgsOfRecord(record).map((org) => `org:${org}`)
  return [...new Set([...people, ...orgs, ...linksOfRecord(record)])]
}

/** The records and commitments that its fields may name. */
export function linksOfRecord({ values }: WorkRecord): readonly PartyKey[] {
  return Object.values(values).flatMap((value) => {
    if (isId(value)) return [`record:${value}`]
    return Array.isArray(value) ? value.filter(isId).map((id) => `commitment:${id}`) : []
  })
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length === 36
}
