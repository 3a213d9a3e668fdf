import { expect, test } from 'vitest'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { addGroup, addMember, addRelation, endMember, endRelation } from '#core/org/group-decisions.ts'
import { addOrg, closeOrg, moveOrg, renameOrg, setAliases } from '#core/org/org-decisions.ts'
import { day, idOf, smallOrganisation as world } from '#core/org/organisation.fixture.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { addPerson, addPost, appoint, appointNew, closePost, endHolding, linkPerson } from '#core/org/post-decisions.ts'
import type { Outcome } from '#core/outcome/outcome.ts'

const [court, office, filing] = [idOf(1), idOf(2), idOf(3)]
const newOrg = {
  id: idOf(4),
  termId: idOf(14),
  name: '执行局',
  kind: 'department',
  parent: court,
  aliases: [],
  from: day('2026-01-01'),
} as const
const newPost = { id: idOf(24), org: office, title: '副主任', rank: '', isHead: false, isForOne: false, from: day('2026-01-01') }
const holding = { id: idOf(34), post: idOf(22), person: idOf(43), from: day('2026-01-01'), to: null }
const membership = { id: idOf(62), group: idOf(51), member: { kind: 'person', id: idOf(42) }, from: day('2026-01-01'), to: null } as const
const relation = {
  id: idOf(72),
  kind: 'inChargeOf',
  leader: { kind: 'post', id: idOf(21) },
  org: filing,
  from: day('2026-01-01'),
  to: null,
} as const
const rename = { org: office, termId: idOf(15), name: '综合办公室', from: day('2026-01-01') }
const move = { org: filing, termId: idOf(15), parent: office, from: day('2026-01-01') }

const accepted = (outcome: Outcome<Edit, string>): Organisation => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return applyEdit(world, outcome.value)
}
/** The office is below the filing division, from 2026 on. */
const moved = accepted(moveOrg(world, { ...move, org: office, parent: filing }))
const closed = accepted(closeOrg(world, { org: office, to: day('2026-06-30') }))

test.for<[string, Outcome<Edit, string>, string | null]>([
  ['an org is added', addOrg(world, newOrg), null],
  ['a name that a sibling has', addOrg(world, { ...newOrg, name: '办公室' }), 'name-taken'],
  ['that name elsewhere', addOrg(world, { ...newOrg, name: '办公室', parent: filing }), null],
  ['a parent that came later', addOrg(world, { ...newOrg, from: day('2019-12-31') }), 'parent-not-there'],
  ['a parent that will be closed', addOrg(closed, { ...newOrg, parent: office }), 'parent-not-there'],
  ['a parent that is closed', addOrg(closed, { ...newOrg, parent: office, from: day('2026-07-01') }), 'parent-not-there'],
  ['a new name', renameOrg(world, rename), null],
  ['the same name', renameOrg(world, { ...rename, name: '办公室' }), 'nothing-changed'],
  ['a name before it began', renameOrg(world, { ...rename, from: day('2019-01-01') }), 'before-start'],
  ['the name of a sibling', renameOrg(world, { ...rename, name: '立案庭' }), 'name-taken'],
  ['a change before the last', renameOrg(moved, { ...rename, from: day('2025-01-01') }), 'changed-later'],
  ['a name for what is closed', renameOrg(closed, { ...rename, from: day('2026-09-01') }), 'already-ended'],
  ['a move', moveOrg(world, move), null],
  ['a move below itself', moveOrg(world, { ...move, org: court, parent: office }), 'parent-below'],
  ['a move into itself', moveOrg(world, { ...move, org: office }), 'parent-below'],
  ['a move below what comes below it later', moveOrg(moved, { ...move, parent: office, from: day('2025-06-01') }), 'parent-below'],
  ['closing what has orgs below', closeOrg(world, { org: court, to: day('2026-01-01') }), 'has-children'],
  ['closing what has holders', closeOrg(world, { org: filing, to: day('2026-01-01') }), 'has-holders'],
  ['closing before it began', closeOrg(world, { org: office, to: day('2019-01-01') }), 'before-start'],
  ['closing while somebody still held a post', closeOrg(world, { org: office, to: day('2025-06-30') }), 'has-holders'],
  ['closing after all have gone', closeOrg(world, { org: office, to: day('2026-01-01') }), null],
  ['closing twice', closeOrg(closed, { org: office, to: day('2026-09-01') }), 'already-ended'],
  ['an alias', setAliases(world, { org: office, aliases: ['院办', '综合科'] }), null],
  ['the aliases it has', setAliases(world, { org: office, aliases: [' 院办', '办公室'] }), 'nothing-changed'],
  ['the alias of another', setAliases(world, { org: office, aliases: ['市中院'] }), 'alias-taken'],
  ['a person', addPerson(world, { id: idOf(44), name: '新人', isAnother: false }), null],
  ['a name somebody has', addPerson(world, { id: idOf(44), name: '许明', isAnother: false }), 'name-taken'],
  ['another person of that name', addPerson(world, { id: idOf(44), name: '许明', isAnother: true }), null],
  ['a login', linkPerson(world, { person: idOf(41), account: idOf(99) }), null],
  ['a login for nobody', linkPerson(world, { person: idOf(49), account: idOf(99) }), 'unknown'],
  ['a post', addPost(world, newPost), null],
  ['a title that stands', addPost(world, { ...newPost, title: '主任' }), 'title-taken'],
  ['a post in an org that is closed', addPost(closed, { ...newPost, from: day('2026-07-01') }), 'org-not-there'],
  ['closing a post that is held', closePost(world, { post: idOf(21), to: day('2026-01-01') }), 'has-holders'],
  ['closing a post that was held', closePost(world, { post: idOf(22), to: day('2025-12-31') }), null],
  ['an appointment after the other has left', appoint(world, holding), null],
  ['one day too early', appoint(world, { ...holding, from: day('2025-12-31') }), 'post-held'],
  ['before the other came', appoint(world, { ...holding, from: day('2023-01-01'), to: day('2023-12-31') }), null],
  ['before, and into their days', appoint(world, { ...holding, from: day('2023-01-01'), to: day('2024-01-01') }), 'post-held'],
  ['a post for several', appoint(world, { ...holding, post: idOf(23), person: idOf(41) }), null],
  ['the same person twice', appoint(world, { ...holding, post: idOf(23) }), 'already-holds'],
  ['before the post was there', appoint(world, { ...holding, from: day('2019-01-01'), to: day('2020-06-01') }), 'post-not-there'],
  ['an end before the start', appoint(world, { ...holding, to: day('2025-12-31') }), 'interval-reversed'],
  ['a person nobody knows', appoint(world, { ...holding, person: idOf(49) }), 'unknown'],
  ['somebody new', appointNew(world, { name: '新人', isAnother: false, holding: { ...holding, person: idOf(45) } }), null],
  [
    'somebody new of a known name',
    appointNew(world, { name: '许明', isAnother: false, holding: { ...holding, person: idOf(45) } }),
    'name-taken',
  ],
  [
    'somebody new too early',
    appointNew(world, { name: '新人', isAnother: false, holding: { ...holding, from: day('2025-01-01') } }),
    'post-held',
  ],
  ['leaving', endHolding(world, { id: idOf(31), to: day('2026-03-31') }), null],
  ['leaving before coming', endHolding(world, { id: idOf(31), to: day('2023-12-31') }), 'before-start'],
  ['leaving twice', endHolding(world, { id: idOf(32), to: day('2026-03-31') }), 'already-ended'],
  ['a group', addGroup(world, { id: idOf(53), name: '中心组', everyoneIn: null, reach: 'own' }), null],
  ['a group of that name', addGroup(world, { id: idOf(53), name: '班子成员', everyoneIn: null, reach: 'own' }), 'name-taken'],
  ['a member', addMember(world, membership), null],
  ['a member who is one', addMember(world, { ...membership, member: { kind: 'post', id: idOf(21) } }), 'already-member'],
  ['a member of everyone', addMember(world, { ...membership, group: idOf(52) }), 'by-rule'],
  ['leaving a group', endMember(world, { id: idOf(61), to: day('2026-03-31') }), null],
  ['分管', addRelation(world, relation), null],
  ['分管 once more', addRelation(world, { ...relation, org: office }), 'already-related'],
  ['分管 by an org', addRelation(world, { ...relation, leader: { kind: 'org', id: court } }), 'leader-is-org'],
  ['the end of 分管', endRelation(world, { id: idOf(71), to: day('2026-03-31') }), null],
])('%s', ([, outcome, refusal]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

test('a name gives way to the next on its day, and keeps its own days', () => {
  expect(accepted(renameOrg(world, rename)).terms.filter(({ org }) => org === office)).toEqual([
    { id: idOf(12), org: office, name: '办公室', parent: court, from: '2020-01-01', to: '2025-12-31' },
    { id: idOf(15), org: office, name: '综合办公室', parent: court, from: '2026-01-01', to: null },
  ])
})

test('a name is put right on its own first day', () => {
  expect(renameOrg(world, { ...rename, from: day('2020-01-01') })).toMatchObject({
    value: { terms: [{ id: idOf(12), name: '综合办公室' }] },
  })
})

test('with an org its posts, memberships and relations end', () => {
  expect(closed.posts.find(({ id }) => id === idOf(22))?.to).toBe('2026-06-30')
  expect(closed.relations[0]?.to).toBe('2026-06-30')
  expect(closed.orgs).toEqual(world.orgs)
})

test('a login belongs to one person', () => {
  const linked = accepted(linkPerson(world, { person: idOf(41), account: idOf(99) }))
  const again = linkPerson(linked, { person: idOf(42), account: idOf(99) })
  expect(again.ok && applyEdit(linked, again.value).people.map(({ account }) => account)).toEqual([null, idOf(99), null])
})
