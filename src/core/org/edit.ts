import type { Organisation } from '#core/org/organisation.ts'

/** What a decision comes to: the rows that are new, or stand changed. */
export type Edit = { readonly [Table in keyof Organisation]?: Organisation[Table] }

/** The organisation after an edit. */
export function applyEdit(organisation: Organisation, edit: Edit): Organisation {
  return {
    orgs: put(organisation.orgs, edit.orgs),
    terms: put(organisation.terms, edit.terms),
    people: put(organisation.people, edit.people),
    posts: put(organisation.posts, edit.posts),
    holdings: put(organisation.holdings, edit.holdings),
    groups: put(organisation.groups, edit.groups),
    memberships: put(organisation.memberships, edit.memberships),
    relations: put(organisation.relations, edit.relations),
  }
}

/** The rows of an edit as they stood before it, for the journal. */
export function standingBefore(organisation: Organisation, edit: Edit): Edit {
  return {
    orgs: sameRows(organisation.orgs, edit.orgs),
    terms: sameRows(organisation.terms, edit.terms),
    people: sameRows(organisation.people, edit.people),
    posts: sameRows(organisation.posts, edit.posts),
    holdings: sameRows(organisation.holdings, edit.holdings),
    groups: sameRows(organisation.groups, edit.groups),
    memberships: sameRows(organisation.memberships, edit.memberships),
    relations: sameRows(organisation.relations, edit.relations),
  }
}

interface Row {
  readonly id: string
}

function put<T extends Row>(rows: readonly T[], changed: readonly T[] = []): readonly T[] {
  if (changed.length === 0) return rows
  const byId = new Map(changed.map((row) => [row.id, row]))
  const kept = rows.map((row) => {
    const now = byId.get(row.id) ?? row
    byId.delete(row.id)
    return now
  })
  return [...kept, ...byId.values()]
}

function sameRows<T extends Row>(rows: readonly T[], changed: readonly T[] = []): readonly T[] {
  if (changed.length === 0) return []
  const ids = new Set(changed.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}
