import type { Asked, Found } from '#test/year/oracle.ts'
import { later } from '#test/year/draw.ts'
import type { Standing } from '#test/year/fact.ts'

/** Orgs that answer for themselves: what happens there is not the court's own. */
const SUBORDINATE = ['青禾区人民法院', '临江县人民法院', '云溪县人民法院', '松岭县人民法院']

type Test = (fact: Standing) => boolean

export const isFiled: Test = ({ state }) => state === 'submitted' || state === 'accepted'
export const isOwn: Test = ({ org }) => !SUBORDINATE.includes(org)

/** Whether a field holds one of some words. */
export function has(field: string, ...words: readonly string[]): Test {
  return ({ values }) => {
    const value = values[field]
    return typeof value === 'string' ? words.includes(value) : Array.isArray(value) && value.some((each) => words.includes(each))
  }
}

/** The names in a field of people. */
export function peopleIn({ values }: Standing, field: string): readonly string[] {
  const value = values[field]
  return typeof value === 'object' && 'people' in value ? value.people : []
}

export function numberOf({ values }: Standing, field: string): number {
  return Number(values[field] ?? 0)
}

/** The facts of a register that were filed, end within the days asked for, and pass all tests. */
export function listed({ known, from, to, isMember }: Asked, register: string, ...tests: readonly Test[]): readonly Standing[] {
  return known.filter(
    (fact) =>
      fact.register === register &&
      isFiled(fact) &&
      from <= fact.to &&
      fact.to <= to &&
      isMember(fact.to) &&
      tests.every((test) => test(fact)),
  )
}

/** How many there are. */
export function tally(facts: readonly Standing[]): Found {
  return { value: facts.length, counted: facts.map(({ key }) => key) }
}

/** Counts what the court itself does. */
export function ofCourt(register: string, ...tests: readonly Test[]): (asked: Asked) => Found {
  return (asked) => tally(listed(asked, register, isOwn, ...tests))
}

/** Counts what a person did. */
export function ofPerson(register: string, ...tests: readonly Test[]): (asked: Asked) => Found {
  return (asked) => tally(listed(asked, register, ({ people }) => people.includes(asked.who), ...tests))
}

/** Counts what a department did. */
export function ofUnit(register: string): (asked: Asked) => Found {
  return (asked) => tally(listed(asked, register, ({ org }) => org === asked.who))
}

/** 确定并办结: begun within the days asked for, and completed within them; counted on the day of completion. */
export function completedOnes({ known, from, to }: Asked): Found {
  const done = known.filter((fact) => {
    const day = fact.values['completedOn']
    return (
      fact.register === 'benefit-project' &&
      isOwn(fact) &&
      isFiled(fact) &&
      typeof day === 'string' &&
      from <= day &&
      day <= to &&
      fact.to >= from
    )
  })
  return tally(done)
}

/** What the last report says. */
export function lastOf(facts: readonly Standing[], field: string): Standing | null {
  let last: Standing | null = null
  for (const fact of facts) if (fact.values[field] !== undefined && (last === null || fact.to >= last.to)) last = fact
  return last
}

/** Days filled by what a person did: each half of a day once, in the order in which things ended. */
export function daysOf(asked: Asked, register: string): Found {
  const { known, from, to, who, isMember } = asked
  const filled = new Set<string>()
  const counted: string[] = []
  const own = known.filter((fact) => fact.register === register && isFiled(fact) && fact.people.includes(who))
  for (const fact of own.toSorted((a, b) => order(a.to, b.to) || order(a.from, b.from))) {
    const before = filled.size
    for (let day = fact.from; day <= fact.to; day = later(day, 1)) {
      if (day < from || day > to || !isMember(day)) continue
      if (!(day === fact.from && fact.startsAtNoon)) filled.add(`${day} morning`)
      if (!(day === fact.to && fact.endsAtNoon)) filled.add(`${day} afternoon`)
    }
    if (filled.size > before) counted.push(fact.key)
  }
  return { value: filled.size / 2, counted }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One number by another, in per cent. */
export function shareOf(
  above: number,
  counted: readonly Standing[],
  below: number,
  belowCounted: readonly Standing[],
  grows: boolean,
): Found {
  return {
    value: below === 0 ? null : (above / below) * 100,
    counted: counted.map(({ key }) => key),
    share: { above, below, belowCounted: belowCounted.map(({ key }) => key), grows },
  }
}

export function sumOf(facts: readonly Standing[], field: string): number {
  let sum = 0
  for (const fact of facts) sum += numberOf(fact, field)
  return sum
}
