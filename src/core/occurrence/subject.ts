import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId } from '#core/register/field.ts'
import type { Interval } from '#core/roster/interval.ts'
import { type PartyKey, partyOf } from '#core/roster/party.ts'
import { isSameOn, orgsAbove, type RosterIndex } from '#core/roster/roster-index.ts'
import { pairTenure, tenuresOf } from '#core/roster/tenure.ts'
import type { Scope } from '#core/scope/scope.ts'
import { holds } from '#core/counting/holds.ts'
import { partiesIn } from '#core/record/parties-in.ts'
import type { View } from '#core/occurrence/view.ts'
import { orgsOfRecord } from '#core/record/record-parties.ts'

/** `org:court`, `person:zhang`, `post:president+person:li` (a pair), `record:<id>`. */
export type SubjectKey = string

/** Since when and until when each subject of a commitment is one; null: always. Records of `record` scopes: from the day they ended. */
export type Subjects = ReadonlyMap<SubjectKey, readonly Interval[] | null>

/** Everyone a commitment ever held for. */
export function subjectsOf(scope: Scope, view: View): Subjects {
  switch (scope.kind) {
    case 'org':
      return new Map([[`org:${scope.org}`, null]])
    case 'post':
      return new Map([[`post:${scope.post}`, null]])
    case 'each':
      return tenuresOf(scope.population, view.roster)
    case 'pairs':
      return pairsOf(scope, view.roster)
    case 'record':
      return new Map(eventsOf(scope.of, view).map((record) => [`record:${record.id}`, null]))
  }
}

/** The submitted records of a source. */
export function eventsOf(source: Extract<Scope, { kind: 'record' }>['of'], view: View): readonly WorkRecord[] {
  return (view.byRegister.get(source.register) ?? []).filter((record) => isEvent(record, source, view))
}

export function isEvent(record: WorkRecord, { register, where }: Extract<Scope, { kind: 'record' }>['of'], view: View): boolean {
  const isFiled = record.state === 'submitted' || record.state === 'accepted'
  return isFiled && record.register === register && (where === null || holds(where, record, view.roster))
}

function pairsOf(scope: Extract<Scope, { kind: 'pairs' }>, roster: RosterIndex): Subjects {
  const found = new Map<SubjectKey, readonly Interval[]>()
  for (const [a, whenA] of tenuresOf(scope.a, roster))
    for (const [b, whenB] of tenuresOf(scope.b, roster, partyOf(a))) {
      const tenure = pairTenure(a, whenA, b, whenB, roster)
      if (tenure.length > 0) found.set(`${a}+${b}`, tenure)
    }
  return found
}

/** The key under which a view keeps the records that may be credited to a subject: a pair's first side. */
export function recordKeyOf(subject: SubjectKey): string {
  return subject.split('+')[0] ?? subject
}

/** Whether a record of a day is this subject's. */
export function isOfSubject(record: WorkRecord, subject: SubjectKey, scope: Scope, day: Day, roster: RosterIndex): boolean {
  switch (scope.kind) {
    case 'org':
    case 'each':
      return isOfParty(record, subject, scope.reach, day, roster)
    case 'post':
      return isOfParty(record, subject, 'own', day, roster)
    case 'pairs': {
      const [a = '', b = ''] = subject.split('+')
      return isOfParty(record, a, 'own', day, roster) && partiesIn(record, scope.with).some((party) => isSameOn(party, b, day, roster))
    }
    case 'record':
      return subject === `record:${scope.link === null ? record.id : linkedIn(record, scope.link)}`
  }
}

function isOfParty(record: WorkRecord, key: PartyKey, reach: 'own' | 'all', day: Day, roster: RosterIndex): boolean {
  if (!key.startsWith('org:')) return record.subjects.some((party) => isSameOn(party, key, day, roster))
  return orgsOfRecord(record).some((org) =>
    orgsAbove(org, day, roster).some((above) => `org:${above.org}` === key && (reach === 'all' || above.isOwn)),
  )
}

function linkedIn(record: WorkRecord, field: FieldId): string {
  const value = record.values[field]
  return typeof value === 'string' ? value : ''
}
