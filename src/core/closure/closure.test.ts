import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterStep, type ClosureLevel, type ClosureStanding, type ClosureStep, notAsked, standingAfter } from '#core/closure/closure.ts'
import { addSigner, agree, askClosure, decideByMeeting, type Decider, reopen, sendBack, withdraw } from '#core/closure/decisions.ts'
import { missingFor } from '#core/closure/gate.ts'
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
  ...more,
})
const verify: ClosureLevel = { role: 'verify', post: 'office', accounts: [], mode: 'any' }
const approve: ClosureLevel = { role: 'approve', post: 'leader', accounts: [], mode: 'any' }
const levels = [verify, approve]
const close = { kind: 'close' } as const
const asked = step('request', 'unit', { aim: close, pinned: 'v1' })
const office: Decider = { account: 'office', post: 'office', isDoer: false }
const leader: Decider = { account: 'leader', post: 'leader', isDoer: false }
const requested = standingAfter([asked], levels)
const verified = standingAfter([asked, step('agree', 'office')], levels)
const closed = standingAfter([asked, step('agree', 'office'), step('agree', 'leader')], levels)
const codeOf = (outcome: ReturnType<typeof agree> | ReturnType<typeof askClosure>) => (outcome.ok ? null : outcome.refusal.code)
const long = '一二三四五六七八九十'

test('two levels close it, one after the other', () => {
  expect([requested.state, verified.state, verified.level, closed.state]).toEqual(['requested', 'requested', 1, 'closed'])
})

test.for([
  ['who asked does not decide', agree(requested, levels, { ...office, account: 'unit' }, 'v1'), 'doer-cannot-decide'],
  ['who did it does not decide', agree(requested, levels, { ...office, isDoer: true }, 'v1'), 'doer-cannot-decide'],
  ['a leader does not verify', agree(requested, levels, leader, 'v1'), 'not-your-level'],
  ['who verified does not approve', agree(verified, levels, { ...leader, account: 'office' }, 'v1'), 'decided-earlier'],
  ['what changed is not approved', agree(verified, levels, leader, 'v2'), 'changed-since-request'],
  ['what is closed is not decided again', agree(closed, levels, leader, 'v1'), 'closure-state'],
  ['nine characters are no reason', sendBack(requested, levels, office, long.slice(1)), 'reason-too-short'],
  ['nine blanks and a word are trimmed before', sendBack(requested, levels, office, ''), 'reason-too-short'],
  ['what is asked is not asked again', askClosure(requested, { aim: close, note: '', missing: [], due: null }), 'closure-state'],
  [
    'with something missing nothing is closed',
    askClosure(notAsked, { aim: close, note: '', missing: [{ code: 'needs-definition', params: {} }], due: null }),
    'gate-not-passed',
  ],
  [
    'an extension goes beyond the day that holds',
    askClosure(notAsked, { aim: { kind: 'extend', due: day('2026-06-30') }, note: long, missing: [], due: day('2026-06-30') }),
    'extension-not-later',
  ],
  ['ending it needs a basis', askClosure(notAsked, { aim: { kind: 'terminate' }, note: '无', missing: [], due: null }), 'reason-too-short'],
  ['an open one is not opened', reopen(notAsked, long), 'closure-state'],
  ['another does not take a request back', withdraw(requested, 'office'), 'not-the-requester'],
  [
    'a meeting decides only where the doer leads',
    decideByMeeting(verified, levels, { leads: false, on: day('2026-03-01'), today: day('2026-03-02'), minutes: long, pinned: 'v1' }),
    'no-meeting-needed',
  ],
  [
    'a meeting does not verify',
    decideByMeeting(requested, levels, { leads: true, on: day('2026-03-01'), today: day('2026-03-02'), minutes: long, pinned: 'v1' }),
    'no-meeting-needed',
  ],
  [
    'a meeting was held',
    decideByMeeting(verified, levels, { leads: true, on: day('2026-03-03'), today: day('2026-03-02'), minutes: long, pinned: 'v1' }),
    'meeting-in-future',
  ],
  ['a signer who did it is no signer', addSigner(requested, levels, office, { account: 'x', isDoer: true }), 'signer-is-doer'],
] as const)('%s', ([, outcome, code]) => {
  expect(codeOf(outcome)).toBe(code)
})

test('an extension leaves it open with the later day; ending it says so; opening again is counted', () => {
  const extend = step('request', 'unit', { aim: { kind: 'extend', due: day('2026-09-30') }, pinned: 'v1' })
  const both = [step('agree', 'office'), step('agree', 'leader')]
  expect(standingAfter([extend, ...both], levels)).toEqual({ ...notAsked, extendedTo: '2026-09-30' })
  const end = step('request', 'unit', { aim: { kind: 'terminate' } })
  expect(standingAfter([extend, ...both, end, ...both], levels)).toMatchObject({ state: 'terminated', extendedTo: '2026-09-30' })
  expect(standingAfter([asked, ...both, step('reopen', 'office')], levels)).toEqual({ ...notAsked, reopened: 1 })
  expect(standingAfter([asked, step('agree', 'office'), step('meeting', 'office')], levels).state).toBe('closed')
})

describe('signatures', () => {
  const all: ClosureLevel = { role: 'approve', post: 'leader', accounts: ['a', 'b'], mode: 'all' }
  const any: ClosureLevel = { ...all, mode: 'any' }
  test.for([
    ['会签 needs everyone', all, ['a'], [], false],
    ['会签 has everyone', all, ['a', 'b'], [], true],
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
  const whole = {
    isConfirmed: true,
    isComputable: true,
    occurrences: [met],
    counted: [{ record: 'r', register: 'x', words: '', evidence: 1 }],
    openDifferences: 0,
  }
  test.for([
    ['nothing', whole, []],
    ['who was let off', { ...whole, occurrences: [{ ...met, state: 'waived' as const }] }, []],
    ['what is owed', { ...whole, occurrences: [met, { ...met, state: 'short' as const }] }, ['not-met']],
    ['proof', { ...whole, counted: [{ record: 'r', register: 'x', words: '', evidence: 0 }] }, ['no-evidence']],
    ['a definition', { ...whole, isComputable: false }, ['needs-definition']],
    ['anything to measure', { ...whole, occurrences: [] }, ['no-occurrence']],
    ['settled differences', { ...whole, openDifferences: 2 }, ['difference-open']],
  ] as const)('asks for %s', ([, facts, codes]) => {
    expect(missingFor(facts).map(({ code }) => code)).toEqual(codes)
  })
})

/** An independent and slower idea of the same: the accepted acts of the round that runs, and nothing else. */
interface Round {
  readonly by: string
  readonly agreed: readonly string[]
}
const noRound = (): Round | null => null
const people: readonly Decider[] = [
  { account: 'o1', post: 'office', isDoer: false },
  { account: 'o2', post: 'office', isDoer: true },
  { account: 'l1', post: 'leader', isDoer: false },
  { account: 'l2', post: 'leader', isDoer: true },
  { account: 'u1', post: 'unit', isDoer: true },
]
const acts = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    what: fc.constantFrom('ask', 'agree', 'return', 'withdraw', 'reopen'),
    pinned: fc.constantFrom('v1', 'v1', 'v1', 'v2'),
  }),
  { maxLength: 40 },
)

test('whatever is tried in whatever order, only two different people of the right posts who did not do it close it', () => {
  fc.assert(
    fc.property(acts, (tried) => {
      let standing = notAsked
      let round = noRound()
      let [isClosed, times] = [false, 0]
      for (const { who, what, pinned } of tried) {
        const made = step(
          what === 'ask'
            ? 'request'
            : what === 'return'
              ? 'return'
              : what === 'agree'
                ? 'agree'
                : what === 'reopen'
                  ? 'reopen'
                  : 'withdraw',
          who.account,
          { aim: close, pinned },
        )
        const outcome =
          what === 'ask'
            ? askClosure(standing, { aim: close, note: '', missing: [], due: null })
            : what === 'agree'
              ? agree(standing, levels, who, pinned)
              : what === 'return'
                ? sendBack(standing, levels, who, long)
                : what === 'withdraw'
                  ? withdraw(standing, who.account)
                  : reopen(standing, long)
        const turn: number = round?.agreed.length ?? 0
        const isMine: boolean = round !== null && who.account !== round.by && !who.isDoer && who.post === (turn === 0 ? 'office' : 'leader')
        const expected: boolean =
          what === 'ask'
            ? round === null && !isClosed
            : what === 'agree'
              ? isMine && pinned === standing.pinned
              : what === 'return'
                ? isMine
                : what === 'withdraw'
                  ? round?.by === who.account
                  : isClosed
        expect(outcome.ok).toBe(expected)
        if (!outcome.ok) continue
        standing = afterStep(standing, made, levels)
        if (what === 'ask') round = { by: who.account, agreed: [] }
        else if (what === 'agree' && round !== null) round = { by: round.by, agreed: [...round.agreed, who.account] }
        else if (what === 'reopen') [isClosed, times] = [false, times + 1]
        else round = null
        if (round?.agreed.length === 2) [isClosed, round] = [true, null]
        expect([standing.state === 'closed', standing.reopened]).toEqual([isClosed, times])
      }
    }),
    { numRuns: 500 },
  )
})
