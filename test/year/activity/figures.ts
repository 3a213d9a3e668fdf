import { dayIn, later } from '#test/year/draw.ts'
import { type Year, MONTHS, FIRST_ENTRY } from '#test/year/activity/year.ts'
import type { Entering } from '#test/year/entering.ts'

/** 结案数 and cases reviewed grow month by month; one month's figure is corrected; rates, ranks and 万人成讼率. */
export function figures({ add, draw }: Year): void {
  const report = (name: string, on: string, value: string, more: Parameters<Entering['add']>[3] = {}) =>
    add('figure-indicator', on, { name, value, source: '审判管理系统', sourceDay: on }, { org: '审判管理办公室', ...more })
  for (const month of MONTHS) {
    const end = later(dayIn(2026, month + 1 > 12 ? 12 : month + 1, 1), month === 12 ? 29 : -1)
    const closed = 380 + month * 23 + draw.between(0, 40)
    report(
      '结案数',
      end,
      String(closed),
      month === 4 ? { acts: [{ after: 40, kind: 'correct', changes: { values: { value: String(closed - 37) } } }] } : {},
    )
    const reviewed = Math.round((closed * draw.between(38, 62)) / 1000)
    add('case-review', later(end, -3), { kind: '随机评查', cases: reviewed }, { org: '审判管理办公室' })
    if (month % 4 === 0) add('case-review', later(end, -5), { kind: '重点评查', cases: 60 }, { org: '审判管理办公室' })
    add(
      'rate-indicator',
      end,
      {
        name: '电子卷宗随案同步生成率',
        value: month < 10 ? `${95 + draw.between(0, 4)}.${draw.between(0, 9)}` : '100',
        source: '审判管理系统',
        sourceDay: end,
      },
      { org: '技术处', late: month === 10 ? 30 : 0 },
    )
    add('rate-indicator', end, { name: '终本合格率', value: '97.5', source: '审判管理系统', sourceDay: end }, { org: '执行局' })
  }
  report('万人成讼率', '2025-12-31', '52.4')
  for (const [on, value] of [
    ['2026-03-31', '52.1'],
    ['2026-06-30', '50.9'],
    ['2026-09-30', '49.7'],
    ['2026-12-31', '49.6'],
  ] as const)
    report('万人成讼率', on, value)
  for (const [on, value] of [
    ['2026-03-31', '6'],
    ['2026-06-30', '5'],
    ['2026-09-30', '4'],
    ['2026-12-30', '7'],
  ] as const)
    report('全省位次', on, value)
}

/** 信访积案: the list of the year's beginning, settled one by one; what came anew is on another list. */
export function petitions({ add, draw }: Year): void {
  for (let index = 1; index <= 30; index += 1) {
    const list = index > 24 ? '本年新增' : '年初存量清单'
    const on = index > 24 ? dayIn(2026, index - 20, 11) : '2026-01-05'
    const settled = later('2026-02-10', draw.between(0, 330))
    const isSettled = settled <= '2026-12-20' && settled > on && draw.chance(95)
    add(
      'old-petition',
      on,
      { number: `积案${index}`, list, lead: { people: ['何以宁'] } },
      {
        org: '信访处',
        acts: isSettled
          ? [
              {
                after: Math.max(1, Math.round((Date.parse(settled) - Date.parse(FIRST_ENTRY)) / 86_400_000)),
                kind: 'correct',
                changes: { values: { settledOn: settled } },
              },
            ]
          : [],
      },
    )
  }
}

/** 典型案例 and their analysis: one lacks a dimension until it is corrected. */
export function cases({ add }: Year): void {
  const compiled = add(
    'case-compilation',
    '2026-03-10',
    { title: '违反中央八项规定精神案例', source: '上级公开通报', area: ['作风'], isAnonymous: true },
    { org: '机关纪委' },
  )
  const analyse = (on: string, kind: string, dimensions: readonly string[], acts: Parameters<Entering['add']>[3] = {}) =>
    add('case-analysis', on, { subject: { fact: compiled }, dimensions, kind, gaps: '责任落实缺位' }, { org: '机关纪委', ...acts })
  analyse('2026-05-12', '其他违纪违法', ['德', '纪', '法', '责'])
  analyse('2026-07-14', '违反中央八项规定精神', ['德', '纪', '责'], {
    acts: [{ after: 60, kind: 'correct', changes: { values: { dimensions: ['德', '纪', '法', '责'] } } }],
  })
}

/** Further work of departments that other plans count. */
export function others({ add, draw }: Year): void {
  for (const month of MONTHS)
    for (const unit of ['刑事审判第一庭', '民事审判第一庭', '民事审判第二庭', '行政审判庭'])
      if (draw.chance(85))
        add(
          'judges-meeting',
          dayIn(2026, month, draw.between(1, 27)),
          { cases: draw.between(1, 4), questions: '法律适用', isFiled: true, attendance: 6 },
          { org: unit },
        )
  for (let index = 1; index <= 30; index += 1) {
    const on = dayIn(2026, draw.between(2, 11), draw.between(1, 28))
    const done = later(on, draw.between(3, 30))
    add(
      'timed-matter',
      on,
      { kind: '案款发还', number: `款${index}`, startedOn: on },
      {
        org: '执行局',
        acts: draw.chance(90)
          ? [
              {
                after: Math.round((Date.parse(done) - Date.parse(on)) / 86_400_000),
                kind: 'correct',
                changes: { values: { doneOn: done } },
              },
            ]
          : [],
      },
    )
  }
  for (let index = 1; index <= 20; index += 1)
    add(
      'research-tracking',
      dayIn(2026, draw.between(2, 12), draw.between(1, 20)),
      { problem: '办理流程', suggestion: '改进', result: draw.chance(65) ? '已采纳' : '办理中' },
      { org: '研究室' },
    )
}
