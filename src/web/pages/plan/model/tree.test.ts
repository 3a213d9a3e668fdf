import { bareReading } from '#core/draft/bare-reading.ts'
import { expect, test } from 'vitest'
import { ClauseId, type Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import type { ClauseKind } from '#core/draft/clause.ts'
import { buildTree } from './tree.ts'
import type { PlanClause } from './view.ts'
import { within } from './within.ts'

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function clause(number: number, kind: ClauseKind, title: string, parent: number | null): PlanClause {
  const span = { start: number * 10, end: number * 10 + 9 }
  return {
    id: ClauseId.parse(uuid(number)),
    kind,
    marker: `${number}.`,
    title,
    span,
    parent: parent === null ? null : ClauseId.parse(uuid(parent)),
  }
}

const reading = bareReading

function commitment(ref: string, on: number, start: number | null, state: Commitment['state'] = 'draft'): Commitment {
  return {
    id: CommitmentId.parse(uuid(1000 + (start ?? 999))),
    ref,
    clause: ClauseId.parse(uuid(on)),
    span: start === null ? null : { start, end: start + 5 },
    sentence: null,
    text: ref,
    within: null,
    state,
    replacedBy: [],
    own: null,
    reading,
    original: reading,
    decision: null,
    basis: [],
    version: 1,
  }
}

const clauses = [
  clause(1, 'part', '整改措施', null),
  clause(2, 'aspect', '聚焦学习', 1),
  clause(3, 'finding', '学得不深', 2),
  clause(4, 'measure', '', 2),
  clause(5, 'measure', '改进学习', 4),
  clause(6, 'item', '一是', 5),
  clause(7, 'aspect', '聚焦作风', 1),
  clause(8, 'finding', '文多会多', 7),
  clause(9, 'measure', '精简会议', 8),
  clause(10, 'part', '组织保障', null),
]

test('commitments hang on their measures, in the order of the document', () => {
  const tree = buildTree(clauses, [
    commitment('保障-1', 10, 105),
    commitment('2-1-1', 9, 95),
    commitment('1-1-2', 6, 66),
    commitment('1-1-1', 5, 55),
    commitment('gone', 5, 56, 'replaced'),
  ])
  const seen = tree.map(({ clause: { title }, findings, measures }) => [
    title,
    findings.map((finding) => finding.title),
    measures.map((measure) => [
      measure.clause.title,
      measure.findings.map((finding) => finding.title),
      measure.commitments.map(({ ref }) => ref),
    ]),
  ])
  expect(seen).toEqual([
    ['聚焦学习', ['学得不深'], [['改进学习', [], ['1-1-1', '1-1-2']]]],
    ['聚焦作风', ['文多会多'], [['精简会议', ['文多会多'], ['2-1-1']]]],
    ['组织保障', [], [['组织保障', [], ['保障-1']]]],
  ])
})

test('a commitment without a place stands at the end of its measure', () => {
  const [aspect] = buildTree(clauses, [commitment('增补', 5, null), commitment('1-1-1', 5, 51)])
  expect(aspect?.measures[0]?.commitments.map(({ ref }) => ref)).toEqual(['1-1-1', '增补'])
})

test.for([
  [6, 2, true],
  [2, 2, true],
  [9, 2, false],
  [10, 1, false],
] as const)('clause %d within %d: %s', ([id, above, expected]) => {
  expect(within(uuid(id), uuid(above), clauses)).toBe(expected)
})
