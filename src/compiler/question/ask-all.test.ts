import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import type { Revision, SourceDocument } from '#core/document/document.ts'
import type { Question } from '#core/draft/question.ts'

const frame = new Set(['in-force', 'year-meaning', 'first-period', 'immediate-limit'])

/** The questions of a plan with one measure, the four of the frame left out. */
function questionsOf(measure: string, revisions: readonly Revision[] = []): readonly Question[] {
  return draftOf(measure, revisions).questions.filter(({ code }) => !frame.has(code))
}

function draftOf(measure: string, revisions: readonly Revision[] = []) {
  const lines = [
    '某局党组整改方案',
    '（2026年1月20日局党组会议审议通过）',
    '一、整改措施',
    '（一）聚焦作风建设',
    '整改措施：',
    `1.强化落实。${measure}`,
  ]
  return compile({ ...documentOf(lines), revisions })
}

/** A document with a paragraph for each line. */
function documentOf(lines: readonly string[]): SourceDocument {
  let start = 0
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { kind: 'paragraph', span } as const
  })
  return { text: lines.join('\n'), blocks, revisions: [] }
}

test('the frame is always asked, with answers that follow from the document', () => {
  const { questions } = draftOf('2027年3月底前出台制度。')
  expect(questions.slice(0, 3).map(({ code, suggestions }) => [code, suggestions[0]?.value])).toEqual([
    ['in-force', '2026-01-20/2027-12-31'],
    ['year-meaning', 'calendar'],
    ['first-period', 'full'],
  ])
})

test.for([
  ['对食堂卫生立行立改。', 1],
  ['完善审批流程。', 0],
] as const)('the limit of 立行立改 is asked where something is to be put right at once: %s', ([measure, count]) => {
  expect(draftOf(measure).questions.filter(({ code }) => code === 'immediate-limit')).toHaveLength(count)
})

test.for([
  ['班子成员每年调研不少于60天，其中现场办公不少于4次。', 'each-or-whole', ['per-member', 'org']],
  ['党组书记每年与班子成员谈心谈话不少于2次。', 'pairs-or-total', ['pairs', 'leader']],
  ['每年至少组织1次集体现场教学和主题党日活动。', 'one-or-both', ['one', 'both']],
  ['廉政谈话全覆盖。', 'population', ['全体干警', '在编干警', '全体党员']],
  ['隐患排查全覆盖。', 'population', ['应纳入的全部对象', '上年末在册数']],
  ['年度信访积案化解率不低于85%。', 'population', ['信访积案总数']],
  ['每年至少开展2次覆盖全院干警的培训。', 'population', ['全院干警']],
  ['信访总量年均下降不低于5%。', 'base-period', ['2025年', '上年同期']],
  ['接通率稳定在97%左右。', 'tolerance', ['1 %', '2 %']],
  ['培训人数500人左右。', 'tolerance', ['25 人', '50 人']],
  ['质效指数稳居全省前列。', 'definition', ['前3名', '前5名', '前10名']],
  ['满意度进入全省前10名。', 'definition', ['前10名']],
  ['常态化开展应急演练。', 'definition', ['每年2次', '每半年1次', '每季度1次']],
  ['常态化开展安全检查。', 'definition', ['每季度1次', '每半年1次', '每月1次']],
  ['每年评选推广一批创新成果。', 'definition', ['每年不少于3项', '每年不少于5项', '每年不少于1项']],
  ['培育一批典型案例。', 'definition', ['不少于3项', '不少于5项', '不少于1项']],
  ['1月10日前报送方案。', 'year-of-date', ['2027-01-10', '2026-01-10']],
] as const)('%s raises %s', ([measure, code, values]) => {
  const asked = questionsOf(measure).filter((question) => question.code === code)
  expect(asked.map(({ suggestions }) => suggestions.map(({ value }) => value))).toEqual([values])
})

test.for([
  ['每名班子成员每年调研不少于60天。'],
  ['满意率不低于95%。'],
  ['文件数量较2025年减少10%。'],
  ['会议数量同比减少10%。'],
  ['贷款余额较上年增长8%以上。'],
  ['每年评查案件不少于结案总数的5%。'],
  ['2026年6月底前出台制度。'],
  ['每季度召开1次形势分析会。'],
])('%s raises nothing', ([measure = '']) => {
  expect(questionsOf(measure)).toEqual([])
})

test.for([
  ['本方案执行期为2026年3月1日至11月30日。2027年3月底前出台制度。', '2026-03-01/2026-11-30'],
  ['集中整改期3个月。', '2026-01-20/2026-04-19'],
  ['2026年6月底前出台制度。', '2026-01-20/2026-12-31'],
] as const)('%s: in force %s', ([measure, interval]) => {
  const values = draftOf(measure).questions[0]?.suggestions.map(({ value }) => value) ?? []
  expect(values[0]).toBe(interval)
  for (const [from = '', to = ''] of values.map((value) => value.split('/'))) expect(to === '' || from < to).toBe(true)
})

test.for([
  ['完善审批流程。', ['2026-12-31', '2026-03-31', '2026-06-30']],
  ['完善审批流程。本方案自2026年2月1日起至2026年10月31日止。', ['2026-10-31', '2026-12-31', '2026-03-31', '2026-06-30']],
] as const)('%s is due by the stated end, the end of the year or of a quarter', ([measure, days]) => {
  const asked = questionsOf(measure).find(({ code }) => code === 'due-on')
  expect(asked?.suggestions.map(({ value }) => value)).toEqual(days)
})

test('one answer serves all promises without a limit, and all that are done 定期', () => {
  const measure = '完善审批流程。修订议事规则。定期分析研判。定期通报情况。'
  const { questions, commitments } = draftOf(measure)
  const byCode = (code: string): string[][] =>
    questions.filter((question) => question.code === code).map(({ commitments: ids }) => ids.map((id) => textOf(id)))
  const textOf = (id: string): string => {
    const commitment = commitments.find((each) => each.id === id)
    return commitment === undefined ? '' : commitment.reading.kind
  }
  expect(byCode('due-on')).toEqual([['achieved', 'achieved']])
  expect(byCode('definition')).toEqual([['undefined', 'undefined']])
})

test.for([
  [['| 序号 | 措施 | 责任单位 | 完成时限 |', '|---|---|---|---|', '| 1 | 修订车辆管理办法 | 保障科 | 2026年7月底前 |']],
  [['1.规范用车。修订车辆管理办法。', '完成时限：2026年7月底前']],
] as const)('a promise without a number is due when its row or label says: %j', ([lines]) => {
  const { questions, commitments } = compile(documentOf(['用车整改方案', '（2026年1月20日通过）', ...lines]))
  expect(questions.filter(({ code }) => code === 'due-on')).toEqual([])
  const dues = commitments.filter(({ reading }) => reading.kind === 'achieved').map(({ reading }) => reading.deadline)
  expect(dues).toEqual([{ value: '2026-07-31', certainty: 'implied', because: 'inherited-measure' }])
})

test('members of bodies and open bases are asked once for the whole plan', () => {
  const { questions } = draftOf('班子成员每年调研不少于30天。班子成员每季度接访1次。投诉压减20%。报表压减30%。')
  const counts = (code: string): number[] =>
    questions.filter((question) => question.code === code).map(({ commitments }) => commitments.length)
  expect([counts('each-or-whole'), counts('base-period')]).toEqual([[2], [2]])
})

test('a tracked change inside the sentence of a commitment asks which wording holds', () => {
  const measure = '每季度通报2次。完善流程。'
  const { commitments } = draftOf(measure)
  const at = commitments[0]?.anchor ?? { start: 0, end: 0 }
  const inserted: Revision = { kind: 'inserted', span: at, text: '2', author: '张某', at: null }
  const asked = questionsOf(measure, [inserted]).filter(({ code }) => code === 'tracked-change')
  expect(asked.map(({ commitments: ids }) => ids)).toEqual([[commitments[0]?.id]])
  const elsewhere: Revision = { kind: 'deleted', span: { start: 0, end: 0 }, text: '旧', author: null, at: null }
  expect(questionsOf(measure, [elsewhere]).some(({ code }) => code === 'tracked-change')).toBe(false)
})
