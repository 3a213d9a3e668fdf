import type { Organisation } from '#core/org/organisation.ts'

/** The parts of an organisation that hold rows. */
export type OrganisationPart = keyof Organisation

/** What a change replaced: a row as it stood before, or null where there was none. */
export type Replaced = {
  readonly [Part in OrganisationPart]: { readonly part: Part; readonly id: string; readonly before: Organisation[Part][number] | null }
}[OrganisationPart]

/** The organisation as it was before some changes were made; of each row the earliest of them. */
export function undo(organisation: Organisation, changes: readonly Replaced[]): Organisation {
  const of = <Part extends OrganisationPart>(part: Part) =>
    changes.filter((change): change is Extract<Replaced, { readonly part: Part }> => change.part === part)
  return {
    orgs: rowsOf(organisation.orgs, of('orgs')),
    terms: rowsOf(organisation.terms, of('terms')),
    people: rowsOf(organisation.people, of('people')),
    posts: rowsOf(organisation.posts, of('posts')),
    holdings: rowsOf(organisation.holdings, of('holdings')),
    groups: rowsOf(organisation.groups, of('groups')),
    memberships: rowsOf(organisation.memberships, of('memberships')),
    relations: rowsOf(organisation.relations, of('relations')),
  }
}

function rowsOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  replaced: readonly { readonly id: string; readonly before: Row | null }[],
): readonly Row[] {
  if (replaced.length === 0) return rows
  const former = new Map(replaced.map(({ id, before }) => [id, before]))
  return rows.flatMap((row) => {
    const before = former.get(row.id)
    return before === undefined ? [row] : before === null ? [] : [before]
  })
}

/** What an edit replaces, row by row. */
export function replacedBy(
  organisation: Organisation,
  edit: Partial<Organisation>,
): readonly { readonly part: OrganisationPart; readonly id: string; readonly before: object | null }[] {
  const parts: readonly OrganisationPart[] = ['orgs', 'terms', 'people', 'posts', 'holdings', 'groups', 'memberships', 'relations']
  return parts.flatMap((part) => {
    const former = new Map<string, object>(organisation[part].map((row) => [row.id, row]))
    return (edit[part] ?? []).map(({ id }) => ({ part, id, before: former.get(id) ?? null }))
  })
}
