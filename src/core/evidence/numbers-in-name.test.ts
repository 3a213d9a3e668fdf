import { expect, test } from 'vitest'
import { numbersInName } from './numbers-in-name.ts'

test.for([
  ['2026-015.pdf', ['2026-015', '2026']],
  ['2026-015-1.jpg', ['2026-015-1', '2026-015', '2026']],
  ['2026-015签到表.jpg', ['2026-015签到表', '2026-015', '2026']],
  ['编号：A12（照片 2）.png', ['A12(照片 2', 'A12(照片', 'A12']],
  ['调研〔2026〕7号 现场.docx', ['调研〔2026〕7号 现场', '调研〔2026〕7号', '调研〔2026〕7', '调研〔2026']],
  ['扫描/2026-015/签到表.jpg', ['签到表', '2026-015', '2026', '扫描']],
  ['  .jpg', []],
  ['', []],
] as const)('%s may carry %j', ([path, expected]) => {
  expect(numbersInName(path)).toEqual(expected)
})

test('of a very long name only so many are looked for', () => {
  expect(numbersInName(`${'1-'.repeat(500)}.pdf`)).toHaveLength(24)
})
