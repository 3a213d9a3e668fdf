import { expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { holdersOn } from '#core/dispatch/holder.ts'
import { responsibilityOf, responsibilityWords } from '#core/dispatch/responsibility.ts'
import { suggestLeaders, suggestUnit } from '#core/dispatch/suggest.ts'
import { emptyOrganisation, type Organisation } from '#core/org/organisation.ts'
import type { Party } from '#core/roster/party.ts'
import type { Substitution } from '#core/substitution/substitution.ts'

const from = Day.parse('2026-01-01')
const always = { from, to: null }
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [court, office] = [id(1), id(2)]
const [president, vice, chief, clerks] = [id(3), id(4), id(5), id(10)]
const [zhang, li, wang, chen] = [id(6), id(7), id(8), id(9)]
const post = (of: string, org: string, title: string, isHead: boolean, isForOne = true): Organisation['posts'][number] => ({
  id: of,
  org,
  title,
  rank: '',
  isHead,
  isForOne,
  aliases: [],
  ordinal: 1,
  ...always,
})
const organisation: Organisation = {
  ...emptyOrganisation,
  orgs: [court, office].map((each, ordinal) => ({ id: each, kind: ordinal === 0 ? 'institution' : 'department', aliases: [], ordinal })),
  terms: [
    { id: id(20), org: court, name: '中院', parent: null, ...always },
    { id: id(21), org: office, name: '办公室', parent: court, ...always },
  ],
  people: Object.entries({ [zhang]: '张', [li]: '李', [wang]: '王', [chen]: '陈' }).map(([person, name]) => ({
    id: person,
    name,
    account: null,
  })),
  posts: [
    post(president, court, '院长', true),
    post(vice, court, '副院长', false),
    post(chief, office, '主任', true),
    post(clerks, office, '干部', false, false),
  ],
  holdings: [
    { id: id(30), post: president, person: zhang, ...always },
    { id: id(31), post: vice, person: li, ...always },
    { id: id(32), post: chief, person: wang, from, to: Day.parse('2026-03-31') },
    { id: id(33), post: clerks, person: chen, ...always },
  ],
  relations: [{ id: id(40), kind: 'inChargeOf', leader: { kind: 'post', id: vice }, org: office, ...always }],
}
const away: Substitution = {
  id: id(50),
  postId: chief,
  absentId: wang,
  substituteId: chen,
  fromDay: Day.parse('2026-03-01'),
  toDay: Day.parse('2026-03-10'),
  reason: '',
  requestedBy: id(51),
  requestedByName: '',
  requestedAt: Instant.parse('2026-02-28T00:00:00.000Z'),
  state: 'confirmed',
  decidedByName: null,
  decidedAt: null,
}
const on = (day: string) => holdersOn(organisation, [away], Day.parse(day))
const asPost = (of: string): Party => ({ kind: 'post', id: of })

test.for([
  ['2026-02-01', { title: '办公室 主任', names: ['王'], standIn: null, isVacant: false }],
  ['2026-03-10', { title: '办公室 主任', names: ['王'], standIn: '陈', isVacant: false }],
  ['2026-04-01', { title: '办公室 主任', names: [], standIn: null, isVacant: true }],
] as const)('on %s the post stands so', ([day, expected]) => {
  expect(on(day).of(asPost(chief))).toMatchObject(expected)
})

const isAway = (person: string, day: string) => on(day).of({ kind: 'person', id: person }, office).isVacant

test('a person who holds nothing in the unit is away from it', () => {
  expect([isAway(wang, '2026-03-31'), isAway(wang, '2026-04-01'), isAway(chen, '2026-04-01'), isAway(zhang, '2026-04-01')]).toEqual([
    false,
    true,
    false,
    true,
  ])
})

test('a unit without a head is headed from above, and only who is there is named', () => {
  expect([on('2026-03-31').headsOf(office), on('2026-04-01').headsOf(office)]).toEqual([[wang], [zhang]])
  expect(
    on('2026-03-31')
      .peopleOf(office)
      .map(({ key }) => key),
  ).toEqual([`post:${chief}`, `person:${chen}`])
  expect(
    on('2026-04-01')
      .peopleOf(office)
      .map(({ key }) => key),
  ).toEqual([`person:${chen}`])
})

const holders = on('2026-02-01')
const nobody = { first: null, claimed: null, planned: null, owner: null }

test.for([
  ['nobody', nobody, null, 'general'],
  ['the first where nobody claimed', { ...nobody, first: asPost(president) }, president, 'general'],
  ['whom the plan names', { ...nobody, first: asPost(president), planned: asPost(vice) }, vice, 'plan'],
  ['who claimed before whom the plan names', { ...nobody, claimed: asPost(chief), planned: asPost(vice) }, chief, 'claim'],
] as const)('leads: %s', ([, given, lead, leadSource]) => {
  const found = responsibilityOf(given, holders)
  expect([found.lead?.id ?? null, found.leadSource]).toEqual([lead, leadSource])
})

test('who claimed and left leads no longer', () => {
  const given = { ...nobody, first: asPost(president), claimed: asPost(chief) }
  expect(responsibilityOf(given, on('2026-04-01'))).toMatchObject({ lead: asPost(president), leadSource: 'general' })
})

test('three tiers in words, posts without names', () => {
  const tiers = responsibilityOf(
    { first: asPost(president), claimed: asPost(vice), planned: null, owner: { kind: 'person', id: chen } },
    holders,
  )
  expect(responsibilityWords(tiers, holders)).toBe('第一责任人：中院 院长；牵头领导：中院 副院长；直接责任人：陈')
})

test('the first unit the plan names leads, what is unknown is said', () => {
  const meant = new Map([
    ['办公室', [`org:${office}`]],
    ['中院', [`org:${court}`]],
    ['主任', [`post:${chief}`]],
  ])
  expect(suggestUnit({ leadOrgs: ['办公室', '中院'], supportingOrgs: ['办公室', '各庭'] }, meant)).toEqual({
    org: office,
    supporting: [court],
    unknown: ['各庭'],
  })
  expect(suggestUnit({ leadOrgs: ['主任', '各庭'], supportingOrgs: ['办公室'] }, meant)).toBeNull()
})

test('a finding is for who looks after its units, unless the plan says', () => {
  const asked = { orgs: [office], planned: null }
  expect(suggestLeaders(asked, organisation.relations, holders)).toEqual([{ leader: asPost(vice), why: 'inChargeOf', orgs: [office] }])
  const named = suggestLeaders({ ...asked, planned: asPost(president) }, organisation.relations, holders)
  expect(named.map(({ why }) => why)).toEqual(['plan', 'inChargeOf'])
})
