import { CHIEFS, MEMBERS, PRESIDENT } from '#test/year/court-people.ts'
import { later } from '#test/year/draw.ts'
import type { Standing } from '#test/year/fact.ts'
import type { Asked, Expected, Found, Promised } from '#test/year/oracle.ts'
import {
  completedOnes,
  daysOf,
  has,
  isFiled,
  isOwn,
  listed,
  ofCourt,
  ofPerson,
  ofUnit,
  peopleIn,
  shareOf,
  sumOf,
  tally,
} from '#test/year/tally.ts'

const always = (name: string) => ({ name, from: '2020-01-01', to: null })

function adopted(asked: Asked): Found {
  const all = listed(asked, 'research-tracking', isOwn)
  const taken = all.filter(has('result', '已采纳'))
  return shareOf(taken.length, taken, all.length, all, true)
}

function reviewed(asked: Asked): Found {
  const cases = listed(asked, 'case-review', isOwn, has('kind', '随机评查'))
  const closed = listed(asked, 'figure-indicator', isOwn, has('name', '结案数'))
  return shareOf(sumOf(cases, 'cases'), cases, sumOf(closed, 'value'), closed, true)
}

/** What came anew and is not settled yet. */
function unsettled(asked: Asked): Found {
  const all = listed({ ...asked, from: '0000-01-01' }, 'old-petition', isOwn, has('list', '本年新增'))
  return tally(all.filter(({ values }) => !(typeof values['settledOn'] === 'string' && values['settledOn'] <= asked.to)))
}

function dutyTalks(asked: Asked): Found {
  const talks = listed(asked, 'heart-talk', has('occasion', '责任谈话'), ({ people }) => people.includes(PRESIDENT))
  return tally(talks.filter((fact) => peopleIn(fact, 'with').includes(asked.who.split('+')[1] ?? '')))
}

const counterparts = [
  ...MEMBERS.filter(({ name }) => name !== PRESIDENT),
  ...CHIEFS.map((name) => ({ name, from: '2023-08-01', to: null })),
]

/** What some of the sample plan's commitments must show; S14, a limit in work days, stands by itself below. */
export const samplePromises: readonly Promised[] = [
  { c: 'S1', ref: '1-1-1', unit: 'month', value: 1, kind: 'adds', measure: ofCourt('study-session') },
  { c: 'S2', ref: '1-1-2', unit: 'year', value: 6, kind: 'adds', measure: ofCourt('study-session', has('themes', '审判执行难点')) },
  {
    c: 'S3',
    ref: '1-1-3',
    unit: 'year',
    value: 2,
    kind: 'adds',
    measure: ofCourt('study-session', has('themes', '审判执行难点'), has('invited', '基层一线法官')),
  },
  {
    c: 'S4',
    ref: '1-2-2',
    unit: 'once',
    value: 1,
    kind: 'adds',
    who: MEMBERS,
    measure: ofPerson('research-output', has('kind', '调研报告')),
  },
  { c: 'S5', ref: '1-2-3', unit: 'once', value: 60, kind: 'level', shareStep: 1, measure: adopted },
  { c: 'S6', ref: '1-3-1', unit: 'quarter', value: 1, kind: 'adds', measure: ofCourt('ideology-meeting') },
  { c: 'S7', ref: '2-2-1', unit: 'week', value: 1, kind: 'adds', measure: ofCourt('reception') },
  {
    c: 'S8',
    ref: '2-2-2',
    unit: 'month',
    value: 2,
    step: 0.5,
    kind: 'days',
    who: [always(PRESIDENT)],
    measure: (asked) => daysOf(asked, 'reception'),
  },
  { c: 'S9', ref: '2-3-1', unit: 'year', value: 5, kind: 'adds', measure: completedOnes },
  { c: 'S10', ref: '2-3-2', unit: 'once', value: 0, kind: 'cap', by: '2026-12-31', measure: unsettled },
  { c: 'S11', ref: '3-1-2', unit: 'two-weeks', value: 1, kind: 'adds', measure: ofCourt('leading-group-meeting') },
  { c: 'S12', ref: '3-2-1', unit: 'quarter', value: 3, kind: 'level', shareStep: 0.01, measure: reviewed },
  {
    c: 'S13',
    ref: '3-3-5',
    unit: 'month',
    value: 1,
    kind: 'adds',
    who: ['刑事审判第一庭', '民事审判第一庭', '民事审判第二庭', '行政审判庭'].map(always),
    measure: ofUnit('judges-meeting'),
  },
  { c: 'S15', ref: '5-1-1', unit: 'half-year', value: 1, kind: 'adds', measure: ofCourt('governance-meeting') },
  {
    c: 'S16',
    ref: '5-1-2',
    unit: 'year',
    value: 1,
    kind: 'adds',
    who: counterparts.map((each) => ({ ...each, name: `${PRESIDENT}+${each.name}` })),
    measure: dutyTalks,
  },
  { c: 'S17', ref: '5-2-4', unit: 'year', value: 6, kind: 'limit', measure: ofCourt('leading-group-meeting') },
  { c: 'S18', ref: '6-1-3', unit: 'year', value: 2, upper: 3, kind: 'adds', measure: ofCourt('drill') },
  {
    c: 'S19',
    ref: '四-1-1',
    unit: 'month',
    value: 1,
    kind: 'adds',
    measure: ofCourt('leading-group-meeting', has('kind', '领导小组会议')),
  },
]

/** The days off that the year was entered with, and the weekend days worked for them. */
export const HOLIDAYS = [
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-05-01',
  '2026-10-01',
  '2026-10-02',
  '2026-10-05',
]
export const MADE_UP = ['2026-02-14', '2026-10-10']
const LIMIT = 12

/** S14: each sum of money is paid out within 12 work days of the day it came in; while the work days are not entered nobody can say by when. */
export function expectRepaid(known: readonly Standing[], day: string, isYearKnown: boolean): readonly Expected[] {
  const found = known.filter(
    (fact) =>
      fact.register === 'timed-matter' && isFiled(fact) && has('kind', '案款发还')(fact) && fact.to >= '2026-02-01' && fact.to <= day,
  )
  return found.map((fact) => {
    const done = fact.values['doneOn']
    const isDone = typeof done === 'string' && done <= day && done >= fact.to
    const due = isYearKnown ? workDaysAfter(fact.to, LIMIT) : ''
    const isOver = isYearKnown && day > due
    const state = isDone ? 'met' : isOver ? 'missed' : 'open'
    const soon = isYearKnown && later(day, 7) >= due ? 'due-soon' : 'not-started'
    return {
      who: fact.key,
      from: fact.to,
      to: due,
      state,
      light: isDone ? 'done' : !isYearKnown ? 'undetermined' : isOver ? 'overdue' : soon,
      required: 1,
      actual: isDone ? 1 : 0,
      owed: isDone ? 0 : 1,
      pace: null,
      latestSafeDay: due,
      counted: isDone ? [fact.key] : [],
      below: [],
    }
  })
}

function workDaysAfter(from: string, count: number): string {
  let day = from
  for (let worked = 0; worked < count;) {
    day = later(day, 1)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const isWeekend = weekday === 0 || weekday === 6
    if (MADE_UP.includes(day) || (!isWeekend && !HOLIDAYS.includes(day))) worked += 1
  }
  return day
}
