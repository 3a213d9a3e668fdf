import type { Scope } from '#core/draft/reading.ts'
import type { Found } from '../item.ts'
import { bodies } from './bodies.ts'
import { leaders } from './leaders.ts'
import { occasions } from './occasions.ts'
import { people } from './people.ts'
import type { Row } from './row.ts'
import { units } from './units.ts'
import { matchesOf } from '#compiler/source/matches.ts'

/** Who a sentence may speak of. The last word before the number counts; of two that end together the longer. */
const subjects: readonly Row[] = [...people, ...units, ...leaders, ...bodies]

/** Words that make a person the one to whom something is done: 听取班子成员…汇报, 与院长谈话. */
const isObject =
  /(?:不少于|不低于|不超过|不高于|占|听取|组织(?:各级|全体|广大|机关|基层)+[\u4e00-\u9fff]{0,2}|将|(?:会同|联合)各?|约谈|走访|慰问|看望|督促|提醒|轮岗|交流|选派|选拔|选调|培训|轮训|招聘|招录|引进|配备|配齐|提拔|调整|推荐|表彰|培养|[与同向对为给被由]|(?<!应)对[\u4e00-\u9fff]{0,6})(?:[\u4e00-\u9fff]{1,8}、)*$/

/** The one a number holds for, said in its own part before it. */
export function occasionIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(occasions, text, from, to, false)
}

/** The one the sentence speaks of, up to a place. */
export function subjectIn(text: string, from: number, to: number): Found<Scope> | null {
  return lastOf(subjects, text, from, to, true)
}

function lastOf(rows: readonly Row[], text: string, from: number, to: number, mustAct: boolean): Found<Scope> | null {
  if (to <= from) return null
  // What follows the place decides whether a word before it is a subject: 老年人｜按周.
  const slice = text.slice(from, to + 6)
  let best: { start: number; end: number; value: Scope } | null = null
  for (const [pattern, value, without] of rows) {
    if (without !== undefined && !slice.includes(without)) continue
    for (const match of matchesOf(pattern, slice)) {
      const [start, end] = [from + match.index, from + match.index + match[0].length]
      if (end > to || (mustAct && isObject.test(slice.slice(Math.max(0, match.index - 24), match.index)))) continue
      if (best === null || end > best.end || (end === best.end && start < best.start))
        best = { start, end, value: typeof value === 'string' ? value : value(match[0]) }
    }
  }
  return best === null ? null : { value: best.value, words: { start: best.start, end: best.end } }
}
