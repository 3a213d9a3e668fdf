import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { decideFinding, type MeetingFacts, stateEffect } from '#core/finding/decisions.ts'
import { type FindingMeasure, findingStanding, type FindingStep, isAspectClosed, restsOn } from '#core/finding/finding.ts'
import { RecordId } from '#core/record/record.ts'

const day = (text: string) => Day.parse(text)
const measure = (commitment: string, more: Partial<FindingMeasure> = {}): FindingMeasure => ({
  commitment,
  isEnded: true,
  isTerminated: false,
  reopened: 0,
  ...more,
})
const both = [measure('a'), measure('b')]
const MEETING = RecordId.parse('00000000-0000-7000-8000-000000000001')
const step = (kind: FindingStep['kind'], measures: readonly FindingMeasure[], account = 'leader'): FindingStep => ({
  kind,
  account,
  by: account,
  at: Instant.parse('2026-03-02T01:00:00.000Z'),
  words: '',
  meeting: kind === 'state' ? null : MEETING,
  heldOn: kind === 'state' ? null : day('2026-03-03'),
  pinned: restsOn(measures),
})
const stated = step('state', both)
const closing = step('close', both, 'office')

test.for([
  ['no measure is no finding that could be closed', [], [], 'open', 0],
  ['while a measure is open', [], [measure('a'), measure('b', { isEnded: false })], 'open', 0],
  ['when all are closed', [], both, 'ready', 0],
  ['one ended without being done counts as ended', [], [measure('a'), measure('b', { isTerminated: true })], 'ready', 0],
  ['with its effect in words', [stated], both, 'stated', 0],
  ['sent back by the meeting', [stated, step('return', both, 'office')], both, 'returned', 0],
  ['stated anew', [stated, step('return', both, 'office'), stated], both, 'stated', 0],
  ['decided', [stated, closing], both, 'closed', 0],
  [
    'taken back by a measure that was opened again',
    [stated, closing],
    [measure('a'), measure('b', { isEnded: false, reopened: 1 })],
    'open',
    1,
  ],
  ['and to be stated anew when that is closed again', [stated, closing], [measure('a'), measure('b', { reopened: 1 })], 'ready', 1],
  ['taken back by another measure', [stated, closing], [...both, measure('c')], 'ready', 1],
  ['kept by the next period of a standing one', [stated, closing], [measure('a'), measure('b', { isEnded: false })], 'closed', 0],
] as const)('%s', ([, steps, measures, state, takenBack]) => {
  expect(findingStanding(steps, measures)).toMatchObject({ state, takenBack })
})

test('an aspect is closed when all its findings are', () => {
  expect([[], ['closed'], ['closed', 'stated']].map((states) => isAspectClosed(states.map((state) => findingStandingOf(state))))).toEqual([
    false,
    true,
    false,
  ])
})
const findingStandingOf = (state: string) => ({ state: state === 'closed' ? ('closed' as const) : ('stated' as const) })

const effect = '规则修订后重大事项均经集体研究决定，未再发现个人专断'
const held: MeetingFacts = {
  kind: 'close',
  words: '会议认为问题已经整改到位',
  account: 'office',
  heldOn: day('2026-03-03'),
  today: day('2026-03-04'),
  statedOn: day('2026-03-02'),
  files: 1,
  unconfirmed: 0,
}
const statedSo = findingStanding([stated], both)

test.for([
  ['the leader who leads it states the effect', stateEffect({ state: 'ready' }, { words: effect, isLeading: true }), null],
  ['another leader does not', stateEffect({ state: 'ready' }, { words: effect, isLeading: false }), 'not-lead-leader'],
  ['not while a measure is open', stateEffect({ state: 'open' }, { words: effect, isLeading: true }), 'finding-state'],
  ['not when it is closed', stateEffect({ state: 'closed' }, { words: effect, isLeading: true }), 'finding-state'],
  ['not in two words', stateEffect({ state: 'ready' }, { words: '已整改', isLeading: true }), 'effect-too-short'],
  ['the meeting closes it', decideFinding(statedSo, held), null],
  ['not before the effect is stated', decideFinding(findingStanding([], both), held), 'finding-state'],
  ['not by who stated it', decideFinding(statedSo, { ...held, account: 'leader' }), 'same-person'],
  ['not with measures that nobody has confirmed', decideFinding(statedSo, { ...held, unconfirmed: 1 }), 'measures-unconfirmed'],
  ['but it is sent back all the same', decideFinding(statedSo, { ...held, kind: 'return', unconfirmed: 1 }), null],
  ['not without a reason', decideFinding(statedSo, { ...held, words: '同意' }), 'reason-too-short'],
  ['not without minutes', decideFinding(statedSo, { ...held, files: 0 }), 'no-minutes'],
  ['not by a meeting to come', decideFinding(statedSo, { ...held, heldOn: day('2026-03-05') }), 'meeting-in-future'],
  ['not by a meeting before it was stated', decideFinding(statedSo, { ...held, heldOn: day('2026-03-01') }), 'meeting-before-statement'],
] as const)('%s', ([, outcome, code]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('whatever happens to its measures, nothing is closed that the meeting has not decided on as it stands', () => {
  const event = fc.oneof(
    fc.record({ what: fc.constantFrom('close', 'open'), which: fc.nat({ max: 2 }) }),
    fc.constant({ what: 'state', which: 0 }),
    fc.constant({ what: 'decide', which: 0 }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let measures = ['a', 'b', 'c'].map((name) => measure(name, { isEnded: false }))
      let steps: readonly FindingStep[] = []
      // the notebook: whether the effect was said, and the meeting said yes, since anything was opened
      let [said, agreed] = [false, false]
      for (const { what, which } of events) {
        const before = findingStanding(steps, measures)
        const own = measures[which]
        if (what === 'close') measures = measures.with(which, { ...measure('abc'[which] ?? ''), reopened: own?.reopened ?? 0 })
        if (what === 'open' && own?.isEnded === true) {
          measures = measures.with(which, { ...own, isEnded: false, reopened: own.reopened + 1 })
          said = false
          agreed = false
        }
        if (what === 'state' && stateEffect(before, { words: effect, isLeading: true }).ok) {
          steps = [...steps, step('state', measures)]
          said = true
        }
        if (what === 'decide') {
          const outcome = decideFinding(before, held)
          if (outcome.ok !== (said && !agreed)) throw new Error(`decided: ${String(outcome.ok)}`)
          if (outcome.ok) steps = [...steps, step('close', measures, 'office')]
          agreed ||= outcome.ok
        }
        expect(findingStanding(steps, measures).state === 'closed').toBe(agreed)
      }
    }),
  )
})
