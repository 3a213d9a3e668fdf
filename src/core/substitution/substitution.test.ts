import { expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { actsOn, decideSubstitution, endSubstitution, requestSubstitution, type Substitution } from '#core/substitution/substitution.ts'

const [head, other] = [idOf(42), idOf(43)]
const holding = smallOrganisation.holdings.find(({ person }) => person === head)
if (holding === undefined) throw new Error('nobody holds a post')
const asked = { post: holding.post, absent: head, substitute: other, from: Day.parse('2025-03-03'), to: Day.parse('2025-03-14') }
const by = (person: string | null, isOffice = false) => ({ holdings: smallOrganisation.holdings, person, isOffice })

test.for([
  ['who is away asks', asked, by(head), null],
  ['the office asks', asked, by(null, true), null],
  ['nobody else does', asked, by(other), 'not-concerned'],
  ['for oneself', { ...asked, substitute: head }, by(head), 'same-person'],
  ['back in time', { ...asked, to: Day.parse('2025-03-01') }, by(head), 'interval-reversed'],
  ['for a year', { ...asked, to: Day.parse('2026-03-01') }, by(head), 'too-long'],
  ['for a post one does not hold', { ...asked, post: idOf(99) }, by(head), 'not-the-holder'],
  ['before one held it', { ...asked, from: Day.parse('1995-01-01'), to: Day.parse('1995-01-02') }, by(head), 'not-the-holder'],
] as const)('%s', ([, what, whom, refusal]) => {
  const outcome = requestSubstitution(what, whom)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

const waiting: Substitution = {
  id: 's',
  postId: holding.post,
  absentId: head,
  substituteId: other,
  fromDay: asked.from,
  toDay: asked.to,
  reason: '出差',
  requestedBy: 'h',
  requestedByName: 'H',
  requestedAt: Instant.parse('2025-03-01T01:00:00.000Z'),
  state: 'waiting',
  decidedByName: null,
  decidedAt: null,
}
const confirmed: Substitution = { ...waiting, state: 'confirmed' }
const account = (name: string, person: string | null, isOffice = false) => ({ account: name, person, isOffice })

test.for([
  ['who substitutes confirms', decideSubstitution(waiting, account('o', other)), null],
  ['the office does', decideSubstitution(waiting, account('x', null, true)), null],
  ['who asked does not', decideSubstitution(waiting, account('h', head)), 'own-request'],
  ['nobody else does', decideSubstitution(waiting, account('z', idOf(41))), 'not-concerned'],
  ['once', decideSubstitution(confirmed, account('o', other)), 'not-waiting'],
  ['it is ended by who is back', endSubstitution(confirmed, account('h', head)), null],
  ['not by others', endSubstitution(confirmed, account('z', idOf(41))), 'not-concerned'],
  ['not twice', endSubstitution({ ...confirmed, state: 'ended' }, account('h', head)), 'not-waiting'],
] as const)('%s', ([, outcome, refusal]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

test.for([
  ['2025-03-03', other, true],
  ['2025-03-14', other, true],
  ['2025-03-15', other, false],
  ['2025-03-05', head, false],
  ['2025-03-05', null, false],
] as const)('on %s %s acts: %s', ([day, person, acts]) => {
  expect(actsOn(confirmed, person, Day.parse(day))).toBe(acts)
})
