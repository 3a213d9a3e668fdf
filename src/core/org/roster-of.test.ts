import { expect, test } from 'vitest'
import type { GroupReach, Organisation } from '#core/org/organisation.ts'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { rosterOf } from '#core/org/roster-of.ts'

const since = { from: day('2020-01-01'), to: null }
const post = { rank: '', isHead: false, isForOne: false, aliases: [], ...since }

/** A subordinate institution (4) with a department (5), and an outpost (6) of the org itself; one person in each. */
const whole: Organisation = {
  ...smallOrganisation,
  orgs: [
    ...smallOrganisation.orgs,
    { id: idOf(4), kind: 'institution', aliases: [], ordinal: 4 },
    { id: idOf(5), kind: 'department', aliases: [], ordinal: 5 },
    { id: idOf(6), kind: 'branch', aliases: [], ordinal: 6 },
  ],
  terms: [
    ...smallOrganisation.terms,
    { id: idOf(14), org: idOf(4), name: '下级', parent: idOf(1), ...since },
    { id: idOf(15), org: idOf(5), name: '下级的部门', parent: idOf(4), ...since },
    { id: idOf(16), org: idOf(6), name: '派出机构', parent: idOf(1), ...since },
  ],
  people: [...smallOrganisation.people, ...[45, 46].map((id) => ({ id: idOf(id), name: `甲${id}`, account: null }))],
  posts: [
    ...smallOrganisation.posts,
    { id: idOf(25), org: idOf(5), title: '干部', ordinal: 5, ...post },
    { id: idOf(26), org: idOf(6), title: '干部', ordinal: 6, ...post },
  ],
  holdings: [
    ...smallOrganisation.holdings,
    { id: idOf(35), post: idOf(25), person: idOf(45), ...since },
    { id: idOf(36), post: idOf(26), person: idOf(46), ...since },
  ],
}

test.for<[string, number, GroupReach, readonly number[]]>([
  ['an org itself is with its departments and outposts', 1, 'own', [41, 42, 43, 46]],
  ['all of an org is with subordinate institutions', 1, 'all', [41, 42, 43, 45, 46]],
  ['a subordinate institution itself', 4, 'own', [45]],
  ['a department', 2, 'own', [42]],
])('everyone of %s', ([, org, reach, expected]) => {
  const groups = [{ id: idOf(59), name: '全员', everyoneIn: idOf(org), reach, ordinal: 9 }]
  const found = rosterOf({ ...whole, groups, memberships: [] }).memberships.map(({ member }) => member.id)
  expect(found.toSorted()).toEqual(expected.map(idOf))
})
