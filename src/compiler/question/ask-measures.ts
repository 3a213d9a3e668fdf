import { addDays, dayOf, lastDayOfMonth, type Day } from '#core/day/day.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import { ask, type Asked, type Asker } from './asking.ts'

const occasions = /^[次场期轮]$/
const both = /[\u4e00-\u9fff]{2,}(?:和|及|暨|与)[\u4e00-\u9fff]{2,}/
const event = /(?:会|会议|活动|教学|党日|培训|检查|督察|巡查|演练|讲座|竞赛|研讨|调研|评查|学习)/

/** One event for both or one of each: 1次集体现场教学和主题党日活动. */
export const askBoth: Asker = ({ commitments }) =>
  commitments
    .filter(({ reading }) => reading.kind === 'count' && occasions.test(reading.unit?.value ?? '') && isBoth(reading.object?.value ?? ''))
    .map((commitment) => ask('one-or-both', [commitment], commitment.span, ['one', 'both']))

function isBoth(object: string): boolean {
  const match = both.exec(object)
  if (match === null) return false
  const [left = '', right = ''] = object.split(/和|及|暨|与/)
  return event.test(left) && event.test(right)
}

/** Over whom or what coverage and accumulated shares are counted; 2次覆盖全院干警的培训 as well. A base that is written needs no question. */
export const askPopulation: Asker = ({ commitments }) =>
  commitments
    .filter(({ reading }) => {
      if (reading.base !== null) return false
      if (reading.kind === 'coverage') return reading.value?.value === '100'
      if (reading.kind === 'ratio') return isAccumulated(reading) && !/占比|比例|比重/.test(reading.object?.value ?? '')
      return reading.kind === 'count' && /覆盖|全员|全体/.test(reading.object?.value ?? '')
    })
    .map((commitment) => ask('population', [commitment], commitment.span, populationsOf(commitment)))

/** 覆盖全院干警的培训 → 全院干警; 信访积案化解率 → 信访积案总数. */
function populationsOf({ reading }: DraftCommitment): string[] {
  const object = reading.object?.value ?? ''
  const covered = /覆盖([^,的]{2,16})的/.exec(object)?.[1]
  if (covered !== undefined) return [covered]
  const whole = /^(.{2,16}?)(?:按时|按期|及时|有效)?(?:化解|办结|完成|整改|覆盖|签约|处置|合格|检查|培训|到位|调解|结案)?率$/.exec(
    object,
  )?.[1]
  if (whole !== undefined) return [`${whole}总数`]
  return /党员|党课|党日/.test(object)
    ? ['全体党员', '在册党员']
    : /谈话|谈心|培训|轮训|学习|教育|体检|干警|人员|全员/.test(object)
      ? ['全体干警', '在编干警', '全体党员']
      : ['应纳入的全部对象', '上年末在册数']
}

function isAccumulated({ period }: DraftCommitment['reading']): boolean {
  return period.value.unit !== 'none' && period.value.unit !== 'once'
}

/** Against what changes are measured, where no sentence says (较2025年, 同比): one question for all. */
export const askBase: Asker = ({ commitments, documentYear }) => {
  const open = commitments.filter(({ reading }) => reading.kind === 'trend' && reading.base === null)
  if (open.length === 0) return []
  return [ask('base-period', open, open[0]?.span ?? null, documentYear === null ? ['上年同期'] : [`${documentYear - 1}年`, '上年同期'])]
}

/** How far from 左右 is still met: a twentieth, a tenth of the value. */
export const askTolerance: Asker = ({ commitments }) =>
  commitments
    .filter(({ reading }) => reading.comparator?.value === '~')
    .map((commitment) => {
      const { value, unit } = commitment.reading
      const wide = Number(value?.value ?? 0)
      const shares = unit?.value === '%' ? [1, 2] : [wide / 20, wide / 10].map((share) => Math.max(1, Math.round(share)))
      return ask(
        'tolerance',
        [commitment],
        commitment.span,
        [...new Set(shares)].map((share) => `${share} ${unit?.value ?? ''}`.trim()),
      )
    })

/** The year of a limit that had passed on the document's day: most likely the next. */
export const askYears: Asker = ({ commitments }) =>
  commitments.flatMap((commitment) => {
    const day = commitment.reading.deadline?.value
    if (!commitment.yearIsGuessed || day === undefined) return []
    return [ask('year-of-date', [commitment], commitment.span, [nextYear(day), day])]
  })

function nextYear(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(year + 1, month, date) ?? addDays(day, 365)
}

/** When the promises without a number and without a limit are due: one question for all of them. Standing and immediate ones have their own rule. */
export const askDue: Asker = ({ commitments, documentDay, documentYear, statedPeriod }: Asked) => {
  const undated = commitments.filter(
    ({ reading }) =>
      reading.kind === 'achieved' && reading.deadline === null && (reading.nature === null || reading.nature.value === 'staged'),
  )
  if (undated.length === 0) return []
  const from = statedPeriod?.from ?? documentDay ?? (documentYear === null ? null : dayOf(documentYear, 1, 1))
  const days = from === null ? [] : [...(statedPeriod === null ? [] : [statedPeriod.to]), ...quarterEnds(from)]
  return [ask('due-on', undated, null, [...new Set(days)], { count: String(undated.length) })]
}

/** The end of the year, then the next two ends of quarters; all leave a month to work in. */
function quarterEnds(from: Day): Day[] {
  const year = Number(from.slice(0, 4))
  const ends = [year, year + 1].flatMap((each) => [3, 6, 9, 12].flatMap((month) => lastDayOfMonth(each, month) ?? []))
  const later = ends.filter((day) => day > addDays(from, 30))
  return [...later.filter((day) => day.endsWith('-12-31')).slice(0, 1), ...later.slice(0, 2)]
}
