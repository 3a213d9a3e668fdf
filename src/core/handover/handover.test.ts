import { expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { beginHandover, confirmHandover, type Handover, isDone } from '#core/handover/handover.ts'
import { idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'

const [holder, other] = [idOf(42), idOf(43)]
const post = smallOrganisation.holdings.find(({ person }) => person === holder)?.post ?? ''
const at = Instant.parse('2026-03-02T01:00:00.000Z')
const handover: Handover = {
  id: 'h',
  postId: post,
  fromId: holder,
  toId: other,
  onDay: Day.parse('2026-03-02'),
  note: '',
  items: [],
  begunByName: 'O',
  begunAt: at,
  fromConfirmedAt: null,
  fromConfirmedByName: null,
  toConfirmedAt: null,
  toConfirmedByName: null,
  cancelledAt: null,
}

test.for([
  [{ post, from: holder, to: other }, null],
  [{ post, from: holder, to: holder }, 'same-person'],
  [{ post, from: idOf(41), to: other }, 'not-the-holder'],
] as const)('%j begins: %s', ([asked, refusal]) => {
  const outcome = beginHandover(asked, smallOrganisation.holdings)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

test.for([
  ['who hands over', handover, holder, 'from'],
  ['who takes over', handover, other, 'to'],
  ['somebody else', handover, idOf(41), 'not-concerned'],
  ['nobody', handover, null, 'not-concerned'],
  ['twice', { ...handover, toConfirmedAt: at }, other, 'already-confirmed'],
  ['when it is off', { ...handover, cancelledAt: at }, other, 'handover-over'],
] as const)('%s confirms', ([, which, person, came]) => {
  const outcome = confirmHandover(which, person)
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(came)
})

test('it is done when both sides confirmed', () => {
  const one = { ...handover, fromConfirmedAt: at }
  expect([isDone(handover), isDone(one), isDone({ ...one, toConfirmedAt: at })]).toEqual([false, false, true])
})
