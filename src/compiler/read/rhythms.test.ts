import { expect, test } from 'vitest'
import { readLine } from './read-line.fixture.ts'

test.for([
  ['设备点检一日三次', ['count day = 3 次']],
  ['工地巡查一天不少于两次', ['count day >= 2 次']],
  ['总部领导每双月蹲点1次', ['count month×2 = 1 次']],
  ['全院培训上下半年各1轮', ['count half-year = 1 轮']],
  ['上、下半年各组织1次公开听证', ['count half-year = 1 次']],
  ['安全隐患日排查、周汇总、月销号', ['count day = 1 次', 'count week = 1 次', 'count month = 1 次']],
  ['建立舆情日报告、周研判机制', ['count day = 1 次', 'count week = 1 次']],
  ['日常巡查、月度检查', ['count month = 1 次']],
  ['教师全员培训五年一周期不少于360学时', ['count year×5 >= 360 学时']],
  ['镇评比每月一回', ['count month = 1 回']],
  ['每月最后一周周五12:00前上报进展（不超过500字）', ['count month = 1 次', 'count none <= 500 字']],
  ['报告于每季度结束后20日内提交', ['deadline quarter <= 20 日']],
  ['直属院团人均年演出不少于70场', ['count year >= 70 场']],
  ['对全校137个账号年内全部重新登记', ['deadline once <= 2026-12-31']],
  ['年内建成书房15座', ['count year = 15 座']],
  ['水费一季度一清欠', ['count quarter = 1 次']],
  ['内部审计两年一轮全覆盖', ['coverage year×2 = 100 %']],
  ['季度末月25日前报送书面报告', ['count quarter = 1 次']],
  ['盘点由两年一次改为每年一次', ['count year = 1 次']],
  ['两年内培养骨干不少于6名', ['count none >= 6 名']],
] as const)('how often it comes back: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['抽查科室不少于总数的1/4', ['ratio none >= 25 %']],
  ['供电标煤耗不高于298克/千瓦时', ['count none <= 298 克/千瓦时']],
  ['厂长带班下现场每月不得少于5天次', ['count month >= 5 天次']],
  ['体质健康合格率97%、优良率达60%以上', ['ratio none = 97 %', 'ratio none >= 60 %']],
  ['三至六年级作业时长不超过60分钟', ['duration none <= 60 分钟']],
  ['对作风问题查实1起、通报1起', []],
  ['全面盘点一次，盘点覆盖率100%', ['count once = 1 次', 'ratio none = 100 %']],
  ['12月集中开展“百日行动”，检查主体不少于6000家次', ['count once >= 6000 家次 2026-12-31']],
  ['全年实施项目120个以上，完成投资85亿元', ['count year >= 120 个', 'count year = 85 亿元']],
  ['2026年营业收入增长8%以上；资产负债率压降至62%以下', ['trend once increase>= 8 % 2026-12-31', 'ratio none <= 62 % 2026-12-31']],
  ['对2024年以来全部项目开展复查，复查率100%', ['ratio none = 100 %']],
] as const)('amounts, shares and their dates: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})
