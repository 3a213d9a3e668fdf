import { CHIEFS, HEADS, IN_CHARGE, isOn, MEMBERS, PRESIDENT, STAFF } from '#test/year/court-people.ts'
import type { Standing } from '#test/year/fact.ts'
import type { Asked, Found, Promised } from '#test/year/oracle.ts'
import {
  completedOnes,
  daysOf,
  has,
  isOwn,
  lastOf,
  listed,
  numberOf,
  ofCourt,
  ofPerson,
  peopleIn,
  shareOf,
  sumOf,
  tally,
} from '#test/year/tally.ts'

const president = [{ name: PRESIDENT, from: '2023-02-01', to: null }]
const others = [...MEMBERS.filter(({ name }) => name !== PRESIDENT), ...CHIEFS.map((name) => ({ name, from: '2023-08-01', to: null }))]
const pairName = (a: string, b: string) => `${a}+${b}`

/** Each leader with each unit in their charge that has a head, in the days both hold. */
const withUnits = IN_CHARGE.filter(({ unit }) => HEADS.some((head) => head.unit === unit)).map(({ leader, unit, from, to }) => {
  const member = MEMBERS.find(({ name }) => name === leader) ?? { from, to }
  const end = [to, member.to].filter((day) => day !== null).toSorted()[0] ?? null
  return { name: pairName(leader, unit), from: member.from > from ? member.from : from, to: end }
})

/** Everybody of the court was there. */
function isForAll(fact: Standing): boolean {
  const present = peopleIn(fact, 'present')
  for (const each of STAFF) if (isOn(each, fact.to) && !present.includes(each.name)) return false
  return true
}

/** One of each of two kinds: the fewer of both. */
function oneOfEach(register: string, field: string, ...words: readonly string[]): (asked: Asked) => Found {
  return (asked) => {
    const each = words.map((word) => listed(asked, register, isOwn, has(field, word)))
    return { value: Math.min(...each.map(({ length }) => length)), counted: each.flat().map(({ key }) => key) }
  }
}

/** A consultation before the yearly meeting of the period; while there was no such meeting, any. */
function beforeTheMeeting(asked: Asked): Found {
  const held = listed(asked, 'consultation', isOwn, has('kind', '民主生活会'))
  const asking = listed(asked, 'consultation', isOwn, has('kind', '民主生活会前征求意见会'))
  return tally(asking.filter((fact) => held.length === 0 || held.some((meeting) => fact.to < meeting.from)))
}

/** How far a figure went down against the last one of 2025, in per cent of it. */
function decrease(asked: Asked): Found {
  const name = has('name', '万人成讼率')
  const base = lastOf(listed({ ...asked, from: '2025-01-01', to: '2025-12-31' }, 'figure-indicator', name), 'value')
  const now = lastOf(listed(asked, 'figure-indicator', name), 'value')
  if (base === null || now === null) return { value: null, counted: [], isChange: true }
  const from = numberOf(base, 'value')
  return { value: ((from - numberOf(now, 'value')) / from) * 100, counted: [now.key], isChange: true }
}

function latest(register: string, name: string): (asked: Asked) => Found {
  return (asked) => {
    const last = lastOf(listed(asked, register, isOwn, has('name', name)), 'value')
    return last === null ? { value: null, counted: [] } : { value: numberOf(last, 'value'), counted: [last.key] }
  }
}

function reviewed(asked: Asked): Found {
  const [cases, closed] = [
    listed(asked, 'case-review', isOwn, has('kind', '随机评查')),
    listed(asked, 'figure-indicator', isOwn, has('name', '结案数')),
  ]
  return shareOf(sumOf(cases, 'cases'), cases, sumOf(closed, 'value'), closed, true)
}

function partyHours(asked: Asked): Found {
  const all = listed(asked, 'training', isOwn, has('kind', '全员轮训'))
  return shareOf(sumOf(all, 'partyHours'), all, sumOf(all, 'hours'), all, true)
}

/** All there ever were on the list, and those settled by now. */
function settledPetitions(asked: Asked): Found {
  const all = listed({ ...asked, from: '0000-01-01' }, 'old-petition', isOwn, has('list', '年初存量清单'))
  const settled = all.filter(({ values }) => typeof values['settledOn'] === 'string' && values['settledOn'] <= asked.to)
  return shareOf(settled.length, settled, all.length, all, false)
}

function connected(asked: Asked): Found {
  const all = listed({ ...asked, from: '0000-01-01' }, 'supervision-coverage', isOwn)
  const done = all.filter(({ values }) => values['isConnected'] === true)
  return shareOf(done.length, done, all.length, all, false)
}

/** What the president did with each counterpart, who is named in a field. */
function withEach(register: string, field: string, ...tests: Parameters<typeof ofCourt>[1][]): (asked: Asked) => Found {
  return (asked) =>
    tally(
      listed(
        asked,
        register,
        ...tests,
        ({ people }) => people.includes(PRESIDENT),
        (fact) => peopleIn(fact, field).includes(asked.who.split('+')[1] ?? ''),
      ),
    )
}

/** What a leader did with whoever was head of a unit on that day. */
function withHead(asked: Asked): Found {
  const [leader = '', unit = ''] = asked.who.split('+')
  return tally(
    listed(
      asked,
      'heart-talk',
      ({ people }) => people.includes(leader),
      (fact) => HEADS.some((head) => head.unit === unit && isOn(head, fact.to) && peopleIn(fact, 'with').includes(head.name)),
    ),
  )
}

function accepted(asked: Asked): Found {
  return tally(listed(asked, 'research-output', ({ people, state }) => people.includes(asked.who) && state === 'accepted'))
}

const four: readonly string[] = ['德', '纪', '法', '责']
const isWhole = (fact: Standing) => four.every((word) => has('dimensions', word)(fact))

/** What C1–C36 but the three vague ones must show. */
export const examplePromises: readonly Promised[] = [
  { c: 'C1', ref: '1-1-1', unit: 'year', value: 12, kind: 'adds', measure: ofCourt('study-session') },
  {
    c: 'C2',
    ref: '1-1-2',
    unit: 'year',
    value: 4,
    kind: 'adds',
    measure: ofCourt('study-session', has('themes', '习近平法治思想与法治建设')),
  },
  { c: 'C3', ref: '1-1-3', unit: 'year', value: 2, kind: 'adds', who: MEMBERS, measure: accepted },
  { c: 'C4', ref: '1-1-4', unit: 'quarter', value: 1, kind: 'adds', measure: ofCourt('theory-test', has('kind', '首次测试')) },
  { c: 'C5', ref: '1-2-1', unit: 'year', value: 2, kind: 'adds', measure: ofCourt('training', has('kind', '政治能力'), isForAll) },
  { c: 'C6', ref: '1-2-3', unit: 'quarter', value: 1, kind: 'adds', measure: ofCourt('ideology-meeting') },
  {
    c: 'C7',
    ref: '1-3-1',
    unit: 'quarter',
    value: 1,
    kind: 'adds',
    measure: ofCourt('report-hearing', has('kind', '重大决策部署落实情况'), has('body', '院党组')),
  },
  { c: 'C8', ref: '2-1-1', unit: 'year', value: 30, kind: 'level', shareStep: 0.01, measure: partyHours },
  { c: 'C9', ref: '2-1-2', unit: 'year', value: 1, kind: 'adds', measure: oneOfEach('party-day', 'kind', '集体现场教学', '主题党日') },
  { c: 'C10', ref: '2-1-3', unit: 'half-year', value: 1, kind: 'adds', who: MEMBERS, measure: ofPerson('self-review') },
  {
    c: 'C11',
    ref: '2-2-2',
    unit: 'year',
    value: 2,
    kind: 'adds',
    who: others.map((each) => ({ ...each, name: pairName(PRESIDENT, each.name) })),
    measure: withEach('heart-talk', 'with'),
  },
  { c: 'C12', ref: '2-2-3', unit: 'once', value: 1, kind: 'adds', who: withUnits, measure: withHead },
  { c: 'C13', ref: '2-3-1', unit: 'year', value: 1, kind: 'adds', measure: ofCourt('party-discipline-contest', has('scope', '全院')) },
  {
    c: 'C14',
    ref: '3-1-1',
    unit: 'year',
    value: 60,
    step: 0.5,
    kind: 'days',
    who: MEMBERS,
    measure: (asked) => daysOf(asked, 'field-research'),
  },
  {
    c: 'C15',
    ref: '3-1-2',
    unit: 'year',
    value: 4,
    kind: 'adds',
    who: MEMBERS,
    measure: ofPerson('field-research', has('mode', '带案下访', '现场办公')),
  },
  {
    c: 'C16',
    ref: '3-1-3',
    unit: 'month',
    value: 1,
    step: 0.5,
    kind: 'days',
    who: president,
    measure: (asked) => daysOf(asked, 'reception'),
  },
  { c: 'C17', ref: '3-1-4', unit: 'year', value: 3, kind: 'adds', measure: completedOnes },
  { c: 'C18', ref: '3-1-5', unit: 'year', value: 2, kind: 'adds', measure: ofCourt('consultation', has('kind', '征求意见座谈会')) },
  { c: 'C19', ref: '3-2-4', unit: 'year', value: 1, kind: 'adds', measure: beforeTheMeeting },
  {
    c: 'C20',
    ref: '3-3-2',
    unit: 'month',
    value: 1,
    kind: 'adds',
    measure: ofCourt('verification-notice', has('subject', '“三个规定”填报')),
  },
  { c: 'C21', ref: '3-3-4', unit: 'year', value: 5, kind: 'level', shareStep: 0.01, measure: reviewed },
  { c: 'C22', ref: '4-1-1', unit: 'year', value: 5, kind: 'level', measure: decrease },
  {
    c: 'C23',
    ref: '4-1-3',
    unit: 'year',
    value: 20,
    kind: 'adds',
    measure: ofCourt('judicial-suggestion', has('outcome', '已采纳', '部分采纳')),
  },
  { c: 'C24', ref: '4-1-4', unit: 'once', value: 1, kind: 'adds', who: president, measure: ofPerson('reform-task') },
  { c: 'C26', ref: '4-2-1', unit: 'once', value: 100, kind: 'level', measure: latest('rate-indicator', '电子卷宗随案同步生成率') },
  { c: 'C29', ref: '4-3-1', unit: 'month', value: 1, kind: 'adds', measure: ofCourt('risk-screening') },
  { c: 'C30', ref: '4-3-3', unit: 'year', value: 85, kind: 'level', measure: settledPetitions },
  { c: 'C32', ref: '5-1-2', unit: 'year', value: 2, kind: 'adds', who: president, measure: ofPerson('governance-meeting') },
  {
    c: 'C33',
    ref: '5-1-3',
    unit: 'year',
    value: 1,
    kind: 'adds',
    who: MEMBERS.filter(({ name }) => name !== PRESIDENT).map((each) => ({ ...each, name: pairName(PRESIDENT, each.name) })),
    measure: withEach('report-hearing', 'reporters', has('kind', '一岗双责履行情况')),
  },
  {
    c: 'C34',
    ref: '6-1-1',
    unit: 'once',
    value: 1,
    kind: 'adds',
    measure: ofCourt('case-analysis', has('kind', '违反中央八项规定精神'), isWhole),
  },
  {
    c: 'C35',
    ref: '6-3-2',
    unit: 'month',
    value: 1,
    kind: 'adds',
    measure: ofCourt('supervision-check', has('kind', '审务督察', '司法作风检查')),
  },
  { c: 'C36', ref: '四-2-3', unit: 'quarter', value: 1, kind: 'adds', measure: ofCourt('report-hearing', has('kind', '整改进展')) },
  { c: 'C27', ref: '4-2-3', unit: 'once', value: 100, kind: 'level', measure: connected },
]

/** The three vague ones, once a person said what they mean: 前5名 each quarter; 3 each year; 1 each half-year. */
export const vaguePromises: readonly Promised[] = [
  { c: 'C25', ref: '4-1-2', unit: 'quarter', value: 5, kind: 'cap', measure: latest('figure-indicator', '全省位次') },
  { c: 'C28', ref: '4-2-4', unit: 'year', value: 3, kind: 'adds', measure: ofCourt('innovation-selection', has('stage', '推广')) },
  { c: 'C31', ref: '4-3-4', unit: 'half-year', value: 1, kind: 'adds', measure: ofCourt('drill', has('scope', '全院')) },
]
