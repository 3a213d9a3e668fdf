import type { Day } from '#core/day/day.ts'
import { ancestorsOn, organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'

/** Why a unit is like another: the same name elsewhere, beside it under the same org, as deep in the tree, or in a group with it. */
export const likenesses = ['same-name', 'same-parent', 'same-level', 'same-group'] as const
export type Likeness = (typeof likenesses)[number]

/** A unit that may have the same fault; what speaks for it more stands first. */
export interface LikeUnit {
  readonly org: string
  readonly name: string
  readonly parent: string
  readonly because: readonly Likeness[]
}

/** 同类单位: of the same kind as the unit where it was found, as of a day. Without that unit: everybody, of which a person chooses. */
export function likeUnits(whole: Organisation, org: string | null, asOf: Day): readonly LikeUnit[] {
  const { orgs, terms, memberships } = organisationAsOf(whole, asOf)
  const termOf = new Map(terms.map((term) => [term.org, term]))
  const nameOf = (id: string | null): string => (id === null ? '' : (termOf.get(id)?.name ?? ''))
  const depthOf = (id: string): number => ancestorsOn(whole, id, asOf).length
  const groupsOf = (id: string): ReadonlySet<string> =>
    new Set(memberships.flatMap(({ group, member }) => (member.kind === 'org' && member.id === id ? [group] : [])))
  const own = orgs.find(({ id }) => id === org)
  const ownTerm = org === null ? undefined : termOf.get(org)
  const [depth, groups] = org === null ? [0, new Set<string>()] : [depthOf(org), groupsOf(org)]
  return orgs
    .filter(({ id, kind }) => id !== org && (own === undefined || kind === own.kind))
    .map(({ id }) => {
      const term = termOf.get(id)
      const parent = term?.parent ?? null
      const name = nameOf(id)
      const because: readonly Likeness[] =
        ownTerm === undefined
          ? []
          : [
              ...(bareName(name, nameOf(parent)) === bareName(ownTerm.name, nameOf(ownTerm.parent)) ? (['same-name'] as const) : []),
              ...(parent === ownTerm.parent ? (['same-parent'] as const) : []),
              ...(depthOf(id) === depth ? (['same-level'] as const) : []),
              ...([...groupsOf(id)].some((group) => groups.has(group)) ? (['same-group'] as const) : []),
            ]
      return { org: id, name, parent: nameOf(parent), because }
    })
    .toSorted((a, b) => b.because.length - a.because.length || first(a) - first(b))
}

function first({ because: [strongest] }: LikeUnit): number {
  return strongest === undefined ? likenesses.length : likenesses.indexOf(strongest)
}

/** 云江区人民法院立案庭 under 云江区人民法院 is a 立案庭 as any other. */
function bareName(name: string, parent: string): string {
  return parent !== '' && name.startsWith(parent) ? name.slice(parent.length) : name
}
