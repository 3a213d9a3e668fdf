import { bareReading } from '#core/draft/bare-reading.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Span } from '#core/text/span.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'

const nothing: Reading = { ...bareReading, kind: 'undefined' }

/** A plan as it is read, with a word in each of its parts: `own` where whoever sees the plan finds it (`isTitle`: what the plan is called), `office` in what is the office's to settle. */
export function planOf(own: (isTitle?: true) => string, office: () => string): ReadPlan {
  const lines = ['整改方案', '一、整改措施', '（一）聚焦学习', '存在问题：研讨不够', '1.改进学习', '定期跟踪问效。'].map(
    (line, n) => `${line}${n === 0 ? own(true) : own()}`,
  )
  const text = lines.join('\n')
  const spans = lines.map((line): Span => {
    const start = text.indexOf(line)
    return { start, end: start + line.length }
  })
  const at = (n: number): Span => spans[n] ?? { start: 0, end: 0 }
  const clause = (n: number, kind: Clause['kind'], marker: string, parent: string | null): Clause => ({
    id: `c${n}`,
    kind,
    marker,
    title: (lines[n] ?? '').slice(marker.length),
    parent,
    span: at(n),
  })
  return {
    document: { text, blocks: spans.map((span) => ({ kind: 'paragraph', span })), revisions: [] },
    draft: {
      title: lines[0] ?? '',
      clauses: [
        clause(1, 'part', '一、', null),
        clause(2, 'aspect', '（一）', 'c1'),
        clause(3, 'finding', '存在问题：', 'c2'),
        clause(4, 'measure', '1.', 'c2'),
      ],
      commitments: [{ id: 'k0', ref: '1-1-1', clause: 'c4', span: at(5), anchor: at(5), sentence: at(5), within: null, reading: nothing }],
      questions: [
        { id: 'q0', code: 'in-force', commitments: [], span: null, params: { hint: office() }, suggestions: [] },
        { id: 'q1', code: 'definition', commitments: ['k0'], span: null, params: { words: office() }, suggestions: [] },
      ],
      diagnostics: [{ code: 'left-out', severity: 'info', span: at(5), params: { words: office() } }],
    },
  }
}
