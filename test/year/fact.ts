/** What a field of a fact holds: plain values, or names that are looked up where it is entered. */
export type Value =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly people: readonly string[] }
  | { readonly orgs: readonly string[] }
  /** The record of another fact. */
  | { readonly fact: string }
  /** The commitments it was done for. */
  | { readonly commitments: readonly string[] }

/** What is entered of a fact; days are `YYYY-MM-DD`, all names as the organisation's. */
export interface Entry {
  /** The unit it is filed for. */
  readonly org: string
  readonly from: string
  readonly to: string
  readonly startsAtNoon: boolean
  readonly endsAtNoon: boolean
  readonly people: readonly string[]
  readonly values: Readonly<Record<string, Value>>
}

/** What is done to a record after it was entered, and on which day. */
export interface Act {
  readonly on: string
  readonly kind: 'submit' | 'accept' | 'return' | 'void' | 'correct'
  /** What a correction changes. */
  readonly changes: Partial<Entry>
}

/** One thing that happened in the year, with the life of its record. */
export interface Fact {
  readonly key: string
  readonly register: string
  readonly entry: Entry
  readonly isDraft: boolean
  /** The day it was first entered. */
  readonly enteredOn: string
  readonly acts: readonly Act[]
}

/** A fact as its record stands on a day: everything done by then. */
export interface Standing extends Entry {
  readonly key: string
  readonly register: string
  readonly state: 'draft' | 'submitted' | 'accepted' | 'returned' | 'voided'
}

/** What is known of the year on a day. */
export function standingOn(facts: readonly Fact[], day: string): readonly Standing[] {
  return facts.filter(({ enteredOn }) => enteredOn <= day).map((fact) => factOn(fact, day))
}

function factOn({ key, register, entry, isDraft, acts }: Fact, day: string): Standing {
  let standing: Standing = { ...entry, key, register, state: isDraft ? 'draft' : 'submitted' }
  for (const { on, kind, changes } of acts) {
    if (on > day) break
    // a correction is submitted anew: whoever accepted the former wording did not see it
    const state = { submit: 'submitted', accept: 'accepted', return: 'returned', void: 'voided', correct: 'submitted' } as const
    standing = { ...standing, ...changes, values: { ...standing.values, ...changes.values }, state: state[kind] }
  }
  return standing
}
