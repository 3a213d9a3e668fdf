import { expect, test } from 'vitest'
import type { Clause } from '#core/draft/clause.ts'
import { assignRefs } from './assign-refs.ts'

function clause(id: string, kind: Clause['kind'], marker: string, parent: string | null): Clause {
  return { id, kind, marker, title: '', span: { start: 0, end: 0 }, parent }
}

const clauses = [
  clause('p3', 'part', '三、', null),
  clause('a3', 'aspect', '（三）', 'p3'),
  clause('f', 'finding', '存在问题：', 'a3'),
  clause('m2', 'measure', '2.', 'a3'),
  clause('i1', 'item', '一是', 'm2'),
  clause('p4', 'part', '四、', null),
  clause('s3', 'safeguard', '（三）', 'p4'),
  clause('l', 'measure', '整改措施：', 'a3'),
  clause('m3', 'measure', '3.', 'l'),
  clause('t', 'item', '（7）', null),
  clause('n', 'paragraph', '', null),
]

test.for([
  [['m2'], ['3-2-1']],
  [
    ['m2', 'm2'],
    ['3-2-1', '3-2-2'],
  ],
  [
    ['m2', 'i1', 'm2'],
    ['3-2-1', '3-2-1-1', '3-2-2'],
  ],
  [
    ['m2', 's3'],
    ['3-2-1', '四-3-1'],
  ],
  [['t'], ['7-1']],
  [['m3'], ['3-3-1']],
  [
    ['n', 'n'],
    ['1', '2'],
  ],
  [['nowhere'], ['1']],
] as const)('commitments of %j are %j', ([ids, refs]) => {
  expect(assignRefs(clauses, ids)).toEqual(refs)
})

test('the same number twice is told apart', () => {
  const twice = [clause('a', 'measure', '1.', null), clause('b', 'measure', '1.', null), clause('c', 'measure', '1.', null)]
  expect(new Set(assignRefs(twice, ['a', 'b', 'c'])).size).toBe(3)
})

test('where several parts hold measures, each counts as an aspect', () => {
  const twoParts = [
    clause('p1', 'part', '一、', null),
    clause('a', 'task', '1、', 'p1'),
    clause('p2', 'part', '二、', null),
    clause('b', 'task', '⑴', 'p2'),
    clause('c', 'row', '2', 'p2'),
  ]
  expect(assignRefs(twoParts, ['a', 'b', 'c'])).toEqual(['1-1-1', '2-1-1', '2-2-1'])
})
