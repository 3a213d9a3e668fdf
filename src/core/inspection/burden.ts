import type { Day } from '#core/day/day.ts'

/** 总量控制: so many inspections in a year, so many of one unit. */
export interface InspectionLimit {
  readonly inspections: number
  readonly perUnit: number
}

/** What one visit asks of one unit. */
export interface AskedVisit {
  readonly inspection: string
  readonly title: string
  readonly topic: string
  readonly org: string
  readonly orgName: string
  readonly from: Day
  readonly to: Day
  readonly people: number
  readonly minutes: number
}

/** 迎检负担 of a unit: in so many inspections on so many different days, so many people asked, so many minutes of all of them. */
export interface UnitBurden {
  readonly org: string
  readonly orgName: string
  readonly inspections: number
  readonly days: number
  readonly people: number
  readonly minutes: number
}

/** Another inspection that asks the same unit in the same calendar weeks, or about the same topic. */
export interface Clash {
  readonly kind: 'same-weeks' | 'same-topic'
  readonly org: string
  readonly orgName: string
  readonly inspection: string
  readonly title: string
  readonly from: Day
  readonly to: Day
}

/** What visits ask of each unit; who is asked for most minutes comes first. */
export function burdenOf(visits: readonly AskedVisit[]): readonly UnitBurden[] {
  const units = [...Map.groupBy(visits, ({ org }) => org)].map(([org, some]) => ({
    org,
    orgName: some[0]?.orgName ?? '',
    inspections: new Set(some.map(({ inspection }) => inspection)).size,
    days: new Set(some.flatMap(daysOf)).size,
    people: sum(some.map(({ people }) => people)),
    minutes: sum(some.map(({ minutes }) => minutes)),
  }))
  return units.toSorted((a, b) => b.minutes - a.minutes || b.inspections - a.inspections || (a.orgName < b.orgName ? -1 : 1))
}

/** Which others ask the same units at the same time or for the same; each of them once for a unit and a kind. */
export function clashesOf(planned: readonly AskedVisit[], others: readonly AskedVisit[]): readonly Clash[] {
  const found = planned.flatMap((own) =>
    others
      .filter(({ org, inspection }) => org === own.org && inspection !== own.inspection)
      .flatMap((other) => [
        ...(isInSameWeeks(own, other) ? [clash('same-weeks', other)] : []),
        ...(isSameTopic(own.topic, other.topic) ? [clash('same-topic', other)] : []),
      ]),
  )
  return [...new Map(found.map((each) => [`${each.kind} ${each.org} ${each.inspection}`, each])).values()]
}

/**
 * What filing one more would pass of the limit: the year's number, or that of some units. `others`: filed and not called off, of the same year; null: there is no
 * limit.
 */
export function beyondLimit(
  planned: readonly AskedVisit[],
  others: readonly AskedVisit[],
  limit: InspectionLimit | null,
): { readonly year: boolean; readonly units: readonly string[] } {
  if (limit === null) return { year: false, units: [] }
  const filed = new Set(others.map(({ inspection }) => inspection)).size
  const asked = new Map(burdenOf(others).map((unit) => [unit.org, unit.inspections]))
  const units = burdenOf(planned).filter(({ org }) => (asked.get(org) ?? 0) + 1 > limit.perUnit)
  return { year: filed + 1 > limit.inspections, units: units.map(({ orgName }) => orgName) }
}

function clash(kind: Clash['kind'], { org, orgName, inspection, title, from, to }: AskedVisit): Clash {
  return { kind, org, orgName, inspection, title, from, to }
}

function isInSameWeeks(a: Pick<AskedVisit, 'from' | 'to'>, b: Pick<AskedVisit, 'from' | 'to'>): boolean {
  return weekOf(a.from) <= weekOf(b.to) && weekOf(b.from) <= weekOf(a.to)
}

/** One says what the other says, blanks and signs apart; a word of less than four characters is too little to tell. */
function isSameTopic(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)]
  if (one === other) return one !== ''
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.includes(short)
}

function bare(topic: string): string {
  return topic
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7)
}

function daysOf({ from, to }: Pick<AskedVisit, 'from' | 'to'>): readonly number[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(dayNumber(to) - first + 1, 0) }, (_, index) => first + index)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
