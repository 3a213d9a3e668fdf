import type { Span } from '#core/text/span.ts'
import { isBareList, isOffice, isWording } from './office.ts'
import { readAnswer } from './read-answer.ts'
import type { NoteToken } from './token.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const longest = 400
const speaksOfDuty = /负责|领导[:、及]|牵头|配合|责任|主责|主办|承办|参与|协办|协助|落实|单位:|部门:|时限|期限/
const hasLabel = /[(【[;,。]\p{Script=Han}[\p{Script=Han} ]{1,11}(?:\(.{1,6}\))?:/u
const endsWithDuty = /(?:负责|牵头|配合|参与|参加|协助|协办|协同|承办|主办|主责|支持|落实|实施)[^。;,、]{0,6}(?:。.{0,30})?[。;]?\)$/
const endsWithLimit =
  /(?:负责|牵头|配合|参与|协办|协助)[^;,]{0,6}[,;](?:[^;,]{0,24}(?:前|底|完成|推进|坚持|到位|立改)|[^;,]{0,6}(?:\d{1,2}月|年底|季度|上半年)[^;,]{0,10})[。;]?\)$/

/** All parentheses that say who answers and nothing else: （A牵头，B、C负责）, （责任单位：A；配合单位：B）. */
export function findNotes(folded: string): NoteToken[] {
  return [...parentheses(folded), ...lenticular(folded)].flatMap(({ start, end }) => {
    const inside = folded.slice(start, end)
    return (speaksOfDuty.test(inside) && isNote(folded, start, end, inside)) || isBareNames(folded, start, end)
      ? [{ kind: 'note', start, end, before: '', nextAtLine: null }]
      : []
  })
}

function isNote(folded: string, start: number, end: number, inside: string): boolean {
  const isLabelled = hasLabel.test(inside)
  if (!isLabelled && !endsWithDuty.test(inside) && !endsWithLimit.test(inside)) return false
  const { parties, limits } = readAnswer(folded, { start: start + 1, end: end - 1 }, null, false)
  const named = parties.filter(({ name }) => name.length <= 24 && !isWording(name))
  return (parties.length > 0 && named.length === parties.length) || (isLabelled && parties.length === 0 && limits.length > 0)
}

const numbered = /(?:^|\n)\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.]|[①-⑳])[^。;\n]{2,60}$/

/** 。（办公室、研究室） at the end of a paragraph, or of a numbered heading: who answers, without a word that says so. */
function isBareNames(folded: string, start: number, end: number): boolean {
  if (!/^\s*(?:\n|$)/.test(folded.slice(end, end + 40))) return false
  const inside = folded.slice(start + 1, end - 1)
  if (/[。;]/.test(folded.charAt(start - 1))) return isBareList(inside) || partsOf(inside).every((name) => isOffice(name))
  return isBareList(inside) && numbered.test(folded.slice(Math.max(0, start - 80), start))
}

/** The names between 、, brackets within them left out: 各县(市、区)政府. */
function partsOf(names: string): string[] {
  return names.replaceAll(/\([^()]*\)/g, '').split(/[、,]/)
}

/** 【主责：甲部；协同：乙部】; at the end of a line also 【甲部 3月底前】. */
function lenticular(folded: string): Span[] {
  return matchesOf(/[【[][^【】[\]\n:]{2,10}:[^【】[\]\n]{1,200}[】\]]|[【[][^【】[\]\n:]{2,60}[】\]](?=[。;\s]*(?:\n|$))/g, folded).map(
    ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }),
  )
}

/** Outermost pairs of round brackets within a line, none longer than a note can be. */
function parentheses(folded: string): Span[] {
  const spans: Span[] = []
  const open: number[] = []
  for (const { index, 0: mark } of matchesOf(/[()\n]/g, folded)) {
    if (mark === '\n') open.length = 0
    else if (mark === '(') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined || index - start > longest) continue
      while (spans.length > 0 && (spans.at(-1)?.start ?? 0) > start) spans.pop()
      spans.push({ start, end: index + 1 })
    }
  }
  return spans
}
