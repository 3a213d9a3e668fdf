import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellValue, safeText } from './cell-value.ts'

test.for([
  ['text', '每季度1次', '每季度1次'],
  ['text', 4, '4'],
  ['text', '', null],
  ['number', '98.50', 98.5],
  ['number', '-3', -3],
  ['number', 0, 0],
  ['number', '1234567890123456', '1234567890123456'],
  ['number', '约10', '约10'],
  ['number', '+5', "'+5"],
  ['day', '2026-12-31', 46_387],
  ['day', '2026-02-30', '2026-02-30'],
  ['day', '1899-12-31', '1899-12-31'],
  ['day', '长期坚持', '长期坚持'],
] as const)('%s %s', ([kind, cell, value]) => {
  expect(cellValue(cell, kind)).toEqual(value)
})

test.for([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '|cmd', '＝1', '＋1', '－1', '＠x', '｜x', ' =1', '　=1', '\u200B=1'].map(
    (text) => [text, `'${text}`] as const,
  ),
  ['\t=1', "'\t=1"],
  ['\r=1', "'\n=1"],
  ['-', '-'],
  ['－', '－'],
  ['1=1', '1=1'],
  ['一\u2028二', '一\n二'],
  ['半\uD800个', '半\uFFFD个'],
  ['长'.repeat(40_000), `${'长'.repeat(32_766)}…`],
] as const)('text %j', ([text, safe]) => {
  expect(safeText(text)).toBe(safe)
})

test('no text starts like a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '-', '＋', '|', ' ', '\t', '\r', '\u200B', '一', "'") }), (text) => {
      expect(safeText(text)).toMatch(/^(?![\s\u200B]*[=+@|＝＋＠｜]|[\s\u200B]*[-－].)/s)
    }),
  )
})
