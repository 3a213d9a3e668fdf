import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#core/day/day.ts'
import { ancestorsOn, organisationAsOf } from '#core/org/as-of.ts'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { addOrg, closeOrg, moveOrg, renameOrg } from '#core/org/org-decisions.ts'
import { day, idOf } from '#core/org/organisation.fixture.ts'
import { emptyOrganisation, type Organisation } from '#core/org/organisation.ts'
import { addPerson, addPost, appoint, endHolding } from '#core/org/post-decisions.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { holdsOn } from '#core/roster/interval.ts'

const START = day('2026-01-01')
const ORGS = 6

/** A history: acts drawn at random, those refused left out. Orgs 1–6, posts 101–106 (one each, for one), people 201–206. */
const acts = fc.array(
  fc.record({
    act: fc.constantFrom('add', 'rename', 'move', 'close', 'appoint', 'end'),
    a: fc.integer({ min: 1, max: ORGS }),
    b: fc.integer({ min: 0, max: ORGS }),
    at: fc.integer({ min: 0, max: 60 }),
    length: fc.option(fc.integer({ min: 0, max: 30 })),
  }),
  { maxLength: 60 },
)
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never

function decide(now: Organisation, { act, a, b, at, length }: Acts[number], count: number): Outcome<Edit, string> {
  const from = addDays(START, at)
  const fresh = idOf(1000 + count)
  const parent = b === 0 ? null : idOf(b)
  switch (act) {
    case 'add':
      return now.orgs.some(({ id }) => id === idOf(a))
        ? addPost(now, { id: idOf(100 + a), org: idOf(a), title: '主任', rank: '', isHead: true, isForOne: true, from })
        : addOrg(now, { id: idOf(a), termId: fresh, name: `机构${a}`, kind: 'department', parent, aliases: [], from })
    case 'rename':
      return renameOrg(now, { org: idOf(a), termId: fresh, name: `名称${count}`, from })
    case 'move':
      return moveOrg(now, { org: idOf(a), termId: fresh, parent, from })
    case 'close':
      return closeOrg(now, { org: idOf(a), to: from })
    case 'appoint':
      return appoint(now, {
        id: fresh,
        post: idOf(100 + a),
        person: idOf(200 + Math.max(1, b)),
        from,
        to: length === null ? null : addDays(from, length),
      })
    case 'end':
      return endHolding(now, { id: now.holdings[a]?.id ?? fresh, to: from })
  }
}

function lived(steps: Acts): Organisation {
  const people = Array.from({ length: ORGS }, (_, index) => index + 201)
  const peopled = people.reduce<Organisation>((now, id) => {
    const person = addPerson(now, { id: idOf(id), name: `人员${id}`, isAnother: false })
    return person.ok ? applyEdit(now, person.value) : now
  }, emptyOrganisation)
  return steps.reduce((now, step, count) => {
    const outcome = decide(now, step, count)
    return outcome.ok ? applyEdit(now, outcome.value) : now
  }, peopled)
}

const seen = (organisation: Organisation, on: Day) =>
  organisationAsOf(organisation, on).terms.map(({ org, name, parent }) => ({ org, name, parent }))

const days: readonly Day[] = Array.from({ length: 100 }, (_, offset) => addDays(START, offset))

test('on every day the tree has no circle, every parent stands, and each org has one name', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const organisation = lived(steps)
      for (const each of days) {
        const { orgs, terms } = organisationAsOf(organisation, each)
        expect(terms).toHaveLength(orgs.length)
        const there = new Set<string | null>([null, ...orgs.map(({ id }) => id)])
        for (const { parent } of terms) expect(there.has(parent)).toBe(true)
        for (const { id } of orgs) expect(ancestorsOn(organisation, id, each)).not.toContain(id)
      }
    }),
    { numRuns: 60 },
  )
})

test('on every day a post for one has one holder at most, and only posts that stand are held', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const organisation = lived(steps)
      for (const each of days) {
        const { holdings, posts } = organisationAsOf(organisation, each)
        expect(new Set(holdings.map(({ post }) => post)).size).toBe(holdings.length)
        for (const { post } of holdings) expect(posts.map(({ id }) => id)).toContain(post)
      }
    }),
    { numRuns: 60 },
  )
})

test('what has held goes on having held: an act changes no day before its own', () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 0, max: ORGS }), (steps, pick) => {
      const before = lived(steps)
      const step = { act: 'rename', a: pick, b: 1, at: 50, length: null } as const
      const outcome = decide(before, step, 999)
      if (!outcome.ok) return
      const after = applyEdit(before, outcome.value)
      for (const each of days.slice(0, 50)) expect(seen(after, each)).toEqual(seen(before, each))
    }),
    { numRuns: 60 },
  )
})

test('a group of everyone holds, on each day, exactly those who hold a post in the org or below it', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const lifetime = lived(steps)
      const organisation = {
        ...lifetime,
        groups: [{ id: idOf(500), name: '全体', everyoneIn: idOf(1), reach: 'all' as const, ordinal: 1 }],
      }
      const { memberships } = rosterOf(organisation)
      for (const each of days) {
        const now = organisationAsOf(organisation, each)
        const below = now.orgs.map(({ id }) => id).filter((id) => id === idOf(1) || ancestorsOn(organisation, id, each).includes(idOf(1)))
        const posts = new Set(now.posts.filter(({ org }) => below.includes(org)).map(({ id }) => id))
        const expected = new Set(now.holdings.filter(({ post }) => posts.has(post)).map(({ person }) => person))
        const members = memberships.filter((membership) => holdsOn(membership, each)).map(({ member }) => member.id)
        expect(members.toSorted()).toEqual([...expected].toSorted())
      }
    }),
    { numRuns: 60 },
  )
})
