import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { type DigestItem, digestOf, isDigestTime, pauseAfter } from '#core/digest/digest.ts'
import { mailOf } from '#core/digest/mail-words.ts'

const day = Day.parse('2026-03-02')
const item = (ref: string, on: Day | null = null): DigestItem => ({ ref, on, path: `/commitments/${ref}` })

test('each thing once, in order, the first of them by name', () => {
  const late = Array.from({ length: 11 }, (_, index) => item(String(index)))
  const sections = digestOf({ late: [...late, item('0')], decide: [item('1-1-1')], soon: [] })
  expect(sections.map(({ kind, count, items }) => [kind, count, items.length])).toEqual([
    ['decide', 1, 1],
    ['late', 11, 8],
  ])
})

test.for([
  [7, true, false],
  [8, true, true],
  [23, true, true],
  [9, false, false],
] as const)('at %d on a work day %s: %s', ([hour, isWorkDay, isTime]) => {
  expect(isDigestTime({ hour, isWorkDay }, 8)).toBe(isTime)
})

test('what failed is tried again later and later, and not for ever', () => {
  expect([1, 2, 3, 4, 5, 6].map(pauseAfter)).toEqual([5, 10, 20, 40, 80, null])
})

test('a message holds numbers, days, counts and links', () => {
  const sections = digestOf({ late: [item('1-1-1', day)], soon: Array.from({ length: 9 }, (_, index) => item(`2-${index}`)) })
  const { subject, text } = mailOf(sections, { on: day, jurisdiction: '某院', address: 'https://x.example' })
  expect(subject).toBe('【销号】3月2日提要：逾期 1，临期 9')
  expect(text.split('\n').slice(0, 4)).toEqual([
    '某院 整改任务提要（2026-03-02）',
    '',
    '逾期（1 项）',
    '  1-1-1  2026-03-02  https://x.example/commitments/1-1-1',
  ])
  expect(text).toContain('另有 1 项')
  expect(mailOf(sections, { on: day, jurisdiction: '某院', address: null }).text).not.toContain('http')
})
