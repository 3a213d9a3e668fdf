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

/** Of each counted commitment of the sample plan: the register, the word that says so, the measured field, the field of completion. */
test.for([
  ['二-1-1', 'rate-indicator', '整改任务完成率', 'value', null],
  ['1-1-1', 'study-session', '中心组会议', null, null],
  ['1-1-2', 'study-session', '审判执行难点', null, null],
  ['1-1-3', 'study-session', '一线法官参加', null, null],
  ['1-1-4', 'study-session', '中心发言', null, null],
  ['1-2-1', 'field-research', '人民法庭蹲点调研', null, null],
  ['1-2-2', 'research-output', '篇', null, null],
  ['1-2-3', 'research-tracking', '调研建议采纳率', null, null],
  ['1-2-4', 'report-hearing', '在党组会议上通报', null, null],
  ['1-3-1', 'ideology-meeting', '风险研判', null, null],
  ['1-3-2', 'platform-check', '短视频账号巡检', null, null],
  ['2-1-1', 'figure-indicator', '平均等候时间', 'value', null],
  ['2-1-2', 'rate-indicator', '热线接通率', 'value', null],
  ['2-1-5', 'report-hearing', '诉求办理情况', null, null],
  ['2-2-1', 'reception', '轮流接待来访群众', null, null],
  ['2-2-2', 'reception', '接访', null, null],
  ['2-2-3', 'led-case', '包案化解疑难信访案件', null, 'settledOn'],
  ['2-2-4', 'led-case', '包案案件化解率', null, 'settledOn'],
  ['2-3-1', 'benefit-project', '司法惠民实事', null, 'completedOn'],
  ['2-3-2', 'old-petition', '拖欠农民工工资执行积案', null, 'settledOn'],
  ['2-3-4', 'rate-indicator', '救助资金使用率', 'value', null],
  ['3-1-1', 'figure-indicator', '清理进度', 'value', null],
  ['3-1-2', 'leading-group-meeting', '调度', null, null],
  ['3-1-3', 'figure-indicator', '长期未结案件数量', 'value', null],
  ['3-1-5', 'figure-indicator', '委托鉴定平均用时', 'value', null],
  ['3-2-1', 'case-review', '随机评查案件', 'cases', null],
  ['3-2-2', 'case-review', '改判和申诉信访案件评查', 'cases', null],
  ['3-2-4', 'quality-report', '审判质量分析报告', null, null],
  ['3-3-2', 'four-kinds-case', '标注准确率', null, null],
  ['3-3-3', 'led-trial', '办理重大疑难复杂案件', null, null],
  ['3-3-4', 'led-trial', '担任审判长开庭审理', null, null],
  ['3-3-5', 'judges-meeting', '专业法官会议', null, null],
  ['4-1-2', 'money-check', '核对案款账目', null, null],
  ['4-1-4', 'money-check', '案款专项审计', null, null],
  ['4-2-1', 'ended-case-check', '通过网络查控系统集中核查', null, null],
  ['4-2-3', 'rate-indicator', '终本合格率', 'value', null],
  ['4-3-1', 'enforcement-action', '集中执行', null, null],
  ['4-3-2', 'figure-indicator', '执行信访投诉量', 'value', null],
  ['4-3-4', 'training', '规范化培训', 'hours', null],
  ['5-1-1', 'governance-meeting', '专题研究全面从严治党工作', null, null],
  ['5-1-2', 'heart-talk', '责任谈话', null, null],
  ['5-1-3', 'heart-talk', '廉政谈话覆盖', null, null],
  ['5-1-4', 'integrity-risk-point', '廉政风险点', null, null],
  ['5-2-1', 'verification-notice', '抽查人数', 'people', null],
  ['5-2-2', 'figure-indicator', '印发的文件数量', 'value', null],
  ['5-2-3', 'figure-indicator', '报表', 'value', null],
  ['5-3-3', 'rate-indicator', '轮岗到位率', 'value', null],
  ['5-3-4', 'secondment', '年轻干警到人民法庭', 'people', null],
  ['5-3-5', 'secondment', '锻炼时间', 'months', null],
  ['6-1-1', 'case-analysis', '违纪违法案件开展专题剖析', null, null],
  ['6-1-2', 'warning-education', '警示教育大会', null, null],
  ['6-1-3', 'warning-education', '旁听职务犯罪案件庭审', null, null],
  ['6-1-4', 'training', '新入职人员和关键岗位人员廉政教育', null, null],
  ['6-2-3', 'look-back', '随机抽取', 'items', null],
  ['6-2-4', 'look-back', '问题反弹率', 'relapsed', null],
  ['6-3-2', 'regulation-made', '修订和新建制度', null, null],
  ['6-3-3', 'regulation-check', '评估', null, null],
  ['6-3-4', 'regulation-made', '修编', null, null],
  ['四-2-2', 'report-hearing', '进展情况和佐证材料', null, null],
  ['四-3-1', 'supervision-check', '专项督查', null, null],
  ['四-4-4', 'invited-supervisor', '特约监督员', 'people', null],
  ['四-4-5', 'consultation', '整改成效评议', null, null],
] as const)('%s counts in %s for “%s”', ([ref, register, word, measure, completion]) => {
  expect(suggestionsOf(ref).numerator[0]).toMatchObject({ source: { register }, reason: { word }, measure, completion })
})

test.for(['3-1-4', '5-2-5', '四-1-1'])('%s says too little for a suggestion', (ref) => {
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
  ['3-2-1', 'figure-indicator', '当季结案数'],
  ['5-2-1', 'figure-indicator', '办案人员总数'],
] as const)('%s is divided by %s for “%s”', ([ref, register, word]) => {
  expect(suggestionsOf(ref).denominator[0]).toMatchObject({ source: { register }, measure: 'value', reason: { word, foundIn: 'base' } })
})
