import { expect, test } from 'vitest'
import { periodLabel } from './period-label.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

test.for([
  ['2028-02-01', '2028-02-29', '2月', 'Feb'],
  ['2026-04-01', '2026-06-30', '2季度', 'Q2'],
  ['2026-07-01', '2026-12-31', '下半年', 'H2'],
  ['2026-01-01', '2026-12-31', '2026年', '2026'],
  ['2026-01-01', '2026-02-28', '01-01–02-28', '01-01–02-28'],
  ['2026-05-04', '2026-05-10', '05-04–05-10', '05-04–05-10'],
] as const)('%s to %s', ([from, to, chinese, english]) => {
  expect([periodLabel(from, to, zh), periodLabel(from, to, en)]).toEqual([chinese, english])
})
