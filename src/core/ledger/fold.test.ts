import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldRows, unfoldRows } from '#core/ledger/fold.ts'
import { LedgerEntry } from '#core/ledger/ledger.ts'
import { LedgerRow } from '#core/ledger/row.ts'

const entry = {
  id: '00000000-0000-7000-8000-000000000001',
  planId: '00000000-0000-7000-8000-000000000002',
  plan: '某院整改方案',
  ref: '1-1-1',
  aspect: '聚焦学习',
  finding: '研讨不够紧密。',
  measure: '改进学习',
  sentence: '每年组织专题学习不少于12次。',
  indicator: '专题学习 每年 ≥ 12 次',
  reading: {
    kind: 'count',
    period: { value: { unit: 'year', every: 1 } },
    comparator: { value: '>=' },
    value: { value: '12' },
    upper: null,
    unit: { value: '次' },
    scope: { value: 'org' },
    deadline: null,
    deadlineText: null,
    object: { value: '专题学习' },
    base: null,
  },
  nature: null,
  leaders: '',
  leadOrgs: '政治部',
  owners: '',
  supportingOrgs: '',
  dueOn: null,
  dueText: '',
  state: 'confirmed',
  closure: null,
  dispatch: null,
  responsibility: '',
  standing: null,
  evidence: 0,
  corrected: [],
  course: { progress: '', originalDue: null, extendedTo: null, extensions: 0, amended: '', reminders: 0, remindedOn: null },
  remark: '',
}
const word = fc.constantFrom('', '聚焦作风', '聚焦学习')
const anEntry = fc
  .record({ aspect: word, finding: word, measure: word, plan: word, progress: word, reminders: fc.nat({ max: 1 }) })
  .map(({ progress, reminders, ...place }) => LedgerEntry.parse({ ...entry, ...place, course: { ...entry.course, progress, reminders } }))

test('what is folded unfolds to the same rows in the same order', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), (entries) => {
      const folded = foldRows(entries)
      expect(unfoldRows({ ...folded, rows: folded.rows.map((row) => LedgerRow.parse(row)) })).toEqual(entries)
    }),
  )
})

test('a place that rows share is said once, and nothing of a course where nothing was said', () => {
  const one = LedgerEntry.parse(entry)
  const { places, rows } = foldRows([one, one, { ...one, measure: '' }])
  expect([places.length, rows.map(({ place }) => place)]).toEqual([2, [0, 0, 1]])
  expect(rows[0]?.course).toBe(null)
})

test('of a reading only what words it travels', () => {
  const value = { value: '12', certainty: 'implied', because: 'person' }
  const stated = LedgerEntry.parse(entry)
  const { rows } = foldRows([{ ...stated, reading: Object.assign({}, stated.reading, { value, leaders: [] }) }])
  expect(rows[0]?.reading).toEqual(entry.reading)
})
