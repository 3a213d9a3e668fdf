import type { Day } from '#core/day/day.ts'
import type { Organisation, OrgTerm } from '#core/org/organisation.ts'
import { holdsOn, type Interval } from '#core/roster/interval.ts'

/** The organisation as it stood on a day. People and groups stay: they have no days of their own. */
export function organisationAsOf(organisation: Organisation, day: Day): Organisation {
  const standing = <T extends Interval>(rows: readonly T[]): readonly T[] => rows.filter((row) => holdsOn(row, day))
  const terms = standing(organisation.terms)
  const there = new Set(terms.map(({ org }) => org))
  return {
    ...organisation,
    orgs: organisation.orgs.filter(({ id }) => there.has(id)),
    terms,
    posts: standing(organisation.posts),
    holdings: standing(organisation.holdings),
    memberships: standing(organisation.memberships),
    relations: standing(organisation.relations),
  }
}

/** Whether an org stands on a day and, as far as is known, ever after. */
export function goesOnFrom(organisation: Organisation, org: string, day: Day): boolean {
  const terms = organisation.terms.filter((term) => term.org === org)
  return terms.some((term) => holdsOn(term, day)) && terms.some(({ to }) => to === null)
}

/** The latest term of an org; null where there is no such org. */
export function lastTerm(organisation: Organisation, org: string): OrgTerm | null {
  return organisation.terms.filter((term) => term.org === org).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
}

/** The orgs above an org on a day, nearest first. */
export function ancestorsOn(organisation: Organisation, org: string, day: Day): readonly string[] {
  return ancestryOn(organisation, day)(org)
}

/** Tells the orgs above any org on a day, nearest first. */
export function ancestryOn({ terms }: Organisation, day: Day): (org: string) => readonly string[] {
  const parents = new Map(terms.filter((term) => holdsOn(term, day)).map(({ org, parent }) => [org, parent]))
  return (org) => {
    const above: string[] = []
    for (let at = parents.get(org) ?? null; at !== null && !above.includes(at); at = parents.get(at) ?? null) above.push(at)
    return above
  }
}
