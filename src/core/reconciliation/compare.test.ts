import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { compareLedgers, type MasterRow } from './compare.ts'
import { rowOf } from './sub-ledger.fixture.ts'

const study: MasterRow = {
  commitment: CommitmentId.parse('00000000-0000-4000-8000-000000000001'),
  ref: '1-1-1',
  sentence: '每年组织中心组专题学习不少于10次',
  measure: '严格落实第一议题制度',
  dueOn: '2026-12-31',
  dueText: '2026年12月底前',
  leadOrgs: ['办公室'],
  supportingOrgs: ['政治部'],
  owners: ['齐文远'],
  actual: '8',
  required: '10',
  isDone: false,
}
const standing: MasterRow = { ...study, dueOn: '', dueText: '长期坚持' }

test.for<[string, MasterRow, Parameters<typeof rowOf>[0], readonly string[]]>([
  ['the same figures', study, { actual: '8.0', required: '10' }, []],
  ['another figure', study, { actual: '9', required: '12' }, ['actual 8 / 9', 'required 10 / 12']],
  ['nothing to compare', { ...study, actual: null, isDone: null }, { actual: '9', isDone: true }, []],
  ['done here, open there', study, { isDone: true }, ['state open / done']],
  ['the same day', study, { due: '2026年12月31日' }, []],
  ['the month of it', study, { due: '2026年12月' }, []],
  ['another day', study, { due: '2026-11-30' }, ['due 2026-12-31 / 2026-11-30']],
  ['another month', study, { due: '2026.11' }, ['due 2026-12-31 / 2026.11']],
  ['the words of the plan', study, { due: '12月底前' }, []],
  ['other words', standing, { due: '立行立改' }, ['due 长期坚持 / 立行立改']],
  ['no words at all', standing, { due: '' }, []],
  ['one of the units', study, { orgs: ['政治部'] }, []],
  ['another unit', study, { orgs: ['办公室', '研究室'] }, ['orgs 办公室 / 办公室、研究室']],
  ['another person', study, { owners: ['乔木'] }, ['owners 齐文远 / 乔木']],
])('%s', ([, ours, given, expected]) => {
  const { differences, agreeing } = compareLedgers([rowOf({ ref: '1-1-1', ...given })], [ours])
  expect(differences.map(({ field, ours: left, theirs }) => `${field} ${left} / ${theirs}`)).toEqual(expected)
  expect(agreeing).toBe(expected.length === 0 ? 1 : 0)
})

test('rows and commitments that stand alone are differences too', () => {
  const other = {
    ...study,
    commitment: CommitmentId.parse('00000000-0000-4000-8000-000000000002'),
    ref: '1-1-2',
    sentence: '修订议事规则',
    measure: '',
  }
  const rows = [rowOf({ row: 3, ref: '1-1-1' }), rowOf({ row: 4, ref: '1-1-1' }), rowOf({ row: 5, text: '采购办公用品' })]
  const { differences } = compareLedgers(rows, [study, other])
  expect(differences.map(({ kind, row, ref }) => [kind, row, ref])).toEqual([
    ['twice', 4, '1-1-1'],
    ['only-theirs', 5, ''],
    ['only-ours', null, '1-1-2'],
  ])
})
