import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, SourceDocument } from '#core/document/document.ts'
import { readOutline } from './read-outline.ts'

const numbers = '一、|二、|（一）|（二）|(一)|1.|2.|1．|2、|1)|（1）|⑴|①|一是|二是|第一，|第二，|第一章|第九条|1.1|1.2 |3.5万户'
const labels = '存在问题：|整改措施：|反馈问题一：|【存在问题】|责任领导：|责任单位：|配合单位：|完成时限：|目前进展：|注：|附件：|备注：'
const notes = '（甲局牵头，乙局、丙科配合）|（甲局、乙局负责）|（责任单位：甲局；完成时限：2026年6月底）|（|）|(|)'
const tables = '¦ 序号 ¦ 整改措施 ¦ 责任单位 ¦|¦---¦---¦---¦|¦ 1 ¦ 每月检查1次 ¦ 甲科 ¦|¦|\t|序号\t任务\t完成时限|1\t开展检查\t4月底'
const words =
  '\n|\r\n|\n\n|　| |。|；|，|：|每季度通报1次|2026年6月底前完成|加强学习|1.2亿千瓦|关于台账不清的问题|整改情况|工作目标|组织保障'
const fragments = [numbers, labels, notes, tables, words].flatMap((list) =>
  list.split('|').map((fragment) => fragment.replaceAll('¦', '|')),
)

const pieces = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, fc.string({ unit: 'binary', maxLength: 6 }))
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const documents = fc.tuple(texts, fc.array(fc.nat({ max: 5 }), { maxLength: 8 })).map(([text, kinds]) => documentOf(text, kinds))

/** One block a line, as the reader of plain text gives them; some lines are headings or rows of a table. */
function documentOf(text: string, kinds: readonly number[]): SourceDocument {
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => /\S/.test(line))
  const blocks = lines.map((line, index) =>
    blockOf(line.index, line.index + line[0].length, index, kinds[index % Math.max(1, kinds.length)]),
  )
  return { text, blocks, revisions: [] }
}

function blockOf(start: number, end: number, index: number, kind: number | undefined): Block {
  const span = { start, end }
  if (kind === 1) return { kind: 'heading', span, level: 1 + (index % 4) }
  if (kind !== 2) return { kind: 'paragraph', span }
  const cut = start + ((end - start) >> 1)
  const first = { span: { start, end: cut }, column: 0, columnSpan: 1 + (index % 2), continues: index % 3 === 0 }
  const cells = [first, { span: { start: cut, end }, column: 2, columnSpan: 1, continues: false }]
  return { kind: 'row', span, table: index >> 3, cells }
}

function holdsFor(check: (document: SourceDocument, outline: ReturnType<typeof readOutline>) => void): void {
  fc.assert(
    fc.property(documents, (document) => {
      check(document, readOutline(document))
    }),
    { numRuns: 400 },
  )
}

test('clauses lie in the text, begin with their marker, and are numbered in order', () => {
  holdsFor(({ text }, { clauses }) => {
    expect(clauses.map(({ id }) => id)).toEqual(clauses.map((_, index) => `c${index + 1}`))
    expect(clauses.filter(({ span }) => span.start > span.end || span.end > text.length)).toEqual([])
    expect(clauses.filter(({ kind, span, marker }) => kind !== 'row' && !text.startsWith(marker, span.start))).toEqual([])
    const starts = clauses.map(({ span }) => span.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

test('a clause lies inside the one above it, which comes before it', () => {
  holdsFor((_, { clauses }) => {
    const seen = new Map<string, { start: number; end: number }>()
    for (const { id, span, parent } of clauses) {
      const above = parent === null ? { start: 0, end: Infinity } : (seen.get(parent) ?? { start: Infinity, end: 0 })
      expect(span.start).toBeGreaterThanOrEqual(above.start)
      expect(span.end).toBeLessThanOrEqual(above.end)
      seen.set(id, span)
    }
  })
})

test('passages lie in the text, in order, without overlap, and belong to clauses', () => {
  holdsFor(({ text }, { clauses, passages }) => {
    const ids = new Set(clauses.map(({ id }) => id))
    let last = 0
    for (const { span, clause } of passages) {
      expect(span.start).toBeGreaterThanOrEqual(last)
      expect(span.end).toBeGreaterThan(span.start)
      expect(ids).toContain(clause)
      last = span.end
    }
    expect(last).toBeLessThanOrEqual(text.length)
  })
})

test('those who answer are named with the words of the text', () => {
  holdsFor(({ text }, { responsibilities }) => {
    const all = [...responsibilities.values()].flatMap(({ leaders, leadOrgs, supportingOrgs, owners }) => [
      ...leaders,
      ...leadOrgs,
      ...supportingOrgs,
      ...owners,
    ])
    const named = all.map((name) => (name.certainty === 'stated' ? text.slice(name.span.start, name.span.end).replaceAll(/\s/g, '') : ''))
    expect(named).toEqual(all.map(({ value }) => value))
    expect(named).not.toContain('')
  })
})

test('the same document gives the same outline', () => {
  holdsFor((document, outline) => {
    expect(readOutline(document)).toEqual(outline)
  })
})
