import { expect, test } from 'vitest'
import { fold } from '#compiler/source/fold.ts'
import type { Mark } from './mark.ts'
import { recognise } from './recognise.ts'

/** What was found, one word a mark: `each year`, `by 2026-6`, `1 次`. */
function wordsOf(text: string, mark: Mark): string {
  const words = text.slice(mark.start, mark.end)
  switch (mark.type) {
    case 'name':
      return `name ${words}`
    case 'date':
      return `${mark.edge} ${mark.year ?? '?'}-${mark.month}${mark.day === null ? '' : `-${mark.day}`}`
    case 'limit':
      return `within ${mark.value} ${mark.unit}`
    case 'period':
      return `${mark.style} ${mark.period.every === 1 ? '' : `${mark.period.every} `}${mark.period.unit}`
    case 'coverage':
      return `all ${mark.value} ${mark.unit}`
    case 'quantity':
      return `${mark.value}${mark.upper === null ? '' : `..${mark.upper}`} ${mark.unit}`
  }
}

test.for([
  ['2026年3月底前', ['by 2026-3']],
  ['２０２６年５月３１日前', ['by 2026-5-31']],
  ['2026-12-31', ['in 2026-12-31']],
  ['2026.10.31前', ['by 2026-10-31']],
  ['二〇二六年十月三十日前', ['by 2026-10-30']],
  ['年底前', ['by ?-12-31']],
  ['到2027年底', ['by 2027-12-31']],
  ['三季度末', ['by ?-9']],
  ['上半年', ['by ?-6-30']],
  ['自2026年1月1日起', ['from 2026-1-1']],
  ['截至2025年12月31日', ['asOf 2025-12-31']],
  ['原定2025年12月底前', ['old 2025-12']],
  ['延至2026年5月20日', ['by 2026-5-20']],
  ['较2025年', ['base 2025-12-31']],
  ['3月份', ['in ?-3']],
  ['4-6月', ['in ?-6']],
  ['12月中旬前', ['by ?-12-20']],
] as const)('date %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

test.for([
  ['每年', ['each year']],
  ['每两个月', ['each 2 month']],
  ['每三年', ['each 3 year']],
  ['每半年', ['each half-year']],
  ['每半月', ['each 2 week']],
  ['每周三', ['each week']],
  ['每周三次', ['each week', '3 次']],
  ['每月25日前', ['each month']],
  ['每年1月31日前', ['each year']],
  ['逐月', ['each month']],
  ['按季度', ['each quarter']],
  ['季度测试', ['each quarter']],
  ['月度排查研判', ['each month']],
  ['年度考核', []],
  ['逐年下降', []],
  ['年内', ['label year']],
  ['年均', ['label year']],
  ['半年一次', ['each half-year', '1 次']],
  ['双周调度', ['each 2 week']],
] as const)('period %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

test.for([
  ['收到之日起5个工作日内', ['within 5 工作日']],
  ['自受理之日起三十日内', ['within 30 日']],
  ['24小时内', ['within 24 小时']],
  ['压缩至3天以内', ['3 天']],
  ['近三年内', ['3 年']],
  ['20秒内接听率', ['name 20秒内接听率']],
] as const)('limit %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

test.for([
  ['12次', ['12 次']],
  ['1.2亿千瓦', ['1.2 亿千瓦']],
  ['3,000元', ['3000 元']],
  ['百分之九十五', ['95 %']],
  ['千分之三', ['3 ‰']],
  ['三分之一', ['33.33 %']],
  ['九成以上', ['90 %']],
  ['一半', ['50 %']],
  ['半个月', ['0.5 月']],
  ['1至2次', ['1..2 次']],
  ['3个-5个', ['3..5 个']],
  ['2～3场', ['2..3 场']],
  ['至少1500路', ['1500 路']],
  ['十五个工作日', ['15 工作日']],
] as const)('quantity %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

test.for([
  ['“三个规定”', ['name “三个规定”']],
  ['第54次会议', ['name 第54次']],
  ['〔2026〕5号', ['name 〔2026〕5号']],
  ['《条例（2021—2025年）》', ['name 《条例(2021-2025年)》']],
  ['八项规定', ['name 八项规定']],
  ['一案一策', ['name 一案一策']],
  ['7×24小时', ['name 7×24小时']],
] as const)('name %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

test.for([
  ['全覆盖', ['all 100 %']],
  ['100%全覆盖', ['all 100 %']],
  ['全部清零', ['all 0 件']],
  ['零发生', ['all 0 件']],
  ['零容忍', []],
] as const)('coverage %s', ([text, marks]) => {
  expect(marksOf(text)).toEqual(marks)
})

/** Every mark found; of names that overlap the first. */
function marksOf(text: string): string[] {
  const folded = fold(text)
  const marks = recognise(folded)
  return marks
    .filter((mark, index) => !(mark.type === 'name' && marks.slice(0, index).some((other) => other.end > mark.start)))
    .map((mark) => wordsOf(folded, mark))
}
