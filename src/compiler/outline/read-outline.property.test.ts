import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, SourceDocument } from '#core/document/document.ts'
import { readOutline } from './read-outline.ts'

const fragments = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '（一）',
    '（二）',
    '(一)',
    '1.',
    '2.',
    '1．',
    '2、',
    '1)',
    '（1）',
    '⑴',
    '①',
    '一是',
    '二是',
    '第一，',
    '第二，',
    '第一章',
    '第九条',
    '1.1',
    '1.2 ',
  ],
  ...[
    '存在问题：',
    '整改措施：',
    '反馈问题一：',
    '【存在问题】',
    '责任领导：',
    '责任单位：',
    '配合单位：',
    '完成时限：',
    '目前进展：',
    '注：',
    '附件：',
    '备注：',
  ],
  ...['（甲局牵头，乙局、丙科配合）', '（甲局、乙局负责）', '（责任单位：甲局；完成时限：2026年6月底）', '（', '）', '(', ')'],
  ...[
    '| 序号 | 整改措施 | 责任单位 |',
    '|---|---|---|',
    '| 1 | 每月检查1次 | 甲科 |',
    '|',
    '\t',
    '序号\t任务\t完成时限',
    '1\t开展检查\t4月底',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '　',
    ' ',
    '。',
    '；',
    '，',
    '：',
    '每季度通报1次',
    '2026年6月底前完成',
    '加强学习',
    '1.2亿千瓦',
    '关于台账不清的问题',
    '整改情况',
    '工作目标',
    '组织保障',
  ],
)
const texts = fc.oneof(
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

/** One block a line, as the reader of plain text gives them; some lines are headings or rows of one table. */
function documentOf(text: string, kinds: readonly number[]): SourceDocument {
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => /\S/.test(line))
  const blocks = lines.map((match, index): Block => {
    const span = { start: match.index, end: match.index + match[0].length }
    const kind = kinds[index % Math.max(1, kinds.length)] ?? 0
    if (kind === 1) return { kind: 'heading', span, level: 1 + (index % 4) }
    if (kind !== 2) return { kind: 'paragraph', span }
    const cut = span.start + (match[0].length >> 1)
    const cells = [
      { span: { start: span.start, end: cut }, column: 0, columnSpan: 1 + (index % 2), continues: index % 3 === 0 },
      { span: { start: cut, end: span.end }, column: 2, columnSpan: 1, continues: false },
    ]
    return { kind: 'row', span, table: index >> 3, cells }
  })
  return { text, blocks, revisions: [] }
}

const documents = fc.tuple(texts, fc.array(fc.nat({ max: 5 }), { maxLength: 8 })).map(([text, kinds]) => documentOf(text, kinds))

describe('any document', () => {
  test('gives clauses that lie in the text, begin with their marker, in order, below one that came before', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { clauses } = readOutline(document)
        const seen = new Map<string, { start: number; end: number }>()
        for (const { id, span, marker, parent, kind } of clauses) {
          expect(id).toBe(`c${seen.size + 1}`)
          expect(span.start).toBeGreaterThanOrEqual([...seen.values()].at(-1)?.start ?? 0)
          expect(span.end).toBeLessThanOrEqual(document.text.length)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          if (kind !== 'row') expect(document.text.slice(span.start, span.end)).toSatisfy((text: string) => text.startsWith(marker))
          if (parent !== null) {
            const above = seen.get(parent)
            expect(above).toBeDefined()
            expect(above?.start).toBeLessThanOrEqual(span.start)
            expect(above?.end).toBeGreaterThanOrEqual(span.end)
          }
          seen.set(id, span)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('gives passages that lie in the text, in order, without overlap, of clauses that exist', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { clauses, passages } = readOutline(document)
        const ids = new Set(clauses.map(({ id }) => id))
        let last = 0
        for (const { span, clause } of passages) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeGreaterThan(span.start)
          expect(ids).toContain(clause)
          last = span.end
        }
        expect(last).toBeLessThanOrEqual(document.text.length)
      }),
      { numRuns: 400 },
    )
  })

  test('names those who answer with the words of the text', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { leaders, leadOrgs, supportingOrgs, owners } of readOutline(document).responsibilities.values()) {
          for (const party of [...leaders, ...leadOrgs, ...supportingOrgs, ...owners]) {
            const words = party.certainty === 'stated' ? document.text.slice(party.span.start, party.span.end) : ''
            expect(words.replaceAll(/\s/g, '')).toBe(party.value)
            expect(party.value).not.toBe('')
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same outline twice', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(readOutline(document)).toEqual(readOutline(document))
      }),
    )
  })
})
