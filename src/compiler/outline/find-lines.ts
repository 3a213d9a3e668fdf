import { findLabels } from './find-labels.ts'
import { findMarkers } from './find-markers.ts'
import { findNotes } from './find-notes.ts'
import type { Line } from './grow-tree.ts'
import { readRows } from './read-rows.ts'
import type { Token } from './token.ts'
import { topicOf } from './topic.ts'
import { withoutLooseBlanks } from '#compiler/source/loose-blanks.ts'
import type { Unit } from './unit.ts'

/** The lines of a document with the numbers, labels and notes in each, in text order; nothing is looked for inside a note. */
export function findLines(units: readonly Unit[], folded: string, text: string): Line[] {
  const rows = readRows(units, folded, text)
  const found = findTokens(folded)
  // Of two that begin together the longer one is meant.
  const tokens = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  return units.map((unit, index): Line => {
    const row = unit.kind === 'row' ? (rows.get(unit) ?? null) : null
    const { start, end } = row?.kind === 'across' ? row.span : unit.span
    const inside: Token[] = []
    while (next < tokens.length && (tokens[next]?.start ?? 0) < start) next++
    for (let last = start; next < tokens.length; next++) {
      const token = tokens[next]
      if (token === undefined || token.start >= end) break
      if (token.start < last || token.end > end) continue
      const isGlued = inside.length > 0 && folded.slice(last, token.start).trim() === ''
      token.before = isGlued ? ':' : lastVisible(folded, start, token.start)
      inside.push(token)
      last = token.end
    }
    const isText = unit.kind === 'text' || row?.kind === 'across'
    return { unit, row, tokens: !isText ? [] : inside.length > 0 ? inside : bareLabel(unit, units[index + 1], folded) }
  })
}

/** Everything at which a clause may begin; blanks around punctuation (一 、, ( 一 ), 牵头 ：) are left aside. */
function findTokens(folded: string): Token[] {
  const { text, offsets } = withoutLooseBlanks(folded)
  const tokens: Token[] = [...findNotes(text), ...findMarkers(text), ...findLabels(text)]
  if (offsets === null) return tokens
  return tokens.map((token) => ({ ...token, start: offsets[token.start] ?? 0, end: (offsets[token.end - 1] ?? 0) + 1 }))
}

/** The last visible character before a place in its line; a blank where the place is parted from a word by nothing else. */
function lastVisible(folded: string, from: number, at: number): string {
  for (let index = at - 1; index >= from; index--) {
    const character = folded.charAt(index)
    if (character.trim() !== '' && character !== '*') return index < at - 1 && /[\p{L}\p{N}]/u.test(character) ? ' ' : character
  }
  return ''
}

/** A line that is nothing but a label without its colon: 整改措施; 责任单位 above the line that names it. */
function bareLabel({ span, kind, ...unit }: Unit, next: Unit | undefined, folded: string): Token[] {
  if (kind !== 'text' || ('level' in unit && unit.level !== null && unit.level < 3) || span.end - span.start > 20) return []
  const words = folded.slice(span.start, span.end)
  const topic = topicOf(words.replaceAll(/\s/g, ''))
  const isGroup = topic === 'finding' || topic === 'measure' || topic === 'cause' || topic === 'progress'
  if (topic === null || !(isGroup || (asksForName.test(words.trim()) && isName(next, folded)))) return []
  const start = span.start + words.length - words.trimStart().length
  return [{ kind: 'label', topic, start, end: span.start + words.trimEnd().length, before: '', nextAtLine: null }]
}

const asksForName = /(?:领导|单位|部门|科室|处室|责任人|负责人|时限|期限|时间)$/

/** A short line that is no label, heading or sentence itself. */
function isName(unit: Unit | undefined, folded: string): boolean {
  if (unit?.kind !== 'text' || unit.level !== null || unit.span.end - unit.span.start > 30) return false
  const words = folded.slice(unit.span.start, unit.span.end).replaceAll(/\s/g, '')
  return !/[。;:]|^(?:[一二三四五六七八九十\d]{1,3}[、.]|\()/.test(words) && topicOf(words) === null
}
