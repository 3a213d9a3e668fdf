import { expect, test } from 'vitest'
import { day, factsOf, person } from '#core/occurrence/world.fixture.ts'
import { keyOf, Party, partyOf } from '#core/roster/party.ts'
import type { Population } from '#core/roster/population.ts'
import { indexRoster, isSameOn, orgsAbove } from '#core/roster/roster-index.ts'
import { tenuresOf } from '#core/roster/tenure.ts'

const index = indexRoster(factsOf([]).roster)

test.for<[Population, readonly string[]]>([
  [{ kind: 'group', group: 'leaders' }, ['post:president 2020-01-01/', 'person:chen 2020-01-01/', 'person:wang 2026-07-02/']],
  [{ kind: 'children', org: 'court', of: 'department' }, ['org:office 2020-01-01/', 'org:division 2020-01-01/']],
  [{ kind: 'children', org: 'court', of: 'any' }, ['org:office 2020-01-01/', 'org:division 2020-01-01/', 'org:county 2020-01-01/']],
  [{ kind: 'headsOf', relation: 'inChargeOf' }, ['post:division-head 2020-01-01/']],
  [{ kind: 'headsOf', relation: 'contactUnit' }, []],
  [
    {
      kind: 'union',
      of: [
        { kind: 'group', group: 'leaders' },
        { kind: 'party', party: person('wang') },
      ],
    },
    ['post:president 2020-01-01/', 'person:chen 2020-01-01/', 'person:wang 0001-01-01/'],
  ],
])('%j', ([population, expected]) => {
  const found = [...tenuresOf(population, index, person('chen'))].flatMap(([key, when]) =>
    when.map(({ from, to }) => `${key} ${from}/${to ?? ''}`),
  )
  expect(found).toEqual(expected)
})

test.for([
  ['zhang', '2026-05-31', true],
  ['zhang', '2026-06-01', false],
  ['li', '2026-06-01', true],
  ['li', '2026-05-31', false],
] as const)('%s is the president on %s: %s', ([id, on, expected]) => {
  expect(isSameOn(person(id), 'post:president', day(on), index)).toBe(expected)
  expect(isSameOn({ kind: 'post', id: 'president' }, `person:${id}`, day(on), index)).toBe(expected)
})

test('what happens below an institution is its own, and nobody else’s', () => {
  expect(orgsAbove('county-office', day('2026-01-01'), index)).toEqual([
    { org: 'county-office', isOwn: true },
    { org: 'county', isOwn: true },
    { org: 'court', isOwn: false },
  ])
})

test('a tree that bites its tail ends', () => {
  const span = { from: day('2020-01-01'), to: null, kind: 'department' as const }
  const circle = indexRoster({
    ...factsOf([]).roster,
    orgs: [
      { id: 'a', parent: 'b', ...span },
      { id: 'b', parent: 'a', ...span },
    ],
  })
  expect(orgsAbove('a', day('2026-01-01'), circle).map(({ org }) => org)).toEqual(['a', 'b'])
})

test.for(['person:li', 'post:president', 'org:0198f4a0-0000-7000-8000-000000000001'])('%s is a key', (key) => {
  const party = partyOf(key)
  expect(party && keyOf(party)).toBe(key)
})

test.for(['li', 'person:', 'ghost:li', 'person:a b', 'person:a+b'])('%s is none', (key) => {
  expect(partyOf(key)).toBeNull()
})

test('ids that would break a key are refused', () => {
  expect(Party.safeParse({ kind: 'person', id: 'a:b' }).success).toBe(false)
})
