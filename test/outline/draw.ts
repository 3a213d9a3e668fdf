import { readOutline } from '#compiler/outline/read-outline.ts'
import type { Outline } from '#compiler/outline/outline.ts'
import type { Block, SourceDocument } from '#core/document/document.ts'

/** A plain text as its reader gives it: one block for each line that holds something. A line that begins with # is a heading of that level. */
function plainDocument(text: string): SourceDocument {
  const blocks = [...text.matchAll(/[^\r\n]+/g)].flatMap((line): Block[] => {
    if (!/\S/.test(line[0])) return []
    const marks = /^#+ /.exec(line[0])?.[0].length ?? 0
    const span = { start: line.index + marks, end: line.index + line[0].length }
    return [marks === 0 ? { kind: 'paragraph', span } : { kind: 'heading', span, level: marks - 1 }]
  })
  return { text, blocks, revisions: [] }
}

/** The clauses of a text, a line each, indented below the one above: `measure 1.|加强学习`. Paragraphs outside all clauses are left out. */
export function drawClauses(text: string): string[] {
  const { clauses } = readOutline(plainDocument(text))
  const depths = new Map<string, number>()
  for (const { id, parent } of clauses) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1)
  return clauses
    .filter(({ kind }) => kind !== 'paragraph')
    .map(({ id, kind, marker, title }) => `${'  '.repeat(depths.get(id) ?? 0)}${kind} ${marker}|${title.replaceAll('\t', ' ')}`)
}

/** The passages of a text, a line each: `action 每月检查1次`, with the heading of their column: `action[措施] …`. */
export function drawPassages(text: string): string[] {
  return readOutline(plainDocument(text)).passages.map(
    ({ role, column, span }) => `${role}${column === null ? '' : `[${column}]`} ${text.slice(span.start, span.end)}`,
  )
}

/** Who answers for the clauses of a text, by marker and title; clauses nobody answers for are left out. */
export function drawAnswers(text: string): Record<string, string> {
  const { clauses, responsibilities } = readOutline(plainDocument(text))
  const held = clauses
    .filter(({ kind }) => kind !== 'responsibility' && kind !== 'paragraph')
    .flatMap(({ id, marker, title }) => {
      const said = sayAnswers(responsibilities.get(id))
      return said === '' ? [] : [[marker || title.slice(0, 4), said] as const]
    })
  return Object.fromEntries(held)
}

/** `领导 甲 牵头 乙 配合 丙 责任人 丁 staged 2026-06-30`, without what is empty. */
function sayAnswers(answers: ReturnType<Outline['responsibilities']['get']>): string {
  if (answers === undefined) return ''
  const { leaders, leadOrgs, supportingOrgs, owners, nature, dueOn } = answers
  const lists = Object.entries({ 领导: leaders, 牵头: leadOrgs, 配合: supportingOrgs, 责任人: owners })
  const named = lists.flatMap(([word, list]) => (list.length === 0 ? [] : [`${word} ${list.map(({ value }) => value).join('、')}`]))
  return [...named, nature?.value ?? '', dueOn?.value ?? ''].filter((word) => word !== '').join(' ')
}
