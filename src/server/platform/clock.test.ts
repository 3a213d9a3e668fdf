import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

test.for([
  ['2026-03-31T15:59:59.999Z', '2026-03-31'],
  ['2026-03-31T16:00:00.000Z', '2026-04-01'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
] as const)('%s is %s in Shanghai', ([instant, day]) => {
  expect(dayInShanghai(Instant.parse(instant))).toBe(day)
})
