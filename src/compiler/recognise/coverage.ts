import type { CoverageMark, Recogniser } from './mark.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const whole = /(?:100%|百分之百)?全(?:员)?覆盖|(?:100%|百分之百)覆盖|全员轮训一遍/g
const none =
  /(?:全部|逐项|动态|见底|基本)?(?:清零|归零)|零(?:发生|事故|违纪|违法|违规|差错|逾期|积压|上访|投诉|伤亡|遗漏|案件|发案|超期|死亡|拖欠|新增)/g

/** Closed words: 全覆盖 → 100 %, 清零 and 零发生 → 0 件. Slogans (零容忍, 零报告, 零距离) are none. */
export const findCoverage: Recogniser = (text) => [
  ...matchesOf(whole, text).map((match) => mark(match, '100', '%')),
  ...matchesOf(none, text).map((match) => mark(match, '0', '件')),
]

function mark(match: RegExpExecArray, value: CoverageMark['value'], unit: CoverageMark['unit']): CoverageMark {
  return { type: 'coverage', start: match.index, end: match.index + match[0].length, value, unit }
}
