import { MEMBERS, PRESIDENT } from '#test/year/court-people.ts'
import { dayIn, later } from '#test/year/draw.ts'
import { type Year, MONTHS } from '#test/year/activity/year.ts'

/** 基层调研: trips with half days, some overlapping, some of two members, some crossing the day a member joins or leaves, one far too late. */
export function fieldWork({ add, draw }: Year): void {
  const modes = ['蹲点调研', '带案下访', '现场办公', '走访座谈', '专题调研']
  for (const { name, from } of MEMBERS) {
    let day = later(from > '2026-01-20' ? '2026-09-01' : '2026-01-26', draw.between(0, 9))
    while (day < '2026-12-20') {
      const length = draw.between(1, 6)
      const to = later(day, length - 1)
      const mode = modes[draw.between(0, 4)] ?? '蹲点调研'
      add(
        'field-research',
        `${day}/${to}`,
        { mode, place: { orgs: ['青禾区人民法院'] }, question: '送达难', result: '形成清单' },
        {
          people: draw.chance(12) ? [name, '韩知行', '叶清如'].filter((each, at, all) => all.indexOf(each) === at) : [name],
          startsAtNoon: draw.chance(25),
          endsAtNoon: length > 1 && draw.chance(25),
          late: draw.chance(10) ? draw.between(30, 90) : 0,
          acts: draw.chance(6) ? [{ after: 14, kind: 'void' }] : [],
        },
      )
      day = later(day, draw.between(length - 1, name === '叶清如' ? 40 : 26))
    }
  }
  add(
    'field-research',
    '2026-08-29/2026-09-03',
    { mode: '专题调研', place: { orgs: ['临江县人民法院'] }, question: '执行难', result: '报告' },
    { people: ['贺兰舟'] },
  )
}

/** 领导接访: each month, but one month half a day twice in the same morning, one month none, one month somebody else. */
export function receptions({ add, draw }: Year): void {
  for (const month of MONTHS) {
    const on = dayIn(2026, month, draw.between(10, 25))
    if (month === 7) continue
    const isHalf = month === 4 || month === 11
    const visits = { form: '定点接访', visits: draw.between(1, 9) }
    add('reception', on, visits, { people: [month === 9 ? '唐致远' : PRESIDENT], endsAtNoon: isHalf, org: '信访处' })
    if (isHalf) add('reception', month === 11 ? later(on, 1) : on, visits, { people: [PRESIDENT], endsAtNoon: true, org: '信访处' })
    if (month % 2 === 0) add('reception', later(on, 2), visits, { people: [PRESIDENT], org: '信访处' })
  }
}

/** 惠民实事, 司法建议, 评选推广: begun, and completed by a later correction. */
export function services({ add, draw }: Year): void {
  const projects = [
    ['2026-01-12', 120],
    ['2026-02-09', 150],
    ['2026-03-02', 200],
    ['2026-03-30', 60],
    ['2026-04-20', null],
    ['2026-10-08', 70],
  ] as const
  for (const [on, days] of projects) {
    const done = days === null ? null : later(on, days)
    add(
      'benefit-project',
      on,
      { title: `${on}确定的实事`, chosenBy: '党组会议', lead: { orgs: ['立案庭'] } },
      {
        org: '立案庭',
        acts: done === null ? [] : [{ after: days ?? 0, kind: 'correct', changes: { values: { completedOn: done, result: '办结' } } }],
      },
    )
  }
  for (let index = 1; index <= 27; index += 1) {
    const on = dayIn(2026, draw.between(2, 11), draw.between(1, 28))
    const isTaken = draw.chance(80)
    add(
      'judicial-suggestion',
      on,
      { number: `建议${index}`, addressee: '某单位', subject: '完善管理', outcome: '待回复' },
      {
        org: '研究室',
        acts: [{ after: draw.between(20, 60), kind: 'correct', changes: { values: { outcome: isTaken ? '已采纳' : '未采纳' } } }],
      },
    )
  }
  for (const [index, stage] of ['推广', '入选', '推广', '推广', '申报'].entries())
    add('innovation-selection', dayIn(2026, 6 + index, 12), { title: `成果${index}`, from: { orgs: ['执行局'] }, stage }, { org: '研究室' })
  add(
    'reform-task',
    '2026-04-09',
    { title: '专业审判团队', kind: '重大改革任务', leader: { people: ['宋知微'] }, stage: '推进中' },
    { people: ['宋知微'] },
  )
  add(
    'reform-task',
    '2026-05-14',
    { title: '分调裁审改革', kind: '重点工作', leader: { people: [PRESIDENT] }, stage: '推进中' },
    { people: [PRESIDENT] },
  )
}

/** Monthly and quarterly checks; each misses a month. */
export function supervision({ add, draw }: Year): void {
  for (const month of MONTHS) {
    if (month !== 6)
      add(
        'verification-notice',
        dayIn(2026, month, draw.between(18, 26)),
        { subject: month === 9 ? '会风会纪' : '“三个规定”填报', units: 20, notice: `第${month}期` },
        { org: '督察室' },
      )
    if (month !== 8)
      add(
        'supervision-check',
        dayIn(2026, month, draw.between(5, 24)),
        { kind: month % 2 === 0 ? '审务督察' : '司法作风检查', units: { orgs: ['执行局'] }, faults: draw.between(0, 3) },
        { org: '督察室' },
      )
    add(
      'risk-screening',
      dayIn(2026, month, draw.between(1, 26)),
      month === 10 ? { zero: true } : { area: ['审判执行'], level: '一般', hazards: draw.between(1, 5), settled: 0 },
      { org: '法警支队', late: month === 3 ? 12 : 0 },
    )
  }
  for (let index = 1; index <= 24; index += 1)
    add(
      'supervision-coverage',
      dayIn(2026, draw.between(2, 4), draw.between(1, 28)),
      { object: index % 3 === 0 ? '人' : '案', item: `事项${index}`, unit: { orgs: ['执行局'] }, isConnected: false },
      {
        org: '技术处',
        acts: draw.chance(85) ? [{ after: draw.between(10, 160), kind: 'correct', changes: { values: { isConnected: true } } }] : [],
      },
    )
  for (const [month, scope] of [
    [3, '全院'],
    [7, '全院'],
    [8, '部门'],
    [11, '人民法庭'],
  ] as const)
    add('drill', dayIn(2026, month, 16), { kind: '消防疏散', scope, attendance: 40 }, { org: '法警支队' })
}
