import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '#core/journal/leaf.ts'
import { differenceOf } from './difference.ts'

describe('the difference of two values', () => {
  test.for<[string, Json, Json, readonly (readonly [string, string | null, string | null])[], number]>([
    ['nothing', null, null, [], 0],
    [
      'something new',
      null,
      { name: '甲', n: 1 },
      [
        ['name', null, '甲'],
        ['n', null, '1'],
      ],
      0,
    ],
    ['something gone', { name: '甲' }, null, [['name', '甲', null]], 0],
    ['one of two', { a: 1, b: true }, { a: 2, b: true }, [['a', '1', '2']], 1],
    ['deep', { a: { b: [{ c: 'x' }] } }, { a: { b: [{ c: 'y' }] } }, [['a.b.0.c', 'x', 'y']], 0],
    ['a list of names as one', { a: ['甲', '乙'] }, { a: ['甲'] }, [['a', '甲、乙', '甲']], 0],
    ['an emptied list', { a: ['甲'] }, { a: [] }, [['a', '甲', '—']], 0],
    ['null is nothing', { a: null }, { a: 'x' }, [['a', null, 'x']], 0],
    ['a plain value', 'x', 'y', [['', 'x', 'y']], 0],
  ])('%s', ([, before, after, changed, kept]) => {
    const found = differenceOf(before, after)
    expect(found.changed.map((each) => [each.path.join('.'), each.before, each.after])).toEqual(changed)
    expect(found.kept).toBe(kept)
  })

  test('of a value and itself is none', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: Json = JSON.parse(text)
        expect(differenceOf(value, value).changed).toEqual([])
      }),
    )
  })
})
