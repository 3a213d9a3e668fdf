import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultyStillPossible, statisticalSize } from '#core/draw/bound.ts'
import { type Contribution, contribute, isSettled, reveal, seedContent } from '#core/draw/contribution.ts'
import { Instant } from '#core/day/day.ts'
import { chooseNext, collectFirst, sizesFor } from '#core/draw/order.ts'
import { exclude, itemsIn, populationText, strataOf } from '#core/draw/population.ts'
import { readPopulation, rowsOfText } from '#core/draw/read-population.ts'
import { DrawRule, sampleSize } from '#core/draw/rule.ts'

const share = (percent: string, atLeast = 0) => DrawRule.parse({ kind: 'share', percent, atLeast })
const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')

test.for([
  [share('5'), 100, 5],
  [share('5'), 101, 6],
  [share('5'), 1, 1],
  [share('0.5'), 199, 1],
  [share('0.000001'), 1_000_000, 1],
  [share('100'), 7, 7],
  [share('5', 10), 100, 10],
  [share('5', 10), 8, 8],
  [DrawRule.parse({ kind: 'count', count: 12 }), 40, 12],
] as const)('%j of %i is %i', ([rule, size, drawn]) => {
  expect(sampleSize(rule, size)).toBe(drawn)
})

// the sizes stand in the assurance figures: 95 %, no deviation allowed, 5 % tolerable
test.for([
  [100, 45],
  [500, 56],
  [2000, 58],
  [10_000, 59],
] as const)('of %i, %i exclude five in a hundred', ([population, size]) => {
  expect(statisticalSize(population)).toBe(size)
})
test.for([
  [100, 5, 44],
  [100, 100, 0],
  [100, 0, 100],
  [0, 0, 0],
] as const)('of %i, %i sound ones leave %i possibly faulty', ([population, drawn, possible]) => {
  expect(faultyStillPossible(population, drawn)).toBe(possible)
})

const read = (text: string) => readPopulation(rowsOfText(text))
describe('a list', () => {
  test.for([
    [
      '案号,承办部门\n（2026）某01民初1号,民一庭\n（2026）某01民初2号,民二庭',
      [
        ['(2026)某01民初1号', '民一庭'],
        ['(2026)某01民初2号', '民二庭'],
      ],
    ],
    [
      '甲1\t刑\n\n甲2\t刑\n',
      [
        ['甲1', '刑'],
        ['甲2', '刑'],
      ],
    ],
    [
      '一览表\n编号\n7\n8',
      [
        ['7', ''],
        ['8', ''],
      ],
    ],
  ] as const)('%j is read', ([text, expected]) => {
    const outcome = read(text)
    expect(outcome.ok && outcome.value.items.map(({ id, stratum }) => [id, stratum])).toEqual(expected)
  })
  test.for([
    ['编号,部门\n1,甲\n,乙', 'missing-id', { row: '3' }],
    ['编号\n1\n2\n１', 'duplicate-id', { id: '1', row: '4', earlier: '2' }],
    ['长'.repeat(201), 'id-too-long', { row: '1', most: '200' }],
    ['编号,排除原因\n1,已归档', 'empty-population', {}],
  ] as const)('%j is refused: %s', ([text, code, params]) => {
    expect(read(text)).toEqual({ ok: false, refusal: { code, params } })
  })
  test('keeps what it leaves out, with the reason', () => {
    const outcome = read('编号,类别,排除原因\n1,甲,\n2,甲,涉密')
    const population = outcome.ok ? outcome.value : { items: [], excluded: [] }
    expect(population).toEqual({ items: [{ id: '1', stratum: '甲' }], excluded: [{ id: '2', reason: '涉密' }] })
    expect(exclude(population, [{ id: '2', reason: '已排除' }])).toMatchObject({ refusal: { code: 'unknown-exclusion' } })
    expect(exclude(population, [{ id: '1', reason: ' ' }])).toMatchObject({ refusal: { code: 'reason-missing' } })
  })
})

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 80 })
const seeds = fc.stringMatching(/^[0-9a-f]{64}$/)
const rankOf = (seed: string, id: string) => createHmac('sm3', Buffer.from(seed, 'hex')).update(id).digest('hex')

function ordered(all: readonly string[], seed: string, most: number) {
  const first = collectFirst({ '': most })
  for (const id of all) first.add({ id, stratum: '', rank: rankOf(seed, id) })
  return first.first()['']?.map(({ id }) => id) ?? []
}

describe('the order of a draw', () => {
  test('depends on the list and the seed alone, and a smaller draw is its beginning', () => {
    fc.assert(
      fc.property(ids, seeds, fc.nat(80), (all, seed, most) => {
        const whole = ordered(all, seed, all.length)
        expect(new Set(whole)).toEqual(new Set(all))
        expect(ordered(all.toReversed(), seed, most)).toEqual(whole.slice(0, most))
      }),
    )
  })
  test('an addition keeps what was drawn and goes on in the order of all', () => {
    fc.assert(
      fc.property(ids, fc.nat(80), seeds, (all, split, seed) => {
        const [early, late] = [all.slice(0, split), all.slice(split)]
        const rank = (some: readonly string[]) =>
          some.map((id) => ({ id, stratum: '', rank: rankOf(seed, id) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
        const wanted = sampleSize(share('30'), early.length)
        const before = chooseNext(rank(early), new Map(), wanted).drawn.map(({ id }) => id)
        expect(before).toHaveLength(wanted)
        const more = sampleSize(share('30'), all.length)
        const after = chooseNext(rank([...early, ...late]), new Map(before.map((id) => [id, true])), more)
        expect(after.drawn).toHaveLength(Math.max(0, more - wanted))
        expect(after.drawn.some(({ id }) => before.includes(id))).toBe(false)
        expect([...after.drawn, ...after.spare].map(({ id }) => id)).toEqual(rank(all).flatMap(({ id }) => (before.includes(id) ? [] : id)))
      }),
    )
  })
  test('spares as many as are drawn', () => {
    expect(sizesFor(share('5'), { 甲: 1000, 乙: 12 })).toEqual({ 甲: { drawn: 50, spare: 50 }, 乙: { drawn: 1, spare: 10 } })
  })
})

test('a frozen text does not depend on the order of the list, and gives its items back', () => {
  fc.assert(
    fc.property(ids, (all) => {
      const about = { rule: share('5.0'), part: 1, before: '' }
      const items = all.map((id, index) => ({ id, stratum: index % 2 === 0 ? '甲' : '' }))
      const text = populationText({ items, excluded: [{ id: '余', reason: '涉密' }] }, about)
      expect(populationText({ items: items.toReversed(), excluded: [{ id: '余', reason: '涉密' }] }, about)).toBe(text)
      expect(new Map([...itemsIn(text)].map(({ id, stratum }) => [id, stratum]))).toEqual(
        new Map(items.map(({ id, stratum }) => [id, stratum])),
      )
      expect(Object.values(strataOf(items)).reduce((sum, size) => sum + size, 0)).toBe(all.length)
      expect(text.split('\n').slice(0, 3)).toEqual(['xiaohao-draw-population/1', 'part\t1\t', 'rule\tshare\t5\t0'])
    }),
  )
})

const gave = (...all: readonly Contribution[]) =>
  all.reduce<readonly Contribution[]>((given, added) => {
    const outcome = contribute(given, added)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value
  }, [])

describe('the seed', () => {
  const at = Instant.parse('2026-03-02T01:00:00.000Z')
  const [A, B] = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b']
  const secret = (party: string, account: string, value: string): Contribution => ({
    party,
    kind: 'secret',
    digest: sm3(value),
    value: null,
    account,
    by: party,
    at,
  })
  const dice = (value: string): Contribution => ({ party: '现场', kind: 'dice', digest: '', value, account: A, by: '甲', at })
  const words = 'words that nobody guesses'
  const one = secret('办公室', A, words)
  const two = secret('机关纪委', B, `${words}!`)

  test.for([
    ['dice before any secret', [], dice('1234561234'), 'secret-first'],
    ['too few dice', [one], dice('123456'), 'dice-too-few'],
    ['a seventh side', [one], dice('1234567123'), 'dice-too-few'],
    ['a party twice', [one], { ...two, party: '办公室' }, 'party-twice'],
    ['an account twice', [one], { ...two, account: A }, 'account-twice'],
    ['a secret after dice', [one, dice('1234561234')], two, 'secrets-closed'],
    ['no digest', [one], { ...two, digest: 'x' }, 'no-digest'],
  ] as const)('%s is refused', ([, given, added, code]) => {
    expect(contribute(gave(...given), added)).toMatchObject({ refusal: { code } })
  })
  test('needs two parties, and every secret as it was promised', () => {
    expect(reveal(gave(one), { account: A, value: words }, sm3)).toMatchObject({ refusal: { code: 'too-few-parties' } })
    expect(reveal(gave(one, two), { account: A, value: `${words}?` }, sm3)).toMatchObject({ refusal: { code: 'reveal-does-not-match' } })
    expect(reveal(gave(one, two), { account: A, value: 'short' }, sm3)).toMatchObject({ refusal: { code: 'secret-too-short' } })
    const first = reveal(gave(one, two), { account: A, value: words }, sm3)
    if (!first.ok) throw new Error('refused')
    expect(isSettled(first.value)).toBe(false)
    expect(reveal(first.value, { account: A, value: words }, sm3)).toMatchObject({ refusal: { code: 'nothing-to-reveal' } })
    const both = reveal(first.value, { account: B, value: `${words}!` }, sm3)
    expect(both.ok && isSettled(both.value)).toBe(true)
    expect(both.ok && seedContent('f'.repeat(64), both.value)).toBe(
      `xiaohao-draw-seed/1\n${'f'.repeat(64)}\n办公室\tsecret\t${words}\n机关纪委\tsecret\t${words}!\n`,
    )
  })
})
