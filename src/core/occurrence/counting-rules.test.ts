import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { first, from, show, target } from '#core/occurrence/show.fixture.ts'
import { commitment, counting, field, person, recordId, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'

const rule = (number: number, counts: boolean, at: string) => ({
  commitment: commitment(1),
  record: recordId(number),
  counts,
  reason: '会议纪要',
  by: '周岚',
  at: Instant.parse(at),
})

const meeting = (on: string) => recordOf(2, on, { register: register('party-meeting') })

test('one or the other: reports and essays count together; one of each: the least counts', () => {
  const sources = [from('report'), from('essay', { kind: 'yes', field: field('isGood'), value: true })]
  const records = [
    recordOf(1, '2026-02-01', { register: register('report') }),
    recordOf(2, '2026-02-02', { register: register('report') }),
    recordOf(3, '2026-02-03', { register: register('essay'), values: { isGood: true } }),
    recordOf(4, '2026-02-04', { register: register('essay'), values: { isGood: false } }),
  ]
  expect(first({ ...yearly, counting: { ...counting, sources } }, records, '2026-03-01')?.actual).toBe('3')
  const all = first({ ...yearly, counting: { ...counting, sources, mode: 'all' } }, records, '2026-03-01')
  expect(all?.actual).toBe('1')
  expect(all?.explanation.find(({ record }) => record === recordId(4))?.reason).toEqual({
    code: 'condition',
    params: { kind: 'yes', field: 'isGood' },
  })
})

/** Done once something names it. */
const linked = (number: number) => ({
  ...yearly,
  commitment: commitment(number),
  target: target('1', { unit: '项', measure: { kind: 'achieved' } }),
  counting: { ...counting, sources: [{ ...from('work-done'), link: field('for') }] },
})

test('what names a commitment counts for it alone, and shows nowhere with the others', () => {
  const records = [
    recordOf(1, '2026-02-01', { register: register('work-done'), values: { for: [commitment(1), commitment(2)] } }),
    recordOf(2, '2026-02-02', { register: register('work-done'), values: { for: [commitment(2)] } }),
    recordOf(3, '2026-02-03', { register: register('work-done'), values: { for: [commitment(1)] }, org: 'county-office' }),
    recordOf(4, '2026-02-04', { register: register('work-done') }),
  ]
  const counted = [1, 2, 3].map((number) => first(linked(number), records, '2026-03-01'))
  expect(counted.map((each) => [each?.state, each?.explanation.map(({ record }) => record.slice(-1)).join('')])).toEqual([
    ['met', '1'],
    ['met', '12'],
    ['open', ''],
  ])
})

test('quality is judged: only what was accepted counts', () => {
  const terms = { ...yearly, counting: { ...counting, needs: 'accepted' as const } }
  const occurrence = first(terms, [recordOf(1, '2026-02-01'), recordOf(2, '2026-02-02', { state: 'accepted' })], '2026-03-01')
  expect(occurrence?.actual).toBe('1')
  expect(occurrence?.explanation.map(({ reason }) => reason.code)).toEqual(['not-accepted', 'rule'])
})

test('determined and completed, both in the year', () => {
  const terms = {
    ...yearly,
    target: target('3', { unit: '项' }),
    counting: { ...counting, completion: { field: field('doneOn'), counts: 'done' as const } },
  }
  const records = [
    recordOf(1, '2026-02-01', { values: { doneOn: '2026-11-30' } }),
    recordOf(2, '2026-02-01', { values: { doneOn: '2027-01-05' } }),
    recordOf(3, '2025-12-01', { values: { doneOn: '2026-03-01' } }),
    recordOf(4, '2026-05-01'),
  ]
  const reasons = (asOf: string) => first(terms, records, asOf)?.explanation.map(({ record, reason }) => [record.slice(-1), reason.code])
  expect(first(terms, records, '2026-11-29')?.actual).toBe('0')
  expect(first(terms, records, '2026-12-31')?.actual).toBe('1')
  expect(reasons('2026-12-31')).toEqual([
    ['3', 'begun-outside'],
    ['1', 'rule'],
    ['4', 'not-completed'],
  ])
})

test('nothing left: a stock from before the period counts until it is resolved', () => {
  const terms = {
    ...yearly,
    target: target('0', { comparator: '<=', unit: '件' }),
    counting: { ...counting, since: 'ever' as const, completion: { field: field('doneOn'), counts: 'open' as const } },
  }
  const records = [
    recordOf(1, '2024-02-01', { values: { doneOn: '2026-05-01' } }),
    recordOf(2, '2025-02-01', { values: { doneOn: '2026-09-01' } }),
  ]
  const at = (asOf: string) => show(terms, records, asOf)[0]
  expect([at('2026-04-30'), at('2026-05-01'), at('2026-09-01')]).toEqual([
    ['2026-01-01', 'open', '2', '2'],
    ['2026-01-01', 'open', '1', '1'],
    ['2026-01-01', 'met', '0', '0'],
  ])
  expect(show(terms, records.slice(0, 1), '2027-01-01')[0]?.[1]).toBe('met')
  expect(show(terms, [recordOf(3, '2026-02-01')], '2027-01-01')[0]).toEqual(['2026-01-01', 'short', '1', '1'])
})

test('before the meeting: nothing recorded, recorded later, on the same day', () => {
  const terms = { ...yearly, target: target('1'), counting: { ...counting, before: from('party-meeting') } }
  const hearing = recordOf(1, '2026-11-20')
  expect(first(terms, [hearing], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, meeting('2026-11-21')], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, meeting('2026-11-20')], '2026-12-01')).toMatchObject({
    state: 'open',
    explanation: [{ reason: { code: 'not-before-event' } }],
  })
  expect(first(terms, [hearing, { ...meeting('2026-11-20'), org: 'county' }], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, { ...meeting('2026-11-20'), state: 'voided' }], '2026-12-01')?.state).toBe('met')
})

test('each session covers everybody: a session that misses one does not count', () => {
  const covers = from('field-research', { kind: 'covers', field: field('present'), population: { kind: 'group', group: 'leaders' } })
  const terms = { ...yearly, target: target('2'), counting: { ...counting, sources: [covers] } }
  const all = [person('zhang'), person('chen')]
  const records = [
    recordOf(1, '2026-03-01', { values: { present: all } }),
    recordOf(2, '2026-08-01', { values: { present: [...all, person('wang')] } }),
    recordOf(3, '2026-08-02', { values: { present: [person('li'), person('chen'), person('wang')] } }),
  ]
  expect(first(terms, records, '2026-12-31')?.explanation.map(({ counts }) => counts)).toEqual([true, false, true])
})

test('what counts elsewhere does not count here; a person may say otherwise, and the last word stands', () => {
  const terms = { ...yearly, counting: { ...counting, notWith: [commitment(2)] } }
  const other = {
    ...yearly,
    commitment: commitment(2),
    counting: { ...counting, sources: [from('field-research', { kind: 'filled', field: field('topic') })] },
  }
  const records = [
    recordOf(1, '2026-02-01', { values: { topic: '法治' } }),
    recordOf(2, '2026-02-02'),
    recordOf(3, '2026-02-03', { register: register('meeting') }),
  ]
  const rulings = [rule(2, true, '2026-03-01T00:00:00Z'), rule(2, false, '2026-03-02T00:00:00Z'), rule(3, true, '2026-03-01T00:00:00Z')]
  expect(
    first(terms, records, '2026-03-01', { terms: [other], rulings })?.explanation.map(({ record, reason }) => [
      record.slice(-1),
      reason.code,
    ]),
  ).toEqual([
    ['1', 'counted-elsewhere'],
    ['2', 'person-excludes'],
    ['3', 'person'],
  ])
})
