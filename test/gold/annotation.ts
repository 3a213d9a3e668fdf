/**
 * The gold of a corpus plan is written by hand as an outline (`gold.txt`) beside the plan: one line a clause, one line a
 * commitment, in the order of the document, indented by two spaces a level. Offsets are worked out, never typed.
 *
 *   part 一、|整改目标
 *     measure 1.|集中清理积案 ; lead=沈某、立案庭 support=办公室
 *       - 每月调度不少于[2]次 ; count month >= 2 次
 *       - 2026年6月底前 ; deadline due=2026-06-30
 *
 * Clause:     KIND MARKER|TITLE [; lead=A、B support=C alt=finding optional]   lead and support hold for everything below
 * Commitment: - QUOTE ; KIND [PERIOD[*N] COMPARATOR VALUE[..UPPER] UNIT] [SCOPE] [due=DAY] [by=TEXT] [base=TEXT] [implied optional alt=KIND palt=PERIOD]
 * The part of a quote in brackets is the anchor: the number, or the period word of an implied item; without brackets the whole quote.
 */
import type { Scope } from '#core/draft/reading.ts'
import { comparators, scopes } from '#core/draft/reading.ts'

export interface GoldCommitment {
  readonly ref: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value_start: number
  readonly value_end: number
  readonly value_text: string
  readonly kind: string
  readonly period: string
  readonly periodCount: number
  readonly comparator: string
  readonly value: number | null
  readonly upper: number | null
  readonly unit: string | null
  readonly scope: string
  readonly deadline: string | null
  readonly deadlineText: string | null
  readonly base: string | null
  readonly implied: boolean
  readonly optional: boolean
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly clause: string | null
  readonly kindAlt?: readonly string[]
  readonly periodAlt?: readonly string[]
}

interface GoldClause {
  readonly id: string
  readonly kind: string
  readonly marker: string
  readonly title: string
  readonly start: number
  readonly end: number
  readonly parent: string | null
  readonly optional: boolean
  readonly kindAlt?: readonly string[]
}

export interface Gold {
  readonly doc: string
  readonly file: string
  readonly encoding: string
  readonly length: number
  readonly commitments: readonly GoldCommitment[]
  readonly clauses: readonly GoldClause[]
  readonly traps: readonly { readonly start: number; readonly end: number; readonly category: string }[]
}

interface Level {
  readonly indent: number
  readonly id: string
  readonly start: number
  readonly lead: readonly string[]
  readonly support: readonly string[]
}

const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  measure: ['task', 'item'],
  task: ['measure', 'item'],
  item: ['measure', 'task'],
  safeguard: ['measure', 'task', 'item'],
}

/** Numbers and period words: where they stand outside every gold commitment, a reading of them is a trap. */
const TRAP =
  /[0-9０-９]+(?:[.．][0-9０-９]+)?[%％‰]?|百分之[一二三四五六七八九十]+|[一二两三四五六七八九十]+(?=[个次名项件天日人年月户篇场期轮批])|每[年月周日季]|逐[年月季]/gu

/** Reads the annotation of `text`. Throws with the line when a quote is not found: the annotation is then wrong. */
export function readAnnotation(doc: string, file: string, encoding: string, text: string, annotation: string): Gold {
  const clauses: GoldClause[] = []
  const commitments: GoldCommitment[] = []
  const indents: number[] = []
  let levels: Level[] = []
  let cursor = 0
  for (const line of annotation.split('\n').filter((candidate) => candidate.trim() !== '' && !candidate.startsWith('#'))) {
    const indent = line.length - line.trimStart().length
    levels = levels.filter((level) => level.indent < indent)
    const parent = levels.at(-1) ?? null
    const [head = '', tail = ''] = line.trim().split(' ; ')
    if (head.startsWith('- ')) {
      const commitment = readCommitment(doc, text, head.slice(2), tail, cursor, parent, commitments.length + 1)
      commitments.push(commitment)
      cursor = commitment.value_end
    } else {
      const clause = readClause(doc, text, head, tail, cursor, parent, clauses.length + 1)
      const { lead, support } = namesOf(tail, parent)
      clauses.push(clause)
      indents.push(indent)
      levels.push({ indent, id: clause.id, start: clause.start, lead, support })
      cursor = clause.kind === 'row' ? clause.start : clause.start + Math.max(1, clause.marker.length)
    }
  }
  const closed = clauses.map((clause, index) => ({ ...clause, end: endOf(text, clauses, indents, index) }))
  return { doc, file, encoding, length: text.length, commitments, clauses: closed, traps: trapsOf(text, commitments) }
}

function readClause(doc: string, text: string, head: string, tail: string, from: number, parent: Level | null, number: number): GoldClause {
  const [kind = '', ...rest] = head.split(' ')
  const [marker = '', title = ''] = rest.join(' ').split('|')
  const isRow = kind === 'row'
  const found = find(text, isRow ? title : marker + title, from, head)
  const start = isRow ? text.lastIndexOf('\n', found) + 1 : found
  const alt = [...(STANDS_IN[kind] ?? []), ...option(tail, 'alt')]
  return {
    id: `${doc}-c${String(number).padStart(3, '0')}`,
    kind,
    marker,
    title,
    start,
    end: start,
    parent: parent?.id ?? null,
    optional: flag(tail, 'optional'),
    ...(alt.length > 0 ? { kindAlt: alt } : {}),
  }
}

function readCommitment(
  doc: string,
  text: string,
  quoted: string,
  tail: string,
  from: number,
  parent: Level | null,
  number: number,
): GoldCommitment {
  const quote = quoted.replace(/[[\]]/gu, '')
  const start = find(text, quote, from, quoted)
  const open = quoted.indexOf('[')
  const anchor = open < 0 ? quote : quoted.slice(open + 1, quoted.indexOf(']'))
  const at = start + Math.max(0, open)
  const words = tail.split(' ').filter((word) => !word.includes('=') || /^[<>=]|crease/u.test(word))
  const [kind = '', period = 'once', comparator = '<=', amount = '', unit = ''] = (comparators as readonly string[]).includes(
    words[2] ?? '',
  )
    ? words
    : [words[0]]
  const [each = '', every = '1'] = period.split('*')
  const [value = '', upper = ''] = amount.split('..')
  const due = option(tail, 'due')[0] ?? null
  const isLimit = kind === 'deadline'
  const alt = [...(isLimit && value !== '' ? ['duration'] : []), ...option(tail, 'alt')]
  const blurs =
    (each === 'once' || each === 'none') &&
    (kind === 'count' || kind === 'coverage' || value !== '') &&
    (due !== null || !/ratio|trend|duration/u.test(kind))
  const periodAlt = [...(blurs ? ['once', 'none'] : []), ...option(tail, 'palt')]
  const { lead, support } = namesOf(tail, parent)
  return {
    ref: `${doc}-${String(number).padStart(2, '0')}`,
    start,
    end: start + quote.length,
    text: quote,
    value_start: at,
    value_end: at + anchor.length,
    value_text: anchor,
    kind,
    period: each,
    periodCount: Number(every),
    comparator,
    value: value === '' ? null : Number(value),
    upper: upper === '' ? null : Number(upper),
    unit: unit === '' || unit === '-' ? null : unit,
    scope: words.find((word): word is Scope => (scopes as readonly string[]).includes(word)) ?? 'org',
    deadline: due,
    deadlineText: option(tail, 'by')[0] ?? (isLimit ? quote : null),
    base: option(tail, 'base')[0] ?? null,
    implied: flag(tail, 'implied'),
    optional: flag(tail, 'optional'),
    lead,
    support,
    clause: parent?.id ?? null,
    ...(alt.length > 0 ? { kindAlt: alt } : {}),
    ...(periodAlt.length > 0 ? { periodAlt } : {}),
  }
}

function find(text: string, words: string, from: number, line: string): number {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`not found after ${from} (…${text.slice(Math.max(0, from - 12), from)}): ${line}`)
  return at
}

function option(tail: string, name: string): readonly string[] {
  const given = tail.split(' ').find((word) => word.startsWith(`${name}=`))
  return given === undefined ? [] : given.slice(name.length + 1).split('、')
}

function flag(tail: string, name: string): boolean {
  return tail.split(' ').includes(name)
}

function namesOf(tail: string, parent: Level | null): { lead: readonly string[]; support: readonly string[] } {
  const lead = option(tail, 'lead')
  const support = option(tail, 'support')
  if (lead.length + support.length > 0) return { lead, support }
  return { lead: parent?.lead ?? [], support: parent?.support ?? [] }
}

/** A clause ends before the next one that is not below it; a row or a responsibility with its line. */
function endOf(text: string, clauses: readonly GoldClause[], indents: readonly number[], index: number): number {
  const clause = clauses[index]
  const indent = indents[index]
  if (clause === undefined || indent === undefined) return text.length
  const lineEnd = text.indexOf('\n', clause.start)
  if (clause.kind === 'row' || clause.kind === 'responsibility') return trimmed(text, lineEnd < 0 ? text.length : lineEnd)
  const next = clauses.findIndex((_, other) => other > index && (indents[other] ?? 0) <= indent)
  return trimmed(text, clauses[next]?.start ?? text.length)
}

function trimmed(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length
}

function trapsOf(text: string, commitments: readonly GoldCommitment[]): Gold['traps'] {
  return [...text.matchAll(TRAP)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      category: /\d|[０-９]/u.test(match[0]) ? 'number' : 'word',
    }))
    .filter((token) => !commitments.some((commitment) => token.start < commitment.end && commitment.start < token.end))
}
