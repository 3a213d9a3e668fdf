import { CHIEFS, HEADS, IN_CHARGE, isOn, MEMBERS, PRESIDENT, STAFF } from '#test/year/court-people.ts'
import { dayIn } from '#test/year/draw.ts'
import { type Year, MONTHS } from '#test/year/activity/year.ts'

const staffOn = (day: string) => STAFF.filter((each) => isOn(each, day)).map(({ name }) => name)
const membersOn = (day: string) => MEMBERS.filter((each) => isOn(each, day)).map(({ name }) => name)

/** 中心组学习: about one a month, some on the rule of law; a subordinate court's, a draft, a voided and a returned one count nowhere. */
export function study({ add, draw }: Year): void {
  for (const month of MONTHS) {
    const on = dayIn(2026, month, draw.between(8, 20))
    const isLaw = month % 3 === 0 || month === 10
    add(
      'study-session',
      on,
      {
        form: '集体学习研讨',
        themes: isLaw ? ['习近平法治思想与法治建设', '审判执行难点'] : [draw.chance(50) ? '党的创新理论' : '审判执行难点'],
        topic: `第${month}次集体学习`,
        present: { people: membersOn(on) },
        ...(month % 4 === 0 ? { invited: ['基层一线法官'] } : {}),
      },
      { org: '机关党委', late: month === 5 ? 45 : 0 },
    )
  }
  add(
    'study-session',
    '2026-04-22',
    { form: '专题辅导', themes: ['习近平法治思想与法治建设'], topic: '下级法院的学习' },
    { org: '青禾区人民法院' },
  )
  add('study-session', '2026-06-24', { form: '专题辅导', themes: ['意识形态'], topic: '未提交的' }, { isDraft: true })
  add('study-session', '2026-07-08', { form: '案例研讨', themes: ['廉洁教育'], topic: '重复的' }, { acts: [{ after: 20, kind: 'void' }] })
  add(
    'study-session',
    '2026-09-29',
    { form: '案例研讨', themes: ['习近平法治思想与法治建设'], topic: '退回后补正的' },
    {
      acts: [
        { after: 7, kind: 'return' },
        { after: 30, kind: 'correct', changes: { values: { topic: '补正后的专题' } } },
      ],
    },
  )
}

/** Meetings that are held once a period; each kind misses one, or holds one of another kind. */
export function meetings({ add, draw }: Year): void {
  for (const [month, day] of [
    [2, 10],
    [3, 24],
    [7, 9],
    [7, 28],
    [12, 9],
  ] as const)
    add('ideology-meeting', dayIn(2026, month, day), { topics: ['总体形势'], decisions: '形成清单' }, { org: '宣传教育处' })
  for (const month of [3, 6, 9, 12])
    add('report-hearing', dayIn(2026, month, draw.between(15, 28)), {
      kind: '重大决策部署落实情况',
      body: month === 9 ? '院长办公会' : '院党组',
      reporters: { people: ['程砚秋'] },
    })
  for (const month of [4, 6, 10])
    add(
      'report-hearing',
      dayIn(2026, month, draw.between(20, 28)),
      {
        kind: '整改进展',
        body: '院党组',
        reporters: { people: ['陆怀瑾'] },
      },
      { late: month === 6 ? 21 : 0 },
    )
  for (const { name, from } of MEMBERS)
    if (name !== '叶清如' && name !== PRESIDENT)
      add(
        'report-hearing',
        from > '2026' ? '2026-11-18' : dayIn(2026, draw.between(3, 8), draw.between(3, 26)),
        {
          kind: '一岗双责履行情况',
          body: '院党组',
          reporters: { people: [name] },
        },
        { people: [PRESIDENT] },
      )
  add(
    'report-hearing',
    '2026-12-02',
    { kind: '一岗双责履行情况', body: '院党组', reporters: { people: ['唐致远', '柯景行'] } },
    { people: ['唐致远'] },
  )
  for (const [month, chair] of [
    [4, PRESIDENT],
    [8, '唐致远'],
    [11, PRESIDENT],
  ] as const)
    add(
      'governance-meeting',
      dayIn(2026, month, draw.between(5, 25)),
      {
        chair: { people: [chair] },
        body: '党组会议',
        topic: '全面从严治党',
        decisions: '部署任务',
      },
      { people: [chair] },
    )
  add('consultation', '2026-05-20', { kind: '征求意见座谈会', invited: ['人大代表', '政协委员'], attendance: 18, opinions: 9 })
  add('consultation', '2026-10-21', { kind: '征求意见座谈会', invited: ['特约监督员'], attendance: 12, opinions: 4 }, { late: 25 })
  add('consultation', '2026-12-03', { kind: '民主生活会前征求意见会', invited: ['干警代表'], attendance: 30, opinions: 14 })
  add('consultation', '2026-12-16', { kind: '民主生活会', invited: ['基层法院'], attendance: 9, opinions: 0 })
  add('consultation', '2026-12-18', { kind: '民主生活会前征求意见会', invited: ['干警代表'], attendance: 6, opinions: 2 })
  for (const month of MONTHS.slice(1))
    if (month !== 8)
      add('leading-group-meeting', dayIn(2026, month, draw.between(3, 26)), {
        kind: month % 5 === 0 ? '联席会议' : '领导小组会议',
        topic: '整改推进',
        decisions: '形成纪要',
      })
}

/** Training, tests, contests and what each member writes. */
export function teaching({ add, draw }: Year): void {
  for (const month of [2, 3, 5, 8, 10, 11])
    add(
      'training',
      dayIn(2026, month, draw.between(6, 22)),
      {
        kind: ['全员轮训'],
        topic: `第${month}月轮训`,
        hours: String(draw.between(8, 16)),
        partyHours: String(draw.between(1, 5)),
      },
      { org: '政治部' },
    )
  add('training', '2026-09-18', { kind: ['审判业务'], topic: '业务', hours: '24', partyHours: '0' }, { org: '政治部' })
  for (const [on, isFull] of [
    ['2026-03-18', true],
    ['2026-06-17', false],
    ['2026-10-14', true],
  ] as const)
    add(
      'training',
      on,
      {
        kind: ['政治能力'],
        topic: '政治能力',
        hours: '6',
        partyHours: '6',
        present: { people: staffOn(on).filter((name) => isFull || name !== '蒋一诺') },
      },
      { org: '政治部' },
    )
  for (const [month, kind] of [
    [2, '首次测试'],
    [5, '首次测试'],
    [6, '首次测试'],
    [9, '补测'],
    [11, '首次测试'],
  ] as const)
    add(
      'theory-test',
      dayIn(2026, month, draw.between(5, 25)),
      { subject: ['党的创新理论'], population: 58, taken: 55, passed: 52, kind },
      { org: '政治部' },
    )
  add('party-discipline-contest', '2026-05-06', { scope: '部门或支部', form: '网络答题', attendance: 14 }, { org: '机关纪委' })
  add('party-discipline-contest', '2026-08-12', { scope: '全院', form: '现场竞赛', attendance: 50 }, { org: '机关纪委' })
  add('party-day', '2026-05-15', { kind: ['集体现场教学'], place: '烈士陵园', topic: '传承' }, { org: '机关党委' })
  add('party-day', '2026-07-01', { kind: ['主题党日', '重温入党誓词'], place: '支部', topic: '入党誓词' }, { org: '机关党委' })
  for (const { name, from } of MEMBERS) {
    for (const month of [5, 11])
      if (dayIn(2026, month, 20) >= from && draw.chance(80))
        add('self-review', dayIn(2026, month, draw.between(4, 20)), { against: ['党章'], form: '书面检视' }, { people: [name] })
    for (let index = draw.between(1, 3); index > 0; index -= 1)
      add(
        'research-output',
        dayIn(2026, draw.between(3, 12), draw.between(1, 20)),
        {
          kind: draw.chance(50) ? '调研报告' : '理论文章',
          title: `${name}的文稿`,
          question: '实际问题',
        },
        {
          people: [name],
          org: '研究室',
          acts: draw.chance(70) ? [{ after: 14, kind: 'accept' }] : draw.chance(50) ? [{ after: 14, kind: 'return' }] : [],
        },
      )
  }
}

/** 谈心谈话: the president with members and chiefs, members with the heads of their units; one record may name several. */
export function talks({ add, draw }: Year): void {
  const others = [...MEMBERS.map(({ name }) => name).filter((name) => name !== PRESIDENT), ...CHIEFS]
  for (const name of others)
    for (let times = draw.between(1, 3); times > 0; times -= 1)
      add(
        'heart-talk',
        dayIn(2026, draw.between(name === '温如初' ? 9 : 2, 12), draw.between(1, 28)),
        {
          with: { people: [name] },
          occasion: '日常谈心',
          form: '当面',
        },
        { people: [PRESIDENT], late: draw.chance(15) ? 40 : 0 },
      )
  add('heart-talk', '2026-06-11', { with: { people: [...CHIEFS, PRESIDENT] }, occasion: '责任谈话', form: '集体' }, { people: [PRESIDENT] })
  add(
    'heart-talk',
    '2026-12-14',
    { with: { people: membersOn('2026-12-14') }, occasion: '民主生活会前', form: '集体' },
    { people: [PRESIDENT, '唐致远'] },
  )
  for (const { leader, unit } of IN_CHARGE) {
    if (!draw.chance(75)) continue
    const on = dayIn(2026, unit === '办公室' ? 10 : draw.between(2, 11), draw.between(1, 28))
    const head = HEADS.find((each) => each.unit === unit && isOn(each, on))
    if (head !== undefined)
      add('heart-talk', on, { with: { people: [head.name] }, occasion: '岗位变动', form: '当面' }, { people: [leader] })
  }
}
