import { expect, test } from 'vitest'
import { clauseEnd } from '#core/commitment/clause-end.ts'

const clauses = [
  { id: 'aspect', kind: 'aspect', parent: null, span: { start: 0, end: 5 } },
  { id: 'finding', kind: 'finding', parent: 'aspect', span: { start: 6, end: 12 } },
  { id: 'first', kind: 'measure', parent: 'aspect', span: { start: 13, end: 30 } },
  { id: 'task', kind: 'task', parent: 'first', span: { start: 31, end: 40 } },
  { id: 'second', kind: 'measure', parent: 'aspect', span: { start: 41, end: 60 } },
  { id: 'next', kind: 'aspect', parent: null, span: { start: 61, end: 66 } },
] as const

const commitments = [
  { clause: 'task', span: { start: 32, end: 38 } },
  { clause: 'next', span: { start: 70, end: 80 } },
  { clause: 'next', span: null },
]

test.for([
  ['aspect', 60],
  ['finding', 60],
  ['first', 40],
  ['task', 40],
  ['second', 60],
  ['next', 80],
  ['none', 0],
] as const)('%s ends at %i with what is below it', ([id, end]) => {
  expect(clauseEnd(clauses, commitments, id)).toBe(end)
})
