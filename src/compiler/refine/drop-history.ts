import { isDate, type Draughted, type Refiner } from '#compiler/read/item.ts'
import type { DateMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { omit } from './omit.ts'

/** A sum that is told; in a plan laid out by parts of a year it is the aim of that part. */
const sum = /(?<![一二三四五两]年)累计(?=[^,]{0,14}\d)(?![^,]*(?:以上|不少于|不低于|不得|不超过|达到|力争|左右))/

/** Words that tell of what is done and over. */
const told: readonly RegExp[] = [
  // 实现已发布事项全覆盖: what a deed is done to.
  /(?<!业|的|对|为|占|过|\d[个件项起处条户家份]|将|把|在|于|实现|完成|推动|推进|确保|巩固|盘活|用好)已(?!.{0,6}底?前)/,
  /曾(?!经济)|先后|截至|截止目前|迄今|至今|(?<![比较与在至到于为超])(?:去年|前年|往年)|上年末|近年来|(?<!对[^,]{0,10})以来|此前/,
  /(?:近|过去|以往)(?:[两二三四五六七八九十]|\d{1,2})个?[年月](?!内)/,
  // 审计发现超列支出3笔, 占比仅为12%
  /(?:审计|检查|抽查|巡[察视]|督查|核查|调研|稽核)(?:时|中)?发现(?!的|后|之|(?:问题|线索|隐患|情况)(?!\d))[^,]{0,16}\d(?!.{0,5}[日天时]内)/,
  /仅(?:为|占|有|完成|达|召开|开展)[^,]{0,6}\d/,
  // 3个乡镇未按要求每月召开
  /(?<![对凡将把如若][^,]{0,12})(?:未|没有)(?:能|按|严格|认真|有效|及时|全面|完全)?(?:落实|做到|达到|开展|召开|执行|建立|履行|完成|坚持|规定|要求)(?![^,]{0,12}(?:的(?!要求|规定)|[者时]|之前))/,
  /(?:^|[^公开一])共(?![振建同享治商管用识产创筹赢性通谋])[\u4e00-\u9fff]{0,10}\d/,
  /[\u4e00-\u9fff](?<![为得极除不])了(?=[\u4e00-\u9fff]{0,2}\d)/,
  /[仍尚还]有\d/,
  /被[^,]{0,8}(?:报道|采用|评为|授予|列为)/,
]

/** 上年度联合执法46次 is told; 比上年度下降 and 每年公开上年度情况 are promised. */
const lastYear = /(?<![比较与])上(?:一)?年度?(?!同期|相比|减|下|增|上|压|水平|末|情况|工作|总结|报告|决算)/

/** Words that promise, and so end what was told before them. */
const promises: readonly RegExp[] = [
  /今后|此后|下一步|从现在起|力争|确保|争取|应当|须|不少于|不低于|不得|不超过|至少/,
  /全年(?:再)?(?:新增|完成|实现)/,
  /每(?:年|月|季|周|日|天|半|[两三]|\d|名|个|人)|[逐按][月季周年日]|底前|[日年]前|[日天时]内/,
]

/** Words that promise even beside words of the past. */
const turns = /今后|下一步|此后/

/** What the promise builds on: 在2026年完成56条的基础上. */
const background = /^[在以][^,]{2,50}基础上$/

/**
 * Leaves out what the sentence tells of the past: 已办结37件, 共召开4次, 2025年末该指标为68.3%, 3月份抽检242批次.
 * What one part tells as past holds for the parts behind it until one of them promises.
 */
export const dropHistory: Refiner = (draught) => {
  const isPast = pastParts(draught)
  const goesOn = draught.before.toldPast && !promises.some((pattern) => pattern.test(draught.sentence.text))
  const { text, parts } = draught.sentence
  return omit(
    draught,
    'history',
    (item) =>
      isPast[item.part] === true ||
      (goesOn && !item.isCompared) ||
      /^[^,]{0,20}基础上/.test(text.slice(item.extent.end, parts[item.part]?.end)),
  )
}

/** Whether a sentence ends in the past, so that the next may go on telling: 2025年以来成效明显。开展培训12期。 */
export function tellsPast(draught: Draughted): boolean {
  return pastParts(draught).at(-1) === true
}

/** For every part of the sentence: whether it tells of the past. */
export function pastParts({ sentence, marks, before }: Draughted): boolean[] {
  const dates = marks.filter(isDate)
  const isPast: boolean[] = []
  let carried = false
  for (const [index, part] of sentence.parts.entries()) {
    const text = sentence.text.slice(part.start, part.end)
    const own = dates.filter((date) => partAt(sentence, date.start) === index)
    const isLimited = own.some((date) => date.edge === 'by' && !isOver(sentence.text, date, before.documentYear))
    const isPromise = promises.some((pattern) => pattern.test(text))
    const tells =
      told.some((pattern) => pattern.test(text)) ||
      (before.headDate?.isHeading !== true && sum.test(text)) ||
      (lastYear.test(text) && !isPromise) ||
      own.some((date) => isOver(sentence.text, date, before.documentYear) && !(isPromise && isMonth(date)))
    if (background.test(text)) {
      isPast.push(true)
      continue
    }
    if (tells) carried = !turns.test(text) && !(isLimited && !/已|截至/.test(text))
    else carried &&= !isLimited && !isPromise && !own.some((date) => isAhead(date, before.documentYear))
    isPast.push(carried)
  }
  return isPast
}

/** 2025年获证612人，2026年增长10%以上: the plan's own year ends what is told. */
function isAhead({ edge, year, grain }: DateMark, documentYear: number | null): boolean {
  return edge === 'in' && grain === 'year' && year !== null && documentYear !== null && year >= documentYear
}

/** 4月份开工不少于60台: a month of no year says nothing by itself. */
function isMonth({ grain, year, edge }: DateMark): boolean {
  return grain === 'month' && year === null && edge === 'in'
}

/** Whether a date is one of the past: 截至…, a year before the document's, 3月份. Years that are compared with (比2024年) are none. */
function isOver(text: string, date: DateMark, documentYear: number | null): boolean {
  if (date.edge === 'asOf' || /(?:去年|上年|前年|往年)$/.test(text.slice(0, date.start))) return true
  // 对2024年以来的项目逐一重新评价: which ones
  if (text.startsWith('以来', date.end) && text.charAt(date.start - 1) === '对') return false
  if (/[比较与以]$/.test(text.slice(0, date.start)) || text.slice(date.start, date.end).endsWith('前')) return false
  // 1-6月完成98亿元，同比增长11.3%
  const words = text.slice(date.words.start, date.end)
  if (/^\d{1,2}月?[-~至到]\d{1,2}月份?$/.test(words) && /完成[^,]*,同比(?:增长|下降)[\d.]+%(?!以上)/.test(text.slice(date.end))) return true
  if (date.year !== null) return documentYear !== null && date.year < documentYear
  return date.grain === 'month' && date.edge === 'in' && text.slice(date.start, date.end).endsWith('月份')
}
