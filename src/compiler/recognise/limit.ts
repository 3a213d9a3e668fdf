import { NUMERAL, readNumeral } from '#compiler/lexicon/numeral.ts'
import { TIME_UNIT, unitName } from '#compiler/lexicon/unit.ts'
import type { LimitMark, Recogniser } from './mark.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const EVENT = String.raw`(?:(?:自|从|在|于)?[^,;:。、()\d]{1,14}?(?:之日起?|之时起?|次日起|日起|起|之?后|发现[^,;:。、()\d]{0,6}))?(?:的)?`
const limit = new RegExp(`(?<event>${EVENT})(?<number>${NUMERAL}|半)(?<unit>${TIME_UNIT})(?:之内|以内|内)`, 'g')
const found = new RegExp(`(?<event>发现[^,;:。、()\\d]{1,8})(?<number>${NUMERAL})(?<unit>${TIME_UNIT})(?:之内|以内|内)`, 'g')

/** Words right before the number that make it a quantity of time to be kept under, not a limit: 压缩至3天以内. */
const level =
  /(?:控制|压缩|压减|缩短|缩减|减少|减|降低?|缩|压|延|升|稳定|保持|维持|调整|提速|提升|限定|限制|不得?超过?|不高于|不多于|小于|低于|时间|时限|期限|时长|周期|为|是|均)(?:在|至|到|为|于)?$/
/** 控制在50天、40天以内: the second of two. */
const second = new RegExp(`${NUMERAL}${TIME_UNIT}[、和与]$`)
/** Not a limit: 近三年内, 连续3个月内, 每5年内. */
const window = /(?:近|连续|过去|前|最近|累计|每|同)$/

/** Relative limits: 24小时内, 自收到之日起十五个工作日内, 三年内. */
export const findLimits: Recogniser = (text) => {
  const marks: LimitMark[] = []
  for (const pattern of [found, limit])
    for (const match of matchesOf(pattern, text)) {
      const { event = '', number = '', unit = '' } = match.groups ?? {}
      const numberStart = match.index + event.length
      const value = number === '半' ? '0.5' : readNumeral(number)
      const lead = text
        .slice(Math.max(0, numberStart - 20), numberStart)
        .replace(second, '')
        .slice(-6)
      if (value === null || level.test(lead) || window.test(lead)) continue
      const start = match.index + leadOf(event)
      marks.push({
        type: 'limit',
        start,
        end: match.index + match[0].length,
        value,
        unit: unitName(unit),
        number: { start: numberStart, end: numberStart + number.length },
      })
    }
  return marks
}

/** How much of the text before the event is not part of it: 办结时限为自受理之日起 → from 自 on. */
function leadOf(event: string): number {
  const from = event.search(/[自从](?!觉|主|动|查|身|行|评|筹)/)
  return from > 0 ? from : 0
}
