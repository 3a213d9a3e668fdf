import { expect, test } from 'vitest'
import { readLine } from './read-line.fixture.ts'

test.for([
  ['2026年3月底前出台实施细则', ['deadline once <= 2026-03-31']],
  ['4月15日前报送整改方案', ['deadline once <= 2026-04-15']],
  ['年底前建成投用', ['deadline once <= 2026-12-31']],
  ['2026年上半年完成制度修订', ['deadline once <= 2026-06-30']],
  ['三季度末前完成验收', ['deadline once <= 2026-09-30']],
  ['二〇二六年十月三十日前完成整改', ['deadline once <= 2026-10-30']],
  ['2026年5月中旬前完成自查', ['deadline once <= 2026-05-20']],
  ['于2026年6月30日前全部整改到位', ['deadline once <= 2026-06-30']],
  ['2026年4月1日至6月30日开展集中整治', []],
  ['收到举报后15日内办结', ['deadline none <= 15 日']],
  ['自受理之日起30个工作日内作出决定', ['deadline none <= 30 工作日']],
  ['问题线索2个工作日内移交', ['deadline none <= 2 工作日']],
  ['群众诉求24小时内响应、72小时内办结', ['deadline none <= 24 小时', 'deadline none <= 72 小时']],
  ['三年内完成全部改造', ['deadline none <= 3 年']],
  ['整改工作在2个月内完成', ['deadline none <= 2 月']],
  ['会后5个工作日内印发纪要', ['deadline none <= 5 工作日']],
  ['原定2025年底完成，延期至2026年6月底前完成', ['deadline once <= 2026-06-30']],
  ['自2026年起取消该项收费', []],
  ['自2026年1月1日起施行', []],
  ['从2026年5月起，每月通报一次', ['count month = 1 次']],
  ['截至2025年12月底，已完成整改12项', []],
  ['2026-06-30前完成', ['deadline once <= 2026-06-30']],
  ['到2030年，基本建成完善的体系，服务质量显著提升', ['deadline once <= 2030-12-31']],
  ['到2030年，创新能力持续提升', []],
  ['3个月内完成整改并开展4次督查', ['deadline none <= 3 月', 'count once = 4 次']],
  ['即日起至2026年4月底开展自查', ['deadline once <= 2026-04-30']],
] as const)('deadlines: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})

test.for([
  ['审批时限压缩至3个工作日', ['duration none <= 3 工作日']],
  ['平均办理时间缩短到2天以内', ['duration none <= 2 天']],
  ['公示期不少于5个工作日', ['duration none >= 5 工作日']],
  ['每次学习时间不少于2小时', ['duration none >= 2 小时']],
  ['办理时间不超过10分钟', ['duration none <= 10 分钟']],
  ['每年脱产培训不少于12天', ['duration year >= 12 天']],
  ['普通件5个工作日办结', ['duration none <= 5 工作日']],
  ['会议时间控制在1小时以内', ['duration none <= 1 小时']],
  ['响应时间由48小时压缩至24小时', ['duration none <= 24 小时']],
  ['每年集中学习不少于56学时', ['count year >= 56 学时']],
] as const)('durations: %s', ([text, readings]) => {
  expect(readLine(text)).toEqual(readings)
})
