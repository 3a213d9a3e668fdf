import { expect, test } from 'vitest'
import { matchNames } from '#core/org/match-names.ts'
import { idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'

const [court, office] = [idOf(1), idOf(2)]

test.for([
  ['unit', '办公室', 'name', [office], []],
  ['unit', '　办公室 ', 'name', [office], []],
  ['unit', '办公室（牵头）', 'name', [office], []],
  ['unit', '院办', 'alias', [office], []],
  ['unit', '市中院', 'alias', [court], []],
  ['unit', '班子成员', 'name', [], []],
  ['unit', '综合办公室', null, [], [office]],
  ['unit', '法警支队', null, [], []],
  ['unit', '许明', null, [], []],
  ['leader', '许明', 'name', [idOf(41)], []],
  ['leader', '院长许明', 'title-and-name', [idOf(41)], []],
  ['leader', '院长', 'name', [idOf(21)], []],
  ['leader', '副院长', null, [], [idOf(21)]],
  ['leader', '办公室', null, [], []],
] as const)('%s %s: %s', ([role, name, how, parties, suggestions]) => {
  const [match] = matchNames(smallOrganisation, [name], role)
  expect(match).toMatchObject({ name, how })
  expect(match?.parties.map(({ id }) => id)).toEqual(parties)
  expect(match?.suggestions.map(({ id }) => id)).toEqual(suggestions)
})

test('a name that several have is not settled', () => {
  const twice = { ...smallOrganisation, people: [...smallOrganisation.people, { id: idOf(44), name: '许明', account: null }] }
  expect(matchNames(twice, ['许明'], 'leader')[0]?.parties).toHaveLength(2)
})

test('a group is found by its name, for units and leaders', () => {
  for (const role of ['unit', 'leader'] as const) expect(matchNames(smallOrganisation, ['班子成员'], role)[0]?.groups).toEqual([idOf(51)])
})
