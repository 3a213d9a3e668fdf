import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { burdenWarnings, isAlike } from '#core/similar-case-review/burden.ts'

const today = Day.parse('2026-06-30')

test.for([
  ['送达回证缺失，案卷未归档', '送达回证缺失、案卷未归档', true],
  ['送达回证缺失', '部分案件送达回证缺失', true],
  ['送达回证缺失', '食堂采购未招标', false],
  ['缺失', '送达回证缺失，且案卷未及时归档，超期半年以上', false],
  ['', '', false],
] as const)('“%s” and “%s” speak of the same: %s', ([a, b, expected]) => {
  expect([isAlike(a, b), isAlike(b, a)]).toEqual([expected, expected])
})

test('a unit is warned of what it told within ninety days, by the latest of each kind', () => {
  const words = '送达回证缺失'
  const on = (day: string, org: string, kind: 'asked' | 'noted' = 'asked') => ({
    kind,
    org,
    words,
    found: '',
    item: '',
    on: Day.parse(day),
  })
  const known = [on('2026-06-01', 'a'), on('2026-05-01', 'a'), on('2026-04-01', 'b'), on('2026-03-31', 'c'), on('2026-06-02', 'a', 'noted')]
  const warnings = burdenWarnings(known, { words: [words], item: '' }, today).map(({ org, kind, on: day }) => `${org} ${kind} ${day}`)
  expect(warnings.toSorted()).toEqual(['a asked 2026-06-01', 'a noted 2026-06-02', 'b asked 2026-04-01'])
  expect(burdenWarnings(known, { words: ['食堂采购未招标'], item: '' }, today)).toEqual([])
  const other = { ...on('2026-06-01', 'd'), found: '食堂采购未招标' }
  expect(burdenWarnings([other], { words: ['食堂采购未招标'], item: '' }, today)).toMatchObject([{ org: 'd', words }])
  // in other words, where checklists ask the same
  const asked = { ...on('2026-06-01', 'e'), item: '送达是否规范' }
  expect(burdenWarnings([asked], { words: ['电子送达未留痕'], item: '送达是否规范' }, today)).toMatchObject([{ org: 'e' }])
  expect(burdenWarnings([{ ...asked, item: '' }], { words: ['电子送达未留痕'], item: '' }, today)).toEqual([])
})
