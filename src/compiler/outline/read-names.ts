import type { Span } from '#core/text/span.ts'
import { isPost } from './posts.ts'
import { matchesOf } from '#compiler/source/matches.ts'

/** A name as written, without blanks and 等. `isSupporting`: it carries （配合） itself. */
export interface Name {
  readonly name: string
  readonly span: Span
  readonly isSupporting: boolean
  /** It carries （牵头） itself. */
  readonly isLeading: boolean
}

const OFFICE = '[局部委办院会署厅科处室庭组队所站所镇乡村区县市司公团社校系中心支行库]'
const manner =
  '(?:按照?|根据|依据?|结合)?(?:各自|本部门|本单位|自身)?职[责能](?:任务)?(?:分工)?|按(?:任务|责任)?分工|分别|各自|共同|联合|具体|统筹|总体?|主要|协同|密切|积极|抓好|做好'
/** 按职责分工, 分别 and the like in front of the verb. */
export const MANNER = `(?:${manner})*`

const trailing = new RegExp(`(?:等(?:相关|有关)?(?:单位|部门)?|${manner})+$`)
// 和 and 与 part two offices, but stand inside names too: 文化和旅游部.
const separator = new RegExp(
  `[、,;/\\u2028\\n\\t|]|(?<=${OFFICE})(?:以及|[和与](?=[\\p{L}\\d]{2,}${OFFICE}))|及(?=各|其他|其它|有关|相关|所属|下属|国务院|省|市|县|区|基层)|以及`,
  'gu',
)
const etcetera = /等(?=国务院|相关|有关|各|其他|部门|单位|成员)/g

/** The names in a stretch of folded text: parted by 、 and the like, by 等 before a group, by 及 before another. Nobody: `/`, 无, —. */
export function readNames(folded: string, from: number, to: number): Name[] {
  const names: Name[] = []
  let start = from
  const piece = folded.slice(from, to)
  const cuts = [...matchesOf(separator, piece), ...matchesOf(etcetera, piece)].toSorted((a, b) => a.index - b.index)
  let depth = 0
  let scanned = 0
  for (const cut of [...cuts, null]) {
    const at = cut === null ? piece.length : cut.index
    for (; scanned < at; scanned++) depth += piece.charAt(scanned) === '(' ? 1 : piece.charAt(scanned) === ')' ? -1 : 0
    if (cut !== null && (depth > 0 || goesOnToName(piece, start - from, at))) continue
    names.push(...nameIn(folded, start, from + at))
    start = from + at + (cut?.[0].length ?? 0)
  }
  const all = start < to ? [...names, ...nameIn(folded, start, to)] : names
  // 甲部（牵头）、乙部: who is not marked as leading supports
  return all.some(({ isLeading }) => isLeading) ? all.map((name) => (name.isLeading ? name : { ...name, isSupporting: true })) : all
}

/** 党组成员、副局长 张三: two posts of one person. */
function goesOnToName(piece: string, from: number, at: number): boolean {
  if (piece.charAt(at) !== '、' || !isPost(piece.slice(from, at).trim())) return false
  const next = /^([^、,;\s]+) +[\p{Script=Han}·]{2,4}(?=[\s、,;]|$)/u.exec(piece.slice(at + 1))?.[1]
  return next !== undefined && isPost(next)
}

/** ▲甲部、乙部: the one that is marked leads. */
const signed = /^\s*[▲★☆●◆*△]+/

function nameIn(folded: string, from: number, to: number): Name[] {
  const raw = folded.slice(from, to)
  const isSupporting = /\((?:配合|协助|协办|参与)[^)]*\)\s*$/.test(raw)
  const bare = raw
    .replace(/\((?:牵头|主责|主办|主要|配合|协助|协办|参与|负责)[^)]*\)\s*$/, '')
    .trimEnd()
    .replace(/[。.:]+$/, '')
    .replace(trailing, '')
    .trimEnd()
  const lead = signed.exec(bare)?.[0].length ?? bare.length - bare.trimStart().length
  // A person's name is often spread: 张 三.
  const parts = bare.slice(lead).split(/\s+/)
  if (parts.length > 1 && parts.some((part) => part.length > 1)) return spreadNames(folded, from + lead, from + bare.length)
  const name = parts.join('')
  if (!/[\p{L}\p{N}]/u.test(name) || /^(?:无|暂无|没有)$/.test(name)) return []
  const isLeading = /\((?:牵头|主责|主办)(?:单位|部门)?\)\s*$/.test(raw) || signed.test(raw)
  return [{ name, span: { start: from + lead, end: from + bare.length }, isSupporting, isLeading }]
}

/** Names parted by blanks only: 张三 李四; pieces of one character belong together. */
function spreadNames(folded: string, from: number, to: number): Name[] {
  const words = matchesOf(/\S+/g, folded.slice(from, to)).map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }))
  const spans: Span[] = []
  for (const word of words) {
    const last = spans.at(-1)
    const isShort = word.end - word.start === 1
    if (isShort && last !== undefined && folded.slice(last.start, last.end).replaceAll(/\s/g, '').length === 1)
      spans[spans.length - 1] = { start: last.start, end: word.end }
    else spans.push(word)
  }
  return withoutPosts(folded, spans).flatMap(({ start, end }) => {
    const name = folded.slice(start, end).replaceAll(/\s/g, '').replace(trailing, '')
    return /[\p{L}\p{N}]/u.test(name) ? [{ name, span: { start, end }, isSupporting: false, isLeading: false }] : []
  })
}

const person = /^[\p{Script=Han}·]{2,4}$/u

/** 副校长 江予安, 江予安 副校长: the post is not a second name. */
function withoutPosts(folded: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const words = spans.map(({ start, end }) => folded.slice(start, end))
  const isPerson = (at: number): boolean => person.test(words[at] ?? '') && !isPost(words[at] ?? '')
  return spans.filter((_, at) => !isPost(words[at] ?? '') || !(isPerson(at + 1) || isPerson(at - 1)))
}
