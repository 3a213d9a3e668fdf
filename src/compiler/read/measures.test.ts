import { expect, test } from 'vitest'
import { readLine } from './read-line.fixture.ts'

test.for([
  ['值班经理每周跟班不少于3个班次', ['count week >= 3 班次']],
  ['访学期限不少于2学年', ['duration none >= 2 学年']],
  ['贷款利率较上年下降15个基点', ['trend year decrease= 15 基点']],
  ['淘汰老旧锅炉20万蒸吨', ['count once = 20 万蒸吨']],
  ['发言材料不得超过4页', ['count none <= 4 页']],
  ['新装充电设施60桩以上', ['count none >= 60 桩']],
  ['线路巡检至少80杆', ['count none >= 80 杆']],
  ['异地招商每月不少于一批次', ['count month >= 1 批次']],
  ['人均接待标准不超过120元/天', ['count none <= 120 元']],
  ['审批用时压减至法定时限的40%以内', ['ratio none <= 40 %']],
  ['废旧农膜100%集中回收', ['ratio none = 100 %']],
  ['评审通过率力争40%', ['ratio none = 40 %']],
  ['物资储备率110%', ['ratio none = 110 %']],
  ['对申报材料按20%比例抽查', ['ratio none = 20 %']],
  ['2026年底前，各镇要组织开展一次排查', ['count once = 1 次 2026-12-31']],
] as const)('units of all kinds: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['补植行道树30万株', ['count once = 30 万株']],
  ['寻访老艺人80人', ['count once = 80 人']],
  ['经典诵读比赛1次', ['count once = 1 次']],
  ['为500户低保家庭更换灶具', ['count once = 500 户']],
  ['3月至4月完成对9个县的走访', ['count once = 9 个 2026-04-30']],
  ['每班配安全员2名', ['count once = 2 名']],
] as const)('bare numbers that are the result of any deed: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  '全镇摸排出危房64处',
  '水样合格率99.2%',
  '选举产生新一届理事会',
  '积存档案130件',
  '严格落实安全生产二十条硬措施',
  '排放达到一级A标准',
  '蒸汽压力不低于0.8兆帕',
  '发现一起通报一起',
  '专项检查发现多列支出5笔、金额3.2万元',
  '专职人员占比仅为12%',
  '过去两年办讲座9期',
  '有4个村未按规定每月公开账目',
  '将申领条件由连续缴费三年以上放宽至一年以上',
  '可对单户贷款300万元及以下、费率不超过2%的普惠业务给予贴息',
  '年度得分达到90分、优良率达到95%的评为先进',
  '抽检比例按季度核算',
  '4月8日召开一季度报告会',
  '清理2024年以前应付未付的账款',
  '将执行情况纳入年底效能评价',
] as const)('promises nothing: %s', (text) => {
  expect(readLine(text).filter((reading) => !reading.endsWith('-04-08'))).toEqual([])
})

test.for([
  ['积压件210件，本月清理150件以上', ['count none >= 150 件']],
  ['检查发现问题的整改率不低于95%', ['ratio none >= 95 %']],
  ['管理层级控制在四级以内', ['count none <= 4 级']],
] as const)('beside what is told: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})
