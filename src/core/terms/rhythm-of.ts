import { earlierOf } from '#core/calendar/months.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { isCutShort } from '#core/period/periods-of.ts'
import type { PeriodUnit, Rhythm } from '#core/period/rhythm.ts'
import { immediateDueOn } from '#core/plan/immediate.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { type Definition, known, open, type OpenCode, type Part } from '#core/terms/definition.ts'

/**
 * 频次 of a reading in the frame of its plan. What recurs: every period while the plan is in force. A limit of days or months: within. All else: once, by its own
 * day, the limit of 立行立改, or (levels and counts) the plan's last day; 长期坚持 has none; a promise without a number and without a day is asked for one.
 */
export function rhythmOf(
  { reading, carried }: Pick<Commitment, 'reading' | 'carried'>,
  frame: PlanFrame,
  definition: Definition,
): Part<Rhythm> {
  const from = frame.inForceFrom
  if (from === null) return open('in-force')
  const { unit, every } = reading.period.value
  if (unit !== 'once' && unit !== 'none')
    return everyOf(reading, unit, every, { ...frame, inForceFrom: from, inForceTo: endOf(frame, carried) })
  const limit = limitOf(reading)
  if (limit !== null)
    return definition.event === null
      ? open('event')
      : known({ kind: 'within', ...limit, from, to: frame.inForceTo, event: definition.event })
  const by = dueOn(reading, frame)
  return by.ok ? known({ kind: 'once', from, by: by.value, stages: [] }) : by
}

/** What is carried over as standing goes on as long as the plan it was carried into. */
function endOf({ inForceTo }: PlanFrame, carried: Commitment['carried']): Day | null {
  return carried?.kind === 'standing' ? carried.to : inForceTo
}

function everyOf(reading: Reading, unit: PeriodUnit, count: number, frame: PlanFrame & { readonly inForceFrom: Day }): Part<Rhythm> {
  const from = frame.inForceFrom
  const due = reading.deadline?.value ?? null
  const to = frame.inForceTo === null ? due : due === null ? frame.inForceTo : earlierOf(due, frame.inForceTo)
  const asked: OpenCode[] = []
  const isNewYear = from.endsWith('-01-01')
  if (unit === 'year' && frame.yearMeaning === null && !isNewYear) asked.push('year-meaning')
  const starts = unit === 'year' ? (frame.yearMeaning ?? 'calendar') : 'calendar'
  const whole = { kind: 'every', count, unit, from, to, starts } as const
  if (frame.firstPeriod === null && isCutShort(whole)) asked.push('first-period')
  return asked.length > 0 ? open(...asked) : known({ ...whole, partial: frame.firstPeriod ?? 'full' })
}

const LIMITS: Readonly<Record<string, { readonly unit: 'day' | 'workDay' | 'month'; readonly times: number }>> = {
  天: { unit: 'day', times: 1 },
  日: { unit: 'day', times: 1 },
  自然日: { unit: 'day', times: 1 },
  周: { unit: 'day', times: 7 },
  工作日: { unit: 'workDay', times: 1 },
  月: { unit: 'month', times: 1 },
  季度: { unit: 'month', times: 3 },
  年: { unit: 'month', times: 12 },
}

/** A limit that runs from an event: a deadline with a number of days and no day of its own. */
function limitOf({ kind, deadline, value, unit }: Reading): { readonly count: number; readonly unit: 'day' | 'workDay' | 'month' } | null {
  if (kind !== 'deadline' || deadline !== null || value === null || !/^\d{1,4}$/.test(value.value)) return null
  const limit = LIMITS[unit?.value ?? '']
  return limit === undefined ? null : { count: Number(value.value) * limit.times, unit: limit.unit }
}

function dueOn(reading: Reading, frame: PlanFrame): Part<Day | null> {
  if (reading.deadline !== null) return known(reading.deadline.value)
  const nature = reading.nature?.value
  if (nature === 'immediate') {
    const day = immediateDueOn(frame)
    return day === null ? open('immediate-limit') : known(day)
  }
  if (nature === 'standing') return known(frame.inForceTo)
  const isNumbered = reading.kind !== 'achieved' && reading.kind !== 'deadline'
  return isNumbered && frame.inForceTo !== null ? known(frame.inForceTo) : open('due-on')
}
