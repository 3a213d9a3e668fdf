import { expect, test } from 'vitest'
import { draftLine, readLine } from './read-line.fixture.ts'

test.for([
  ['案件平均办理天数同比下降10%以上', ['trend year decrease>= 10 %']],
  ['群众满意率达到95%以上', ['ratio none >= 95 %']],
  ['结案率不低于90%', ['ratio none >= 90 %']],
  ['覆盖率保持100%', ['ratio none = 100 %']],
  ['合格率稳定在98%以上', ['ratio none >= 98 %']],
  ['平台使用率稳定在80%左右', ['ratio none ~ 80 %']],
  ['不良率控制在1.5%以内', ['ratio none <= 1.5 %']],
  ['资产负债率降至60%以下', ['ratio none <= 60 %']],
  ['绿化率提高到35%', ['ratio none >= 35 %']],
  ['参训率由85%提高到98%以上', ['ratio none >= 98 %']],
  ['抽查比例不低于总数的百分之五', ['ratio none >= 5 %']],
  ['办结率、满意率分别达到98%和95%', ['ratio none >= 98 %', 'ratio none >= 95 %']],
  ['按期办结率、群众满意率均达到100%', ['ratio none >= 100 %']],
  ['整改完成率力争达到100%', ['ratio none >= 100 %']],
  ['到2026年底综合利用率超过90%', ['ratio once > 90 % 2026-12-31']],
  ['2026年6月底前整改率达到70%，年底前全部整改到位', ['ratio once >= 70 % 2026-06-30', 'deadline once <= 2026-12-31']],
  ['占比不超过三分之一', ['ratio none <= 33.33 %']],
  ['实现签约率100%', ['ratio none = 100 %']],
  ['对重点对象走访率做到100%', ['ratio none = 100 %']],
  ['投诉处理率达百分之百', ['ratio none >= 100 %']],
  ['差错率控制在万分之一以内', ['ratio none <= 1 ‱']],
  ['年度培训覆盖率不低于90%', ['ratio year >= 90 %']],
  ['每季度抽查比例不低于20%', ['ratio quarter >= 20 %']],
  ['新增项目开工率80%以上', ['ratio none >= 80 %']],
  ['按时办结率≥95％', ['ratio none >= 95 %']],
  ['每月评查案件不少于当月结案数的3%', ['ratio month >= 3 %']],
] as const)('ratios: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['会议数量比上年减少20%', ['trend year decrease= 20 %']],
  ['文件数量较上年压减30%以上', ['trend year decrease>= 30 %']],
  ['信访总量同比下降不低于15%', ['trend year decrease>= 15 %']],
  ['案件积压年均下降10%', ['trend year decrease= 10 %']],
  ['办理时限压缩一半', ['trend none decrease= 50 %']],
  ['审批环节压减三分之一以上', ['trend none decrease>= 33.33 %']],
  ['2026年底前办理时间再压缩50%', ['trend once decrease= 50 % 2026-12-31']],
  ['“三公”经费零增长', ['trend none increase<= 0 %']],
  ['招商到位资金增长10%以上', ['trend none increase>= 10 %']],
  ['一次办结率提高5个百分点以上', ['trend none increase>= 5 百分点']],
  ['发改率较上年下降1个百分点', ['trend year decrease= 1 百分点']],
  ['万元GDP能耗下降3%左右', ['trend none decrease= 3 %']],
  ['督查检查频次减少50%以上', ['trend none decrease>= 50 %']],
  ['财政支出增幅控制在5%以内', ['trend none increase<= 5 %']],
] as const)('trends: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['对重点岗位廉政谈话全覆盖', ['coverage none = 100 %']],
  ['实现辖区企业走访全覆盖', ['coverage none = 100 %']],
  ['6月底前实现排查整治全覆盖', ['coverage once = 100 % 2026-06-30']],
  ['2026年12月底前历史积案全部清零', ['coverage once = 0 件 2026-12-31']],
  ['确保重大安全事故零发生', ['coverage none = 0 件']],
  ['每年对二级单位巡察全覆盖', ['coverage year = 100 %']],
  ['压减逾期台账不少于60%，其中半年以上的全部清零', ['trend none decrease>= 60 %', 'coverage none = 0 件']],
  ['对零报告单位开展抽查', []],
  ['坚持零容忍态度惩治腐败', []],
  ['动态清零长期未结案件', ['coverage none = 0 件']],
] as const)('coverage: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test('其中…以上的全部清零 speaks of what the number before speaks of', () => {
  const objects = draftLine('压减逾期台账不少于60%，其中半年以上的全部清零').map(({ reading }) => reading.object?.value)
  expect(objects).toEqual(['压减逾期台账', '压减逾期台账'])
})
