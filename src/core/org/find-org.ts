import type { Day } from '#core/day/day.ts'
import type { Organisation, OrgTerm } from '#core/org/organisation.ts'

/** Whether an entry goes on after a day. */
export function goesOnAfter({ to }: { readonly to: Day | null }, day: Day): boolean {
  return to === null || to > day
}

/** Orgs whose latest term goes on after a day and that are called so, by name or alias; below a parent of that name, where one is given. */
export function findOrgs(organisation: Organisation, day: Day, name: string, parent = ''): readonly string[] {
  const open = latestTerms(organisation).filter((term) => goesOnAfter(term, day))
  const names = new Map(organisation.orgs.map(({ id, aliases }) => [id, aliases]))
  const isCalled = (org: string, termName: string, asked: string): boolean => termName === asked || names.get(org)?.includes(asked) === true
  const called = open.filter((term) => isCalled(term.org, term.name, name))
  if (parent === '') return called.map(({ org }) => org)
  const above = new Map(open.map((term) => [term.org, term.name]))
  return called.filter((term) => term.parent !== null && isCalled(term.parent, above.get(term.parent) ?? '', parent)).map(({ org }) => org)
}

/** The orgs above an org by their latest terms, nearest first, and itself before them. */
export function lineOf(organisation: Organisation, org: string): readonly string[] {
  const parents = new Map(latestTerms(organisation).map(({ org: id, parent }) => [id, parent]))
  const line: string[] = []
  for (let at: string | null = org; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return line
}

function latestTerms({ terms }: Organisation): readonly OrgTerm[] {
  const latest = new Map<string, OrgTerm>()
  for (const term of terms) {
    const known = latest.get(term.org)
    if (known === undefined || known.from < term.from) latest.set(term.org, term)
  }
  return [...latest.values()]
}
