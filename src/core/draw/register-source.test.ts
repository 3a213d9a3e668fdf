import { expect, test } from 'vitest'
import { listOfRecords, textOfValue } from '#core/draw/register-source.ts'
import { readPopulation, rowsOfText } from '#core/draw/read-population.ts'

const row = (id: string, stratum = '', record = id) => ({ record, id, stratum })

test.for([
  ['a number that is empty', [row('a'), row('', '', 'r')], 'records-without-id'],
  ['a number twice, in other figures', [row('1'), row('１')], 'records-share-id'],
  ['a number that is too long', [row('x'.repeat(201))], 'record-id-too-long'],
  ['nothing', [], 'empty-population'],
] as const)('%s is no population', ([, rows, code]) => {
  const outcome = listOfRecords(rows)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('what is taken reads as a list that was sent', () => {
  const taken = listOfRecords([row('（2026）1号', '民一庭'), row('b\t2', '民\n二庭'), row('案号', ''), row('c', '', 'c')], new Set(['c']))
  const read = taken.ok ? readPopulation(rowsOfText(taken.value.text)) : taken
  expect(read.ok ? read.value.items : read.refusal).toEqual([
    { id: '(2026)1号', stratum: '民一庭' },
    { id: 'b 2', stratum: '民 二庭' },
    { id: '案号', stratum: '' },
  ])
  expect(taken.ok && [taken.value.items, taken.value.strata]).toEqual([3, { 民一庭: 1, '民 二庭': 1, '': 1 }])
})

test.for([
  ['甲', '甲'],
  [3, '3'],
  [true, '是'],
  [['甲', '乙'], '甲、乙'],
  [null, ''],
  [{ kind: 'person' }, ''],
] as const)('%j is %s', ([value, text]) => {
  expect(textOfValue(value)).toBe(text)
})
