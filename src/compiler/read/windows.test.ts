import { expect, test } from 'vitest'
import { readLine } from './read-line.fixture.ts'

test.for([
  ['隔周会商一次', ['count week×2 = 1 次']],
  ['隔月通报进展', ['count month×2 = 1 次']],
  ['每逢双月召开一次恳谈会', ['count month×2 = 1 次']],
  ['每月第一个星期一召开例会', ['count month = 1 次']],
  ['每个月的第二周开展巡检', ['count month = 1 次']],
  ['每年一季度制定课程安排', ['count year = 1 次']],
  ['每个工作日至少巡查两次', ['count day >= 2 次']],
  ['年中、年底各盘库一次', ['count half-year = 1 次']],
  ['6月、12月各测评1次', ['count half-year = 1 次']],
  ['项目总监月驻场不少于18天', ['duration month >= 18 天']],
  ['馆藏年更新率达15%', ['ratio year >= 15 %']],
  ['服务开放日定于每周三', ['count week = 1 次']],
  ['年度普法计划3月底前印发', ['deadline once <= 2026-03-31']],
] as const)('windows: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['账目按季报送、年度审计全覆盖', ['count quarter = 1 次', 'coverage year = 100 %']],
  ['逐季核验，核验不少于4个点位', ['count quarter = 1 次', 'count quarter >= 4 个']],
  ['每季度现场核查，核查比例不低于四分之一', ['count quarter = 1 次', 'ratio quarter >= 25 %']],
  ['每月巡查1次，节假日专项巡查不少于2轮', ['count month = 1 次', 'count none >= 2 轮']],
  ['6月底前完成招租，年租金收入不少于18万元', ['deadline once <= 2026-06-30', 'count year >= 18 万元']],
  ['3月份开工不少于40台', ['count once >= 40 台 2026-03-31']],
  ['上半年支出进度60%、三季度末80%', ['ratio once = 60 % 2026-06-30', 'ratio once = 80 % 2026-09-30']],
] as const)('whose window it is: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['开办、变更时限分别压减到2个、5个工作日', ['duration none <= 2 工作日', 'duration none <= 5 工作日']],
  ['一审、二审平均用时分别控制在50天、40天以内', ['duration none <= 50 天', 'duration none <= 40 天']],
  ['初级、高级班分别培训80、120人', ['count once = 80 人', 'count once = 120 人']],
  ['2026年、2027年分别新建泊位200个、300个', ['count once = 200 个 2026-12-31', 'count once = 300 个 2027-12-31']],
  ['重点稿件须经3名以上专家论证', ['count none >= 3 名']],
] as const)('numbers side by side: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})
