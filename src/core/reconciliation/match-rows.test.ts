import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { matchRows } from './match-rows.ts'
import { rowOf } from './sub-ledger.fixture.ts'

const entry = (ref: string, sentence: string, measure = '', required: string | null = null) => ({
  commitment: CommitmentId.parse(`00000000-0000-4000-8000-${ref.replaceAll('-', '').padStart(12, '0')}`),
  ref,
  sentence,
  measure,
  required,
})
const entries = [
  entry('1-1-1', '每年组织中心组专题学习不少于10次', '严格落实第一议题制度', '10'),
  entry('1-1-2', '其中法治专题学习不少于3次', '严格落实第一议题制度', '3'),
  entry('2-1-1', '每季度开展一次审务督察', '加强日常监督检查'),
]

test.for<[string, Parameters<typeof rowOf>[0], string | null]>([
  ['the same number and like words', { ref: '1-1-1', text: '组织中心组专题学习10次' }, '1-1-1'],
  ['the number alone', { ref: '2-1-1' }, '2-1-1'],
  ['a number of its own, told by its words', { ref: '1', text: '每季度开展一次审务督察。' }, '2-1-1'],
  ['a number that is another row, told by its words', { ref: '1-1-1', text: '每季度开展一次审务督察' }, '2-1-1'],
  ['the words of the measure', { text: '加强日常监督检查' }, '2-1-1'],
  ['words that two share', { text: '严格落实第一议题制度' }, null],
  ['words that two share, told apart by what is owed', { text: '严格落实第一议题制度', required: '3' }, '1-1-2'],
  ['words of nothing', { text: '采购办公用品' }, null],
  ['a number of nothing', { ref: '9-9-9' }, null],
])('a row with %s', ([, given, ref]) => {
  const { pairs, onlyTheirs } = matchRows([rowOf(given)], entries)
  expect([pairs[0]?.ours.ref ?? null, onlyTheirs.length]).toEqual([ref, ref === null ? 1 : 0])
})

test('a second row for one commitment stands apart, what has no row is listed', () => {
  const rows = [rowOf({ row: 2, ref: '1-1-1' }), rowOf({ row: 3, ref: '1-1-1', text: '每年组织中心组专题学习' })]
  const { pairs, twice, onlyOurs } = matchRows(rows, entries)
  expect([pairs.map(({ row }) => row.row), twice.map(({ row }) => row.row), onlyOurs.map(({ ref }) => ref)]).toEqual([
    [2],
    [3],
    ['1-1-2', '2-1-1'],
  ])
})
