import type { WorkCalendar } from '#core/calendar/work-year.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Ruling } from '#core/counting/counting.ts'
import type { Instant } from '#core/day/day.ts'
import { knownRecords } from '#core/record/known-records.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import { linksOfRecord, orgsOfRecord } from '#core/record/record-parties.ts'
import type { RegisterId } from '#core/register/field.ts'
import { keyOf, type PartyKey, partyOf } from '#core/roster/party.ts'
import { aliasesOf, indexRoster, type RosterIndex } from '#core/roster/roster-index.ts'
import type { Roster } from '#core/roster/roster.ts'
import type { Terms } from '#core/terms/terms.ts'

/** All that a commitment is evaluated from. `terms`: those of other commitments that counting rules name. */
export interface Facts {
  /** Every revision of every record; those that cannot matter may be left out. */
  readonly records: readonly WorkRecord[]
  readonly rulings: readonly Ruling[]
  readonly roster: Roster
  readonly calendar: WorkCalendar
  readonly terms: readonly Terms[]
}

/** The facts as they were known at an instant, at hand by what they are about. Made once for many commitments. */
export interface View {
  readonly records: ReadonlyMap<RecordId, WorkRecord>
  readonly byRegister: ReadonlyMap<RegisterId, readonly WorkRecord[]>
  /** The records of a register that may be credited to a party, or are about a record (`record:<id>`). */
  readonly byKey: ReadonlyMap<RegisterId, ReadonlyMap<string, readonly WorkRecord[]>>
  /** What persons say of records, by commitment. */
  readonly rulings: ReadonlyMap<CommitmentId, ReadonlyMap<RecordId, Ruling>>
  readonly roster: RosterIndex
  readonly calendar: WorkCalendar
  readonly terms: ReadonlyMap<CommitmentId, Terms>
}

/**
 * `knownAt` null: as all is known. Otherwise records stand in the last revision entered by then, and rulings by then hold; terms, work days and
 * roster are as they are given (`facts`), so who asks gives those that were known.
 */
export function viewOf(facts: Facts, knownAt: Instant | null = null): View {
  const known = knownRecords(facts.records, knownAt)
  const roster = indexRoster(facts.roster)
  const byKey = new Map<RegisterId, Map<string, WorkRecord[]>>()
  for (const record of known) {
    const keys = byKey.get(record.register) ?? new Map<string, WorkRecord[]>()
    byKey.set(record.register, keys)
    for (const key of keysOfRecord(record, roster)) {
      const records = keys.get(key)
      if (records === undefined) keys.set(key, [record])
      else records.push(record)
    }
  }
  return {
    records: new Map(known.map((record) => [record.id, record])),
    byRegister: Map.groupBy(known, ({ register }) => register),
    byKey,
    rulings: standing(facts.rulings, knownAt),
    roster,
    calendar: facts.calendar,
    terms: new Map(facts.terms.map((terms) => [terms.commitment, terms])),
  }
}

function standing(rulings: readonly Ruling[], knownAt: Instant | null): View['rulings'] {
  const limit = knownAt === null ? Infinity : Date.parse(knownAt)
  const found = new Map<CommitmentId, Map<RecordId, Ruling>>()
  for (const ruling of rulings) {
    const ofCommitment = found.get(ruling.commitment) ?? new Map<RecordId, Ruling>()
    found.set(ruling.commitment, ofCommitment)
    const other = ofCommitment.get(ruling.record)
    const isLater = other === undefined || Date.parse(other.at) <= Date.parse(ruling.at)
    if (Date.parse(ruling.at) <= limit && isLater) ofCommitment.set(ruling.record, ruling)
  }
  return found
}

/** Everyone a record might be credited to on any day, and the records it names. */
export function keysOfRecord(record: WorkRecord, roster: RosterIndex): ReadonlySet<string> {
  const keys = new Set<string>([`record:${record.id}`])
  for (const subject of record.subjects) {
    if (subject.kind === 'org') continue
    keys.add(keyOf(subject))
    for (const { key } of aliasesOf(subject, roster)) keys.add(key)
  }
  for (const org of orgsOfRecord(record)) addAbove(org, roster, keys)
  for (const link of linksOfRecord(record)) keys.add(link)
  return keys
}

function addAbove(org: string, roster: RosterIndex, keys: Set<PartyKey>): void {
  if (keys.has(`org:${org}`)) return
  keys.add(`org:${org}`)
  for (const { parent } of roster.orgs.get(org) ?? []) if (parent !== null) addAbove(parent, roster, keys)
}

/**
 * The other way round: all that a record may say of who did it (`partiesOfRecord`) so that it might be credited to a subject on any day. Posts and their holders are
 * one; what is done in an org may be done by all above it.
 */
export function partiesBehind(key: PartyKey, roster: RosterIndex): ReadonlySet<PartyKey> {
  const found = new Set([key])
  const party = partyOf(key)
  if (party === null) return found
  if (party.kind === 'org') addBelow(party.id, roster, found)
  else for (const alias of aliasesOf(party, roster)) found.add(alias.key)
  return found
}

function addBelow(org: string, roster: RosterIndex, found: Set<PartyKey>): void {
  for (const { id } of roster.children.get(org) ?? [])
    if (!found.has(`org:${id}`)) {
      found.add(`org:${id}`)
      addBelow(id, roster, found)
    }
}
