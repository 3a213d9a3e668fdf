import type { FieldValue } from '#core/record/record.ts'
import type { Party } from '#core/roster/party.ts'

/** The name a party, or a commitment with its ref first, goes by in an export. */
export type PartyName = (party: Party | { readonly kind: 'commitment'; readonly id: string }) => string

/** A value as a cell shows it, so that `parseCell` reads the same again. */
export function cellText(value: FieldValue | undefined, nameOf: PartyName): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if ('from' in value) return value.from === value.to ? value.from : `${value.from}至${value.to}`
  return value.map((each) => (typeof each === 'string' ? each : nameOf(each))).join('、')
}

export function partiesText(parties: readonly Party[], nameOf: PartyName): string {
  return parties.map(nameOf).join('、')
}

/** Names by key, as the server gives them; what has none shows its key. */
export function namer(names: Readonly<Record<string, string>>): PartyName {
  return ({ kind, id }) => names[`${kind}:${id}`] ?? `${kind}:${id}`
}
