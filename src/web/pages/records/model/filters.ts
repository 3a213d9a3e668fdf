import { momentFrom, type MomentSearch } from '#web/_components/moment/search.ts'
import { type RecordState, recordStateNames } from './states.ts'

/** What is seen of a register, as its address says it. */
export interface Filters extends MomentSearch {
  readonly text?: string
  readonly from?: string
  readonly to?: string
  readonly org?: string
  readonly state?: RecordState
  readonly late?: boolean
  readonly by?: string
  readonly down?: boolean
  /** By choice field: the option. */
  readonly choices?: Readonly<Record<string, string>>
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Reads the address: what does not fit falls out. */
export function filtersFrom(search: Readonly<Record<string, unknown>>): Filters {
  const { text, from, to, org, state, late, by, down, choices } = search
  return {
    ...momentFrom(search),
    ...(typeof text === 'string' && text !== '' ? { text: text.slice(0, 100) } : {}),
    ...(typeof from === 'string' && DAY.test(from) ? { from } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
    ...(typeof org === 'string' ? { org } : {}),
    ...(isState(state) ? { state } : {}),
    ...(typeof late === 'boolean' ? { late } : {}),
    ...(typeof by === 'string' ? { by, down: down !== false } : {}),
    ...(isWords(choices) ? { choices } : {}),
  }
}

function isState(value: unknown): value is RecordState {
  return recordStateNames.some((state) => state === value)
}

function isWords(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return false
  const words = Object.values(value)
  return words.length > 0 && words.every((each) => typeof each === 'string')
}

/** Whether anything is left out. */
export function isFiltered({ by: _by, down: _down, asOf: _asOf, knownAt: _knownAt, ...filters }: Filters): boolean {
  return Object.keys(filters).length > 0
}

/** The filters as the API takes them. */
export function askedOf({ asOf, knownAt, text, from, to, org, state, late, by, down, choices }: Filters) {
  return {
    asOf: asOf ?? null,
    knownAt: knownAt ?? null,
    text: text ?? '',
    from: from ?? null,
    to: to ?? null,
    org: org ?? null,
    states: state === undefined ? [] : [state],
    isLate: late ?? null,
    choices: Object.fromEntries(Object.entries(choices ?? {}).map(([field, option]) => [field, [option]])),
    sort: by === undefined ? null : { by, isDown: down !== false },
  }
}
