import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChangeAsked, changeStanding, changeState, type ChangeStep } from '#core/change/change.ts'
import { askChange, type ChangeFacts } from '#core/change/decisions.ts'
import { amendedWords, grantedAfter, nothingGranted, withGranted } from '#core/change/granted.ts'
import type { ClosureLevel } from '#core/closure/closure.ts'
import { agree, sendBack, withdraw } from '#core/closure/decisions.ts'
import type { Decider, Panel } from '#core/closure/panel.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Rhythm } from '#core/period/rhythm.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { Terms } from '#core/terms/terms.ts'

const day = (text: string) => Day.parse(text)
const long = '等待上级统一部署，暂缓'
const facts: ChangeFacts = {
  isConfirmed: true,
  isRunning: false,
  closure: 'open',
  due: day('2026-04-01'),
  wording: '每年不少于12次',
  value: Decimal.parse('12'),
  today: day('2026-03-02'),
}
const later: ChangeAsked = { kind: 'extension', due: day('2026-06-30') }
const less: ChangeAsked = { kind: 'amendment', wording: '每年不少于10次', value: Decimal.parse('10') }

test.for([
  ['a later day', {}, later, long, null],
  ['nine characters between blanks', {}, later, ` ${long.slice(0, 9)}      `, 'reason-too-short'],
  ['what is not confirmed', { isConfirmed: false }, later, long, 'not-confirmed'],
  ['what is struck off', { closure: 'closed' }, later, long, 'closure-state'],
  ['what is being closed', { closure: 'requested' }, later, long, 'closure-state'],
  ['what was sent back may be put off', { closure: 'returned' }, later, long, null],
  ['a second one beside the first', { isRunning: true }, later, long, 'change-running'],
  ['the same day', { due: day('2026-06-30') }, later, long, 'extension-not-later'],
  ['what recurs has no day', { due: null }, later, long, 'no-due-day'],
  ['a day that is over', { today: day('2026-07-01') }, later, long, 'extension-in-past'],
  ['another number', {}, less, long, null],
  ['the same words and number', { wording: '每年不少于10次', value: Decimal.parse('10') }, less, long, 'nothing-changed'],
  ['a number where there is none', { value: null }, less, long, 'no-number'],
  ['ending it', {}, { kind: 'termination' }, long, null],
  ['ending it for no reason', {}, { kind: 'termination' }, '', 'reason-too-short'],
] as const)('asking for %s', ([, more, asked, reason, code]) => {
  const outcome = askChange({ ...facts, ...more }, asked, reason)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

const held = { due: facts.due, wording: facts.wording, value: facts.value }
const terms = Terms.parse({
  commitment: CommitmentId.parse('0198c7a2-0000-7000-8000-000000000001'),
  target: { measure: { kind: 'count' }, comparator: '>=', value: '12', upper: null, unit: '次', isExact: false },
  rhythm: { kind: 'once', from: '2026-01-01', by: '2026-04-01', stages: [] },
  scope: { kind: 'org', org: '0198c7a2-0000-7000-8000-000000000002', reach: 'own' },
  counting: {
    sources: [{ register: 'study-session', where: null }],
    mode: 'any',
    needs: 'submitted',
    completion: null,
    since: 'period',
    within: null,
    notWith: [],
    before: null,
  },
  midPeriod: null,
  waived: [],
})

test('two extensions: the first day stays, the last holds, and they are counted', () => {
  const granted = grantedAfter([
    { asked: later, ...held },
    { asked: { kind: 'extension', due: day('2026-09-30') }, ...held, due: day('2026-06-30') },
  ])
  expect(granted).toMatchObject({ originalDue: '2026-04-01', due: '2026-09-30', extensions: 2 })
  expect(withGranted(terms, granted).rhythm).toMatchObject({ by: '2026-09-30' })
})

test('an amendment keeps both wordings; without a number only the words change', () => {
  const granted = grantedAfter([
    { asked: less, ...held },
    { asked: { kind: 'amendment', wording: '每年不少于10次，含现场教学', value: null }, ...held, wording: '每年不少于10次' },
  ])
  expect(withGranted(terms, granted).target.value).toBe('10')
  expect(amendedWords(granted)).toBe(
    '调整：原“每年不少于12次”，现“每年不少于10次”；调整：原“每年不少于10次”，现“每年不少于10次，含现场教学”',
  )
  const achieved = { ...terms, target: { ...terms.target, measure: { kind: 'achieved' as const }, value: Decimal.parse('1') } }
  expect(withGranted(achieved, granted).target).toEqual(achieved.target)
})

test('what is ended begins no further period', () => {
  const every = Rhythm.parse({
    kind: 'every',
    count: 1,
    unit: 'quarter',
    from: '2026-01-01',
    to: '2027-12-31',
    starts: 'calendar',
    partial: 'full',
  })
  const ended = { ...nothingGranted, endedOn: day('2026-05-10') }
  expect(withGranted({ ...terms, rhythm: every }, ended).rhythm).toMatchObject({ to: '2026-06-30' })
  expect(withGranted(terms, ended)).toEqual(terms)
})

const levels: readonly ClosureLevel[] = [
  { role: 'verify', post: 'office', accounts: [], mode: 'any' },
  { role: 'approve', post: 'leader', accounts: [], mode: 'any' },
]
const people: readonly Decider[] = [
  { account: 'o1', post: 'office', isDoer: false },
  { account: 'o2', post: 'office', isDoer: false },
  { account: 'l1', post: 'leader', isDoer: false },
  { account: 'l2', post: 'leader', isDoer: true },
  { account: 'u1', post: 'unit', isDoer: true },
]
const panel: Panel = { levels, people, leads: false }
const at = Instant.parse('2026-03-02T01:00:00.000Z')
const stepOf = (kind: ChangeStep['kind'], account: string): ChangeStep => ({
  kind,
  level: 0,
  account,
  by: account,
  at,
  note: '',
  pinned: 'v1',
  heldOn: null,
  minutes: [],
  lifted: false,
  forAccount: null,
})

/** An independent and plainer idea of the same: who said yes, and whether it is over. */
interface Model {
  readonly asker: string
  verified: string | null
  isOver: boolean
  isGranted: boolean
}
interface Real {
  steps: readonly ChangeStep[]
}

const tryTo = (kind: 'agree' | 'return' | 'withdraw', who: Decider): fc.Command<Model, Real> => ({
  check: () => true,
  run(model, real) {
    const { account, post, isDoer } = who
    const standing = changeStanding(real.steps, levels)
    const outcome =
      kind === 'agree'
        ? agree(standing, panel, who, 'v1')
        : kind === 'return'
          ? sendBack(standing, panel, who, long)
          : withdraw(standing, account)
    const isTurn =
      post === (model.verified === null ? 'office' : 'leader') && !isDoer && account !== model.asker && account !== model.verified
    expect(outcome.ok).toBe(!model.isOver && (kind === 'withdraw' ? account === model.asker : isTurn))
    if (outcome.ok) {
      real.steps = [...real.steps, stepOf(kind, account)]
      if (kind === 'agree' && model.verified === null) model.verified = account
      else Object.assign(model, { isOver: true, isGranted: kind === 'agree' })
    } else expect(outcome.refusal.code).not.toBe('')
    const state = changeState(changeStanding(real.steps, levels))
    expect([state === 'granted', state === 'requested']).toEqual([model.isGranted, !model.isOver])
  },
  toString: () => `${who.account} ${kind}`,
})

test('whatever is tried in whatever order, two different people who did not ask for it grant it, once', () => {
  const commands = people.flatMap((who) => (['agree', 'return', 'withdraw'] as const).map((kind) => fc.constant(tryTo(kind, who))))
  fc.assert(
    fc.property(fc.constantFrom('u1', 'o1'), fc.commands(commands, { maxCommands: 40 }), (asker, some) => {
      const model: Model = { asker, verified: null, isOver: false, isGranted: false }
      const real: Real = { steps: [stepOf('request', asker)] }
      fc.modelRun(() => ({ model, real }), some)
      const agreed = real.steps.filter(({ kind }) => kind === 'agree').map(({ account }) => account)
      expect(model.isGranted && new Set([asker, ...agreed]).size !== 3).toBe(false)
    }),
    { numRuns: 300 },
  )
})
