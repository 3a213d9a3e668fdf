import { expect, test } from 'vitest'
import { partFilter, partOf } from './views.ts'

test.for([
  ['unit', '政治部'],
  ['leader', '许明远'],
  ['aspect', '聚焦学习'],
] as const)('the part of a %s is found again in its filter', ([by, name]) => {
  expect(partOf([partFilter(by, name)])).toEqual({ by, name })
})

test.for([
  ['no filter is the master ledger', [], null],
  ['two filters', [partFilter('unit', '甲'), partFilter('leader', '乙')], 'other'],
  ['another column', [{ kind: 'oneOf', column: 'light', values: ['overdue'] }], 'other'],
  ['two values', [{ kind: 'oneOf', column: 'leaders', values: ['甲', '乙'] }], 'other'],
] as const)('%s', ([, filters, expected]) => {
  expect(partOf(filters.map((filter) => (filter.kind === 'oneOf' ? { ...filter, values: [...filter.values] } : filter)))).toBe(expected)
})
