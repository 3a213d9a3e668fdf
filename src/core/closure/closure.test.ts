import { describe, expect, test } from 'vitest'
import { afterStep, type ClosureLevel, type ClosureStanding, type ClosureStep, notAsked, standingAfter } from '#core/closure/closure.ts'
import { addSigner, agree, askClosure, decideByMeeting, reopen, sendBack, withdraw } from '#core/closure/decisions.ts'
import { forecast } from '#core/closure/forecast.ts'
import { missingFor } from '#core/closure/gate.ts'
import { type Decider, type Panel, turnOf } from '#core/closure/panel.ts'
import { acceptCheck, watchDue } from '#core/closure/watch.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'

const day = (text: string) => Day.parse(text)
const at = Instant.parse('2026-03-02T01:00:00.000Z')
const step = (kind: ClosureStep['kind'], account: string, more: Partial<ClosureStep> = {}): ClosureStep => ({
  kind,
  level: 0,
  account,
  by: account,
  at,
  note: '',
  demands: [],
  aim: null,
  pinned: '',
  signer: null,
  heldOn: null,
  minutes: [],
  lifted: false,
  forAccount: null,
  ...more,
})
const verify: ClosureLevel = { role: 'verify', post: 'office', accounts: [], mode: 'any' }
const approve: ClosureLevel = { role: 'approve', post: 'leader', accounts: [], mode: 'any' }
const levels = [verify, approve]
const asked = step('request', 'unit', { aim: { kind: 'close' }, pinned: 'v1' })
const office: Decider = { account: 'office', post: 'office', isDoer: false }
const leader: Decider = { account: 'leader', post: 'leader', isDoer: false }
const requested = standingAfter([asked], levels)
const verified = standingAfter([asked, step('agree', 'office')], levels)
const named: ClosureLevel = { role: 'approve', post: 'leader', accounts: ['a', 'b'], mode: 'all' }
const closed = standingAfter([asked, step('agree', 'office'), step('agree', 'leader')], levels)
const others: readonly Decider[] = [
  { account: 'office-2', post: 'office', isDoer: false },
  { account: 'leader-2', post: 'leader', isDoer: false },
]
const panel: Panel = { levels, people: [office, leader, ...others], leads: false }
const codeOf = (outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }) =>
  outcome.ok ? null : outcome.refusal.code
const long = '一二三四五六七八九十'
const pair: Panel = { ...panel, levels: [verify, named], people: [office, ...['a', 'b', 'c'].map((account) => ({ ...leader, account }))] }
const lent = standingAfter([asked, step('agree', 'office'), step('agree', 'c', { forAccount: 'a' })], pair.levels)

test('two levels close it, one after the other', () => {
  expect([requested.state, verified.state, verified.level, closed.state]).toEqual(['requested', 'requested', 1, 'closed'])
})

test.for([
  ['who asked does not decide', agree(requested, panel, { ...office, account: 'unit' }, 'v1'), 'doer-cannot-decide'],
  ['who did it does not decide', agree(requested, panel, { ...office, isDoer: true }, 'v1'), 'doer-cannot-decide'],
  ['a leader does not verify', agree(requested, panel, leader, 'v1'), 'not-your-level'],
  ['who verified does not approve', agree(verified, panel, { ...leader, account: 'office' }, 'v1'), 'decided-earlier'],
  ['what changed is not approved', agree(verified, panel, leader, 'v2'), 'changed-since-request'],
  ['what is closed is not decided again', agree(closed, panel, leader, 'v1'), 'closure-state'],
  ['nine characters are no reason', sendBack(requested, panel, office, long.slice(1)), 'reason-too-short'],
  ['nine blanks and a word are trimmed before', sendBack(requested, panel, office, ''), 'reason-too-short'],
  ['what is asked is not asked again', askClosure(requested, []), 'closure-state'],
  ['with something missing nothing is closed', askClosure(notAsked, [{ code: 'needs-definition', params: {} }]), 'gate-not-passed'],
  ['an open one is not opened', reopen(notAsked, long), 'closure-state'],
  ['another does not take a request back', withdraw(requested, 'office'), 'not-the-requester'],
  [
    'a meeting decides only where the doer leads',
    decideByMeeting(verified, panel, { on: day('2026-03-01'), today: day('2026-03-02'), minutes: long, files: 1, pinned: 'v1' }),
    'no-meeting-needed',
  ],
  [
    'a meeting does not verify',
    decideByMeeting(
      requested,
      { ...panel, leads: true },
      { on: day('2026-03-01'), today: day('2026-03-02'), minutes: long, files: 1, pinned: 'v1' },
    ),
    'no-meeting-needed',
  ],
  [
    'a meeting was held',
    decideByMeeting(
      verified,
      { ...panel, leads: true },
      { on: day('2026-03-03'), today: day('2026-03-02'), minutes: long, files: 1, pinned: 'v1' },
    ),
    'meeting-in-future',
  ],
  [
    'a meeting is proved',
    decideByMeeting(
      verified,
      { ...panel, leads: true },
      { on: day('2026-03-01'), today: day('2026-03-02'), minutes: long, files: 0, pinned: 'v1' },
    ),
    'no-minutes',
  ],
  ['where who did it leads them nobody approves alone', agree(verified, { ...panel, leads: true }, leader, 'v1'), 'meeting-decides'],
  ['who asked is no signer', addSigner(requested, panel, office, { account: 'unit', isDoer: false }), 'signer-is-doer'],
  ['a leader verifies where the office cannot', agree(requested, { ...panel, people: [leader] }, leader, 'v1'), null],
  [
    'nobody verifies where there is nobody',
    agree(requested, { ...panel, people: [{ ...leader, isDoer: true }] }, office, 'v1'),
    'nobody-may-decide',
  ],
  ['who agreed for another does not agree for themselves', agree(lent, pair, { ...leader, account: 'a' }, 'v1'), 'decided-already'],
  ['a signer who did it is no signer', addSigner(requested, panel, office, { account: 'x', isDoer: true }), 'signer-is-doer'],
] as const)('%s', ([, outcome, code]) => {
  expect(codeOf(outcome)).toBe(code)
})

test('an extension of old leaves it open with the later day; ending it says so; opening again is counted', () => {
  const extend = step('request', 'unit', { aim: { kind: 'extend', due: day('2026-09-30') }, pinned: 'v1' })
  const both = [step('agree', 'office'), step('agree', 'leader')]
  expect(standingAfter([extend, ...both], levels)).toEqual({ ...notAsked, extendedTo: '2026-09-30' })
  const end = step('request', 'unit', { aim: { kind: 'terminate' } })
  expect(standingAfter([extend, ...both, end, ...both], levels)).toMatchObject({ state: 'terminated', extendedTo: '2026-09-30' })
  expect(standingAfter([asked, ...both, step('reopen', 'office')], levels)).toEqual({ ...notAsked, reopened: 1 })
  expect(standingAfter([asked, step('agree', 'office'), step('meeting', 'office')], levels).state).toBe('closed')
})

describe('signatures', () => {
  const any: ClosureLevel = { ...named, mode: 'any' }
  test.for([
    ['会签 needs everyone', named, ['a'], [], false],
    ['会签 has everyone', named, ['a', 'b'], [], true],
    ['或签 needs one', any, ['b'], [], true],
    ['加签 is needed as well', any, ['b'], ['c'], false],
    ['加签 alone is not enough', any, ['c'], ['c'], false],
    ['加签 of a post alone is not enough', approve, ['c'], ['c'], false],
    ['加签 and one of the post are', approve, ['c', 'd'], ['c'], true],
  ] as const)('%s', ([, level, signed, added, isDone]) => {
    const before: ClosureStanding = { ...requested, added, signed: signed.slice(0, -1) }
    expect(afterStep(before, step('agree', signed.at(-1) ?? ''), [level]).state === 'closed').toBe(isDone)
  })
})

describe('the gate', () => {
  const period = {
    key: '2026-01-01',
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    unit: 'year',
    length: 365,
    isFinal: true,
    previous: null,
    value: null,
  } as const
  const met = { subject: 'org:a', period, state: 'met', required: Decimal.parse('12'), actual: Decimal.parse('12') } as const
  const proof = { record: 'r', register: 'x', words: '', evidence: 1, needsEvidence: true }
  const whole = {
    isConfirmed: true,
    isComputable: true,
    occurrences: [met],
    counted: [proof],
    openDifferences: 0,
  }
  test.for([
    ['nothing', whole, []],
    ['who was let off', { ...whole, occurrences: [{ ...met, state: 'waived' as const }] }, []],
    ['what is owed', { ...whole, occurrences: [met, { ...met, state: 'short' as const }] }, ['not-met']],
    ['proof', { ...whole, counted: [{ ...proof, evidence: 0 }] }, ['no-evidence']],
    ['nothing where the register needs no proof', { ...whole, counted: [{ ...proof, evidence: 0, needsEvidence: false }] }, []],
    ['a definition', { ...whole, isComputable: false }, ['needs-definition']],
    ['anything to measure', { ...whole, occurrences: [] }, ['no-occurrence']],
    ['settled differences', { ...whole, openDifferences: 2 }, ['difference-open']],
  ] as const)('asks for %s', ([, facts, codes]) => {
    expect(missingFor(facts).map(({ code }) => code)).toEqual(codes)
  })
})

describe('whose turn it is', () => {
  const single: Panel = { ...panel, people: [office, leader] }
  const both = { ...pair, people: pair.people.filter(({ account }) => account !== 'b') }
  test.for([
    ['those of the level', requested, panel, { kind: 'level', post: 'office', accounts: ['office', 'office-2'] }],
    [
      'the next level up',
      requested,
      { ...panel, people: [{ ...office, isDoer: true }, leader] },
      { kind: 'above', post: 'leader', accounts: ['leader'] },
    ],
    [
      'the meeting, where who verified was the only leader',
      standingAfter([asked, step('agree', 'leader', { lifted: true })], levels),
      single,
      { kind: 'meeting' },
    ],
    ['the meeting, where one of 会签 has left', standingAfter([asked, step('agree', 'office')], pair.levels), both, { kind: 'meeting' }],
    ['nobody, where nobody may verify', requested, { ...panel, people: [] }, { kind: 'nobody' }],
  ] as const)('%s', ([, standing, who, expected]) => {
    expect(turnOf(standing, who)).toEqual(expected)
  })

  test('is told before anything is asked for', () => {
    expect(forecast({ ...panel, people: [leader] }).map(({ turn }) => turn.kind)).toEqual(['above', 'meeting'])
    expect(forecast({ ...panel, leads: true }).map(({ turn }) => turn.kind)).toEqual(['level', 'meeting'])
  })
})

describe('looking again', () => {
  const at0 = { state: 'closed', closedOn: day('2026-03-01') }
  test.for([
    ['what was looked at since', at0, { on: day('2026-03-02'), note: long }, null],
    ['what is not closed', { ...at0, state: 'open' }, { on: day('2026-03-02'), note: long }, 'closure-state'],
    ['what is to come', at0, { on: day('2026-03-04'), note: long }, 'check-in-future'],
    ['what was before', at0, { on: day('2026-02-28'), note: long }, 'check-before-closing'],
    ['what says nothing', at0, { on: day('2026-03-02'), note: '看过' }, 'reason-too-short'],
  ] as const)('%s', ([, closure, check, code]) => {
    expect(codeOf(acceptCheck(closure, check, day('2026-03-03')))).toBe(code)
  })

  test('is due again after each look', () => {
    expect([watchDue(day('2026-03-01'), null, 90), watchDue(day('2026-03-01'), day('2026-06-01'), 30)]).toEqual([
      '2026-05-30',
      '2026-07-01',
    ])
  })
})
