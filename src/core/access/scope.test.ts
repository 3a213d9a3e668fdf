import { expect, test } from 'vitest'
import { ledgerNamesOf, partiesByName } from '#core/access/named.ts'
import { mayEnterFor, ownsSubject, scopeOf } from '#core/access/scope.ts'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'

const today = day('2025-03-02')
const [court, office, filing] = [idOf(1), idOf(2), idOf(3)]
const [president, head, staff] = [idOf(41), idOf(42), idOf(43)]
const scopeAs = (post: 'office' | 'leader' | 'unit', person: string | null, on = today) => scopeOf({ post, person }, smallOrganisation, on)

test.for([
  ['the office', 'office', null, [], []],
  ['a head of a department', 'unit', head, [office], [office]],
  ['staff of a department', 'unit', staff, [filing], [filing]],
  ['the head of the court', 'unit', president, [court, office, filing], [court, office, filing]],
  ['a leader: whom they are in charge of, not their own court', 'leader', president, [office], [office]],
  ['an account of nobody', 'unit', null, [], []],
] as const)('%s', ([, post, person, orgs, entersFor]) => {
  expect(scopeAs(post, person)).toMatchObject({ orgs, entersFor, seesAll: post === 'office', seesLedger: post !== 'unit' })
})

test('who no longer holds the post sees nothing of it', () => {
  expect(scopeAs('unit', head, day('2026-01-01')).orgs).toEqual([])
})

test.for([
  ['office', null, court, [], true],
  ['unit', head, office, [], true],
  ['unit', head, filing, [], false],
  ['leader', president, office, [], true],
  ['leader', president, court, [], false],
  ['leader', president, court, [president], true],
  ['leader', president, filing, [president], false],
] as const)('%s %s enters for %s with %j: %s', ([post, person, org, doers, allowed]) => {
  const subjects = doers.map((id) => ({ kind: 'person' as const, id }))
  expect(mayEnterFor(scopeAs(post, person), { org, subjects })).toBe(allowed)
})

test.for([
  [`org:${office}`, true],
  [`org:${filing}`, false],
  [`person:${head}`, true],
  [`post:${idOf(22)}`, true],
  [`person:${head}+person:${staff}`, true],
  [`person:${staff}+person:${head}`, false],
  ['record:x', false],
] as const)('a head owns %s: %s', ([subject, owns]) => {
  expect(ownsSubject(scopeAs('unit', head), subject)).toBe(owns)
})

const names = {
  unit: ['办公室', '院办', '办公室（党组办）', '立案庭', '某局', '全院'],
  leader: ['许明', '院长许明', '主任', '陆瑾', '班子成员'],
}

test.for([
  ['head', head, { unit: ['办公室', '院办', '办公室（党组办）'], leader: ['主任', '陆瑾'] }],
  ['staff', staff, { unit: ['立案庭'], leader: [] }],
] as const)('the ledger means the org of the %s by its names', ([, person, expected]) => {
  expect(ledgerNamesOf(scopeAs('unit', person), partiesByName(smallOrganisation, today, names))).toEqual(expected)
})

test('a group names its members of the day', () => {
  const scope = scopeAs('leader', president)
  expect(ledgerNamesOf(scope, partiesByName(smallOrganisation, today, names)).leader).toEqual(['许明', '院长许明', '班子成员'])
})

test('of two orgs of one name the upper is meant; of two on one level neither', () => {
  const since = { from: day('2020-01-01'), to: null }
  const add = (id: string, parent: string) => ({
    ...smallOrganisation,
    orgs: [...smallOrganisation.orgs, { id, kind: 'department' as const, aliases: [], ordinal: 9 }],
    terms: [...smallOrganisation.terms, { id: idOf(19), org: id, name: '办公室', parent, ...since }],
  })
  const meant = (parent: string) => partiesByName(add(idOf(9), parent), today, { unit: ['办公室'], leader: [] }).unit.get('办公室')
  expect(meant(filing)).toEqual([`org:${office}`])
  expect(meant(court)).toEqual([])
})

test('a name of former days still means the org', () => {
  const renamed = {
    ...smallOrganisation,
    terms: smallOrganisation.terms.flatMap((term) =>
      term.org === filing
        ? [
            { ...term, to: day('2024-12-31') },
            { ...term, id: idOf(18), name: '诉讼服务中心', from: day('2025-01-01') },
          ]
        : [term],
    ),
  }
  const { unit } = partiesByName(renamed, today, { unit: ['立案庭', '诉讼服务中心'], leader: [] })
  expect([...unit.values()]).toEqual([[`org:${filing}`], [`org:${filing}`]])
})
