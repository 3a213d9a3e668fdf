import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { suggestSources } from '#core/register/suggest-sources.ts'
import { readDocument } from '#formats/read-document.ts'
import { loadPacks } from '#server/pack/load-packs.ts'

const packs = await loadPacks()
const registers = packs.find(({ manifest }) => manifest.id === 'court')?.registers ?? []
const plan = readDocument('plan.txt', readFileSync(path.join(import.meta.dirname, '../../../packs/court/sample/plan.txt')))
const { commitments } = compile(plan)
const COUNTED = ['count', 'ratio', 'trend', 'coverage', 'duration']

const suggestionsOf = (ref: string) => {
  const commitment = commitments.find((each) => each.ref === ref)
  if (commitment === undefined) throw new Error(`no commitment ${ref}`)
  return suggestSources(commitment.reading, plan.text.slice(commitment.span.start, commitment.span.end), registers)
}

/** Of each counted commitment of the sample plan: the register, the word that says so, what is measured, the field of completion. */
test.for([
  ['二-1-1', 'rate-indicator', '整改任务完成率', 'latest value', null],
  ['1-1-1', 'study-session', '中心组会议', 'count', null],
  ['1-1-2', 'study-session', '审判执行难点', 'count', null],
  ['1-1-3', 'study-session', '一线法官参加', 'count', null],
  ['1-1-4', 'study-session', '中心发言', 'count', null],
  ['1-2-1', 'field-research', '人民法庭蹲点调研', 'days', null],
  ['1-2-2', 'research-output', '调研报告', 'count', null],
  ['1-2-3', 'research-tracking', '调研建议采纳率', 'count', null],
  ['1-2-4', 'report-hearing', '在党组会议上通报', 'count', null],
  ['1-3-1', 'ideology-meeting', '风险研判', 'count', null],
  ['1-3-2', 'platform-check', '短视频账号巡检', 'count', null],
  ['2-1-1', 'figure-indicator', '平均等候时间', 'latest value', null],
  ['2-1-2', 'rate-indicator', '热线接通率', 'latest value', null],
  ['2-1-5', 'report-hearing', '诉求办理情况', 'count', null],
  ['2-2-1', 'reception', '轮流接待来访群众', 'count', null],
  ['2-2-2', 'reception', '接访', 'days', null],
  ['2-2-3', 'led-case', '包案化解疑难信访案件', 'count', 'settledOn'],
  ['2-2-4', 'led-case', '包案案件化解率', 'count', 'settledOn'],
  ['2-3-1', 'benefit-project', '司法惠民实事', 'count', 'completedOn'],
  ['2-3-2', 'old-petition', '拖欠农民工工资执行积案', 'count', 'settledOn'],
  ['2-3-4', 'rate-indicator', '救助资金使用率', 'latest value', null],
  ['3-1-1', 'figure-indicator', '清理进度', 'latest value', null],
  ['3-1-2', 'leading-group-meeting', '调度', 'count', null],
  ['3-1-3', 'figure-indicator', '长期未结案件数量', 'latest value', null],
  ['3-1-4', 'figure-indicator', '长期未结案件数量', 'latest value', null],
  ['3-1-5', 'figure-indicator', '委托鉴定平均用时', 'latest value', null],
  ['3-2-1', 'case-review', '随机评查案件', 'sum cases', null],
  ['3-2-2', 'case-review', '改判和申诉信访案件评查', 'sum cases', null],
  ['3-2-4', 'quality-report', '审判质量分析报告', 'count', null],
  ['3-3-2', 'four-kinds-case', '标注准确率', 'count', null],
  ['3-3-3', 'led-trial', '办理重大疑难复杂案件', 'count', null],
  ['3-3-4', 'led-trial', '担任审判长开庭审理', 'count', null],
  ['3-3-5', 'judges-meeting', '专业法官会议', 'count', null],
  ['4-1-2', 'money-check', '核对案款账目', 'count', null],
  ['4-1-4', 'money-check', '案款专项审计', 'count', null],
  ['4-2-1', 'ended-case-check', '通过网络查控系统集中核查', 'count', null],
  ['4-2-3', 'rate-indicator', '终本合格率', 'latest value', null],
  ['4-3-1', 'enforcement-action', '集中执行', 'count', null],
  ['4-3-2', 'figure-indicator', '执行信访投诉量', 'latest value', null],
  ['4-3-4', 'training', '规范化培训', 'sum hours', null],
  ['5-1-1', 'governance-meeting', '专题研究全面从严治党工作', 'count', null],
  ['5-1-2', 'heart-talk', '责任谈话', 'count', null],
  ['5-1-3', 'heart-talk', '廉政谈话覆盖', 'count', null],
  ['5-1-4', 'integrity-risk-point', '廉政风险点', 'count', null],
  ['5-2-1', 'verification-notice', '抽查人数', 'sum people', null],
  ['5-2-2', 'figure-indicator', '印发的文件数量', 'latest value', null],
  ['5-2-3', 'figure-indicator', '报表', 'latest value', null],
  ['5-3-3', 'rate-indicator', '轮岗到位率', 'latest value', null],
  ['5-3-4', 'secondment', '年轻干警', 'sum people', null],
  ['5-3-5', 'secondment', '锻炼时间', 'sum months', null],
  ['6-1-1', 'case-analysis', '违纪违法案件', 'count', null],
  ['6-1-2', 'warning-education', '警示教育大会', 'count', null],
  ['6-1-3', 'warning-education', '旁听职务犯罪案件庭审', 'count', null],
  ['6-1-4', 'training', '新入职人员和关键岗位人员廉政教育', 'count', null],
  ['6-2-3', 'look-back', '已销号事项', 'sum items', null],
  ['6-2-4', 'look-back', '问题反弹率', 'sum relapsed', null],
  ['6-3-2', 'regulation-made', '修订和新建制度', 'count', null],
  ['6-3-3', 'regulation-check', '评估', 'count', null],
  ['6-3-4', 'regulation-made', '修编', 'count', null],
  ['四-2-2', 'report-hearing', '进展情况和佐证材料', 'count', null],
  ['四-3-1', 'supervision-check', '专项督查', 'count', null],
  ['四-4-4', 'invited-supervisor', '特约监督员', 'sum people', null],
  ['四-4-5', 'consultation', '整改成效评议', 'count', null],
] as const)('%s counts in %s for “%s”', ([ref, register, word, measure, completion]) => {
  const best = suggestionsOf(ref).numerator[0]
  expect(best).toMatchObject({ source: { register }, reason: { word }, completion })
  expect(Object.values(best?.measure ?? {}).join(' ')).toBe(measure)
})

test.for(['四-1-1'])('%s says too little for a suggestion', (ref) => {
  expect(suggestionsOf(ref).numerator).toEqual([])
})

test('most of what the plan counts has a register', () => {
  const counted = commitments.filter(({ reading }) => COUNTED.includes(reading.kind))
  const without = counted.filter(({ ref }) => suggestionsOf(ref).numerator.length === 0)
  expect(counted.length).toBeGreaterThan(60)
  expect(without.length).toBeLessThanOrEqual(4)
})

test('what is not counted gets no suggestion', () => {
  const others = commitments.filter(({ reading }) => !COUNTED.includes(reading.kind))
  expect(others.length).toBeGreaterThan(20)
  expect(others.flatMap(({ ref }) => suggestionsOf(ref).numerator)).toEqual([])
})

test.for([
  ['3-2-1', 'figure-indicator', '当季结案数', 'base', { kind: 'latest', field: 'value' }],
  ['5-2-1', 'figure-indicator', '办案人员总数', 'base', { kind: 'latest', field: 'value' }],
  ['1-2-3', 'research-tracking', '调研建议采纳率', 'numerator', { kind: 'count' }],
  ['2-2-4', 'led-case', '包案案件化解率', 'numerator', { kind: 'count' }],
  ['6-2-4', 'look-back', '问题反弹率', 'numerator', { kind: 'sum', field: 'items' }],
] as const)('%s is divided by %s for “%s”', ([ref, register, word, foundIn, measure]) => {
  expect(suggestionsOf(ref).denominator[0]).toMatchObject({ source: { register }, reason: { word, foundIn }, measure, completion: null })
})

// an indicator is a ratio already; of talks and draws the whole is no register's
test.for(['4-2-3', '5-1-3', '6-2-3'])('what %s is divided by is asked', (ref) => {
  expect(suggestionsOf(ref).denominator).toEqual([])
})

test('zero reports are left out of the whole as well', () => {
  expect(suggestionsOf('3-3-2').denominator[0]?.source.where).toEqual({ kind: 'not', of: { kind: 'yes', field: 'zero', value: true } })
})

const enterprisePlan = `关于落实审计反馈意见的整改方案
整改措施：
1.压实安全责任。领导班子每季度带队开展安全检查不少于2次，各子公司每半年组织1次综合演练。
2.压降应收账款。2027年12月31日前清收应收账款不少于3000万元。
3.规范采购行为。年度公开招标率不低于85%，线上采购率达到100%。
4.抓好审计整改。2026年底前审计整改完成率达到95%以上，资产负债率控制在65%以内。`

test('the registers of an enterprise are suggested by the same words of their own', () => {
  const enterprise = packs.find(({ manifest }) => manifest.id === 'enterprise')?.registers ?? []
  const document = readDocument('plan.txt', new TextEncoder().encode(enterprisePlan))
  const found = compile(document).commitments.map(({ reading, span }) => {
    const { numerator, denominator } = suggestSources(reading, document.text.slice(span.start, span.end), enterprise)
    return [numerator[0]?.source.register, Object.values(numerator[0]?.measure ?? {}).join(' '), denominator[0]?.source.register]
  })
  expect(found).toEqual([
    ['safety-check', 'count', undefined],
    ['safety-drill', 'count', undefined],
    ['receivable-recovery', 'sum amount', undefined],
    ['purchase', 'count', 'purchase'],
    ['purchase', 'count', 'purchase'],
    ['audit-remediation', 'count', 'audit-remediation'],
    ['indicator-report', 'latest value', undefined],
  ])
})
