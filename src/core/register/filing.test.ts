import { expect, test } from 'vitest'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import type { PackPost } from '#core/pack/pack.ts'
import { filersOf } from '#core/register/filers.ts'
import { type Filing, filingMatrix } from '#core/register/filing.ts'
import { FilingDuty } from '#core/register/register.ts'

const [court, office, docket] = [idOf(1), idOf(2), idOf(3)]
const post = (id: string, means: PackPost['means'], title = id): PackPost => ({ id, title, titleEn: id, means, names: [] })
const posts = [
  post('everyone', 'everyone'),
  post('units', 'unit'),
  post('heads', 'head'),
  post('office', 'office'),
  post('general', 'named', '院办'),
  post('members', 'named', '班子成员'),
  post('finance', 'named', '财务处'),
]
const monthly = { every: 1, unit: 'month', zeroField: 'zero' }

test.for([
  [['units'], [office, docket], []],
  [['heads'], [office, docket], []],
  [['everyone'], [court], []],
  [['general'], [office], []],
  [['members'], [court], []],
  [['finance', 'units'], [office, docket], ['finance']],
  [['立案庭'], [docket], []],
  [['主任'], [office], []],
] as const)('who files what is filled by %j', ([filledBy, orgs, unknown]) => {
  const register = { filledBy: [...filledBy], filing: FilingDuty.parse(monthly) }
  expect(filersOf(register, posts, smallOrganisation, day('2026-03-01'))).toEqual({ orgs, unknown })
})

const filing = (org: string, of: string, submittedOn = of, isZero = false): Filing => ({
  org,
  of: day(of),
  submittedOn: day(submittedOn),
  isZero,
})
const matrixOf = (duty: object, filings: readonly Filing[], asOf = '2026-03-20', since = '2026-01-01') =>
  filingMatrix(
    { filledBy: ['units'], filing: FilingDuty.parse({ ...monthly, ...duty }) },
    { posts, organisation: smallOrganisation, filings, since: day(since), asOf: day(asOf) },
  )
const rowsOf = (matrix: ReturnType<typeof matrixOf>) =>
  matrix?.rows.map(({ states }) => states.map(({ state, isZero }) => (isZero ? `${state} zero` : state)).join(', '))

test('each unit files in each period: in time, late, nothing to tell, not yet, not at all', () => {
  const matrix = matrixOf({}, [
    filing(office, '2026-01-31', '2026-02-05'),
    filing(office, '2026-02-28', '2026-03-06', true),
    filing(docket, '2026-02-10', '2026-02-10', true),
  ])
  expect(matrix?.periods.map(({ from, dueOn }) => [from, dueOn])).toEqual([
    ['2026-01-01', '2026-02-05'],
    ['2026-02-01', '2026-03-05'],
    ['2026-03-01', '2026-04-05'],
  ])
  expect(rowsOf(matrix)).toEqual(['filed, late zero, open', 'missing, filed zero, open'])
})

test('a zero report beside a fact is none', () => {
  expect(
    rowsOf(matrixOf({}, [filing(office, '2026-03-02', '2026-03-02', true), filing(office, '2026-03-03')], '2026-03-20', '2026-03-01')),
  ).toEqual(['filed', 'open'])
})

test('what was not submitted yet on the day is not there', () => {
  expect(rowsOf(matrixOf({}, [filing(office, '2026-01-31', '2026-03-21')]))).toEqual(['missing, missing, open', 'missing, missing, open'])
})

test('one filing is enough where they file jointly, or for the org above', () => {
  expect(rowsOf(matrixOf({ isJoint: true }, [filing(docket, '2026-02-01')]))).toEqual(['missing, filed, open'])
  expect(rowsOf(matrixOf({ by: ['everyone'] }, [filing(docket, '2026-01-31')]))).toEqual(['filed, missing, open'])
})

test.for([
  [{ since: '2026-03-01' }, '2026-03-20', ['2026-03-01']],
  [{ unit: 'half-year' }, '2026-08-01', ['2026-01-01', '2026-07-01']],
  [{ unit: 'year' }, '2026-08-01', ['2026-01-01']],
  [{ every: 2 }, '2026-04-01', ['2026-01-01', '2026-03-01']],
] as const)('a duty of %j as of %s', ([duty, asOf, starts]) => {
  expect(matrixOf(duty, [], asOf)?.periods.map(({ from }) => from)).toEqual(starts)
})

test('an org that was not there owed nothing', () => {
  const terms = smallOrganisation.terms.map((term) => (term.org === docket ? { ...term, from: day('2026-02-10') } : term))
  const matrix = filingMatrix(
    { filledBy: ['units'], filing: FilingDuty.parse(monthly) },
    { posts, organisation: { ...smallOrganisation, terms }, filings: [], since: day('2026-01-01'), asOf: day('2026-03-20') },
  )
  expect(rowsOf(matrix)).toEqual(['missing, missing, open', 'none, missing, open'])
})

test('of what ended before the books began, only what was filed shows', () => {
  const filings = [filing(office, '2026-01-31', '2026-03-02')]
  expect(rowsOf(matrixOf({}, filings, '2026-03-20', '2026-03-02'))).toEqual(['filed, none, open', 'none, none, open'])
  expect(rowsOf(matrixOf({ since: '2026-02-01' }, filings, '2026-03-20', '2026-03-02'))).toEqual([
    'filed, missing, open',
    'none, missing, open',
  ])
  expect(rowsOf(matrixOf({}, [], '2026-03-20', '2026-03-02'))).toEqual(['open', 'open'])
})

test('a register without a duty has no matrix', () => {
  const facts = { posts, organisation: smallOrganisation, filings: [], since: day('2026-01-01'), asOf: day('2026-03-20') }
  expect(filingMatrix({ filledBy: ['units'], filing: null }, facts)).toBeNull()
})
