import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, Day } from '#core/day/day.ts'
import { smallOrganisation } from '#core/org/organisation.fixture.ts'
import { cellText } from '#core/record-import/cell-text.ts'
import { dayIn } from '#core/record-import/day-cell.ts'
import { nameBookOf, namesIn } from '#core/record-import/name-book.ts'
import { occurredCells, occurredIn } from '#core/record-import/occurred-cell.ts'
import { parseCell } from '#core/record-import/parse-cell.ts'
import { Field } from '#core/register/field.ts'

const names = nameBookOf(smallOrganisation, {})
const fieldOf = (given: object) => Field.parse({ id: 'x', label: '栏', ...given })
const read = (cell: string, given: object) => parseCell(cell, fieldOf(given), names, (register, key) => (key === '甲-1' ? register : null))

test.for([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６年３月１日', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026-02-30', null],
  ['3月1日', null],
  ['46082', null],
  ['', null],
] as const)('the day in %j is %s', ([cell, expected]) => {
  expect(dayIn(cell)).toBe(expected)
})

test.for([
  ['2026-03-04', '', { from: '2026-03-04', to: '2026-03-04' }],
  ['2026-03-04至2026-03-06', '', { from: '2026-03-04', to: '2026-03-06' }],
  ['2026.3.4 - 2026.3.6', '', { from: '2026-03-04', to: '2026-03-06' }],
  ['2026-03-04 下午', '2026-03-06上午', { from: '2026-03-04', to: '2026-03-06', startsAtNoon: true, endsAtNoon: true }],
  ['2026-03-04（上午）', '', { to: '2026-03-04', startsAtNoon: false, endsAtNoon: true }],
  ['2026-03-04 下午', '', { to: '2026-03-04', startsAtNoon: true, endsAtNoon: false }],
] as const)('%j to %j', ([from, to, expected]) => {
  expect(occurredIn(from, to).occurred).toMatchObject(expected)
})

test.for([
  ['', '', 'from'],
  ['随时', '', 'from'],
  ['2026-03-04', '不详', 'to'],
  ['2026-03-04', '2026-03-03', 'to'],
] as const)('%j to %j is wrong in %s', ([from, to, wrong]) => {
  expect(occurredIn(from, to)).toEqual({ occurred: null, wrong })
})

const choice = { type: 'choice', options: ['集体学习研讨', '甲、乙'], optionsEn: ['group', 'both'] }
test.for<[string, object, unknown]>([
  [' 文 ', { type: 'text' }, '文'],
  ["'=1+1", { type: 'text' }, '=1+1'],
  ["'tis", { type: 'text' }, "'tis"],
  ['1,200', { type: 'number' }, 1200],
  ['１２', { type: 'number' }, 12],
  ['1.5', { type: 'number' }, 'not-a-number'],
  ['3 课时', { type: 'decimal', unit: '课时' }, '3'],
  ['85％', { type: 'decimal', unit: '%' }, '85'],
  ['约三', { type: 'decimal', unit: '课时' }, 'not-a-number'],
  ['2026/3/1', { type: 'day' }, '2026-03-01'],
  ['2026-03-01至2026-03-02', { type: 'days' }, { from: '2026-03-01', to: '2026-03-02' }],
  ['集体学习研讨', choice, '集体学习研讨'],
  ['GROUP', choice, '集体学习研讨'],
  ['甲、乙', choice, '甲、乙'],
  ['别的', choice, 'not-an-option'],
  ['集体学习研讨；甲、乙', { ...choice, isMany: true }, 'not-an-option'],
  ['是', { type: 'yes-no' }, true],
  ['×', { type: 'yes-no' }, false],
  ['也许', { type: 'yes-no' }, 'not-yes-no'],
  ['甲-1', { type: 'record', register: 'old-petition' }, 'old-petition'],
  ['甲-2', { type: 'record', register: 'old-petition' }, 'unknown-record'],
  ['甲-1、甲-1', { type: 'commitments' }, [':commitments']],
  ['甲-1、甲-2', { type: 'commitments' }, 'unknown-commitment'],
  ['无此人', { type: 'people' }, 'unknown-name'],
  ['', { type: 'people' }, null],
])('%j in %j', ([cell, given, expected]) => {
  const parsed = read(cell, given)
  expect(parsed.ok ? parsed.value : parsed.code).toEqual(expected)
})

test('names stand between commas of any kind', () => {
  expect(namesIn('张三、李四；王五,赵六\n钱七  孙八')).toEqual(['张三', '李四', '王五', '赵六', '钱七', '孙八'])
})

describe('what a cell shows is read back as it was', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(Day.parse('1990-01-01'), count))
  const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && !/^'|\r/.test(text))
  const cases = fc.oneof(
    fc.tuple(fc.constant<object>({ type: 'text' }), plain),
    fc.tuple(fc.constant<object>({ type: 'number' }), fc.integer()),
    fc.tuple(fc.constant<object>({ type: 'decimal', unit: '%' }), fc.stringMatching(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,3})?$/)),
    fc.tuple(fc.constant<object>({ type: 'day' }), anyDay),
    fc.tuple(
      fc.constant<object>({ type: 'days' }),
      fc.tuple(anyDay, anyDay).map(([from, to]) => ({ from, to })),
    ),
    fc.tuple(fc.constant<object>({ type: 'yes-no' }), fc.boolean()),
    fc.tuple(
      fc.constant<object>({ ...choice, options: ['甲', '乙', '丙'], optionsEn: [], isMany: true }),
      fc.subarray(['甲', '乙', '丙'], { minLength: 1 }),
    ),
  )
  test('values', () => {
    fc.assert(
      fc.property(cases, ([given, value]) => {
        const shown = cellText(value, () => '')
        const parsed = read(shown, given)
        const expected =
          typeof value === 'object' && 'from' in value && value.from === value.to ? { from: value.from, to: value.to } : value
        expect(parsed).toEqual({ ok: true, value: expected })
      }),
      { numRuns: 1000 },
    )
  })

  test('days of a fact', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 30 }), fc.boolean(), fc.boolean(), (from, length, startsAtNoon, endsAtNoon) => {
        fc.pre(length > 0 || !(startsAtNoon && endsAtNoon))
        const occurred = { from, to: addDays(from, length), startsAtNoon, endsAtNoon }
        const cells = occurredCells(occurred)
        expect(occurredIn(cells.from, cells.to).occurred).toEqual(occurred)
      }),
    )
  })
})
