import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, Day } from '#core/day/day.ts'
import { isReminderDue, remind, type ReminderSetting, usualReminders } from '#core/reminder/reminder.ts'

const today = Day.parse('2026-03-02')
const item = { isOpen: true, isDone: false, dueBy: null, remindedOn: null }

test.for([
  ['what is open and not done', {}, null],
  ['what is struck off', { isOpen: false }, 'not-open'],
  ['what is done', { isDone: true }, 'done-already'],
  ['what was reminded of today', { remindedOn: today }, 'reminded-today'],
  ['what was reminded of yesterday', { remindedOn: Day.parse('2026-03-01') }, null],
] as const)('%s', ([, more, code]) => {
  const outcome = remind({ ...item, ...more }, today)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test.for([
  ['without a day never', null, null, false],
  ['eight days before not yet', '2026-03-10', null, false],
  ['a week before', '2026-03-09', null, true],
  ['three days before, the week was missed', '2026-03-05', null, true],
  ['three days before, reminded a week before', '2026-03-05', '2026-02-26', false],
  ['a day before, reminded a week before', '2026-03-03', '2026-02-24', true],
  ['on the day, reminded the day before', '2026-03-02', '2026-03-01', false],
  ['the day after', '2026-03-01', null, true],
  ['late, reminded six days ago', '2026-02-20', '2026-02-24', false],
  ['late, reminded a week ago', '2026-02-20', '2026-02-23', true],
] as const)('%s', ([, dueBy, remindedOn, isDue]) => {
  const days = { dueBy: dueBy === null ? null : Day.parse(dueBy), remindedOn: remindedOn === null ? null : Day.parse(remindedOn) }
  expect(isReminderDue({ ...item, ...days }, usualReminders, today)).toBe(isDue)
})

test('however often a program stands still, each step of the rhythm reminds once, and never twice a day', () => {
  const rhythm = fc.record({
    daysBefore: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
    everyAfter: fc.option(fc.integer({ min: 1, max: 10 })),
  })
  fc.assert(
    fc.property(rhythm, fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), (setting: ReminderSetting, runs) => {
      const dueBy = addDays(today, 40)
      let remindedOn: Day | null = null
      const reminded: number[] = []
      for (const [index, isRunning] of runs.entries()) {
        const on = addDays(today, index)
        if (!isRunning || !isReminderDue({ ...item, dueBy, remindedOn }, setting, on)) continue
        expect(isReminderDue({ ...item, dueBy, remindedOn: on }, setting, on)).toBe(false)
        remindedOn = on
        reminded.push(40 - index)
      }
      const before = reminded.filter((left) => left >= 0)
      expect(before.length).toBeLessThanOrEqual(setting.daysBefore.length)
      const steps = before.map((left) => Math.min(...setting.daysBefore.filter((day) => day >= left)))
      expect(new Set(steps).size).toBe(before.length)
      expect(setting.everyAfter !== null || reminded.length === before.length).toBe(true)
    }),
    { numRuns: 300 },
  )
})
