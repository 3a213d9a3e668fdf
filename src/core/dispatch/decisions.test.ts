import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { claim, giveBack } from '#core/dispatch/claim.ts'
import { handOut, mayAnswer, name } from '#core/dispatch/decisions.ts'
import { type DispatchStanding, notDispatched } from '#core/dispatch/dispatch.ts'
import { signPledge } from '#core/dispatch/sign-pledge.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import type { Party } from '#core/roster/party.ts'

const codeOf = (outcome: Outcome<unknown, string>) => (outcome.ok ? null : outcome.refusal.code)
const orgs = new Set(['a', 'b'])
const to = (org: string, supporting: readonly string[] = []) => ({ org, supporting, note: '' })
const known = { isConfirmed: true, orgs }

test.for([
  ['what is in the ledger, to a unit that is there', handOut(notDispatched, 'dispatch', to('a', ['b']), known), null],
  ['a draft', handOut(notDispatched, 'dispatch', to('a'), { ...known, isConfirmed: false }), 'not-in-ledger'],
  ['a unit that was closed', handOut(notDispatched, 'dispatch', to('c'), known), 'unit-unknown'],
  ['support by a unit that was closed', handOut(notDispatched, 'dispatch', to('a', ['c']), known), 'unit-unknown'],
  ['a unit that supports itself', handOut(notDispatched, 'dispatch', to('a', ['a']), known), 'supports-itself'],
] as const)('handing out %s', ([, outcome, code]) => {
  expect(codeOf(outcome)).toBe(code)
})

const given: DispatchStanding = { ...notDispatched, state: 'dispatched', org: 'a', round: 1 }
const head: Party = { kind: 'post', id: 'head' }
const clerk: Party = { kind: 'person', id: 'clerk' }
const stranger: Party = { kind: 'person', id: 'stranger' }
const facts = {
  who: { isHead: true, isOffice: false, hasHead: true },
  people: new Set(['post:head', 'person:clerk']),
  due: Day.parse('2026-06-30'),
}
const task = (by: string, who: Party | null = null) => ({ words: '起草', by: Day.parse(by), who })

test.for([
  ['on its last day', { owner: head, tasks: [task('2026-06-30', clerk)] }, facts, null],
  ['without steps', { owner: clerk, tasks: [] }, facts, null],
  ['where nothing is due', { owner: head, tasks: [task('2030-01-01')] }, { ...facts, due: null }, null],
  ['a day late', { owner: head, tasks: [task('2026-06-01'), task('2026-07-01')] }, facts, 'task-too-late'],
  ['an owner of elsewhere', { owner: stranger, tasks: [] }, facts, 'owner-elsewhere'],
  ['a step by somebody of elsewhere', { owner: head, tasks: [task('2026-06-01', stranger)] }, facts, 'task-elsewhere'],
] as const)('naming %s', ([, named, known_, code]) => {
  expect(codeOf(name(given, 'confirm', named, known_))).toBe(code)
})

test('a step that is late is named', () => {
  const outcome = name(given, 'confirm', { owner: head, tasks: [task('2026-06-01'), task('2026-07-01')] }, facts)
  expect(outcome).toMatchObject({ refusal: { params: { task: '2', due: '2026-06-30' } } })
})

test.for([
  [{ isHead: true, isOffice: false, hasHead: true }, true],
  [{ isHead: false, isOffice: true, hasHead: true }, false],
  [{ isHead: false, isOffice: true, hasHead: false }, true],
  [{ isHead: false, isOffice: false, hasHead: false }, false],
] as const)('%o answers for a unit: %s', ([who, may]) => {
  expect(mayAnswer(who)).toBe(may)
})

const vice: Party = { kind: 'post', id: 'vice' }
const free = { leader: null, isVacant: false }
const own = { leader: vice, self: ['post:vice'], isOffice: false, isThere: true, hasAccount: true }

test.for([
  ['what nobody has', claim(free, own), null],
  ['what somebody has', claim({ leader: head, isVacant: false }, own), 'claimed-already'],
  ['what somebody had who left', claim({ leader: head, isVacant: true }, own), null],
  ['for somebody else', claim(free, { ...own, self: ['post:head'] }), 'not-yours'],
  ['by somebody who left', claim(free, { ...own, isThere: false }), 'leader-unknown'],
  ['by the office for one without an account', claim(free, { ...own, self: [], isOffice: true, hasAccount: false }), null],
  ['by the office for one with an account', claim(free, { ...own, self: [], isOffice: true }), 'leader-claims-themselves'],
  ['back, one’s own', giveBack({ leader: vice, isVacant: false }, own), null],
  ['back, another’s', giveBack({ leader: head, isVacant: false }, own), 'not-yours'],
  ['back, nobody’s', giveBack(free, own), 'not-claimed'],
] as const)('claiming %s', ([, outcome, code]) => {
  expect(codeOf(outcome)).toBe(code)
})

const read = { items: 3, isOwn: true, digest: 'v2', read: 'v2', signed: null }

test.for([
  ['as it reads', read, null],
  ['again after a change', { ...read, signed: 'v1' }, null],
  ['twice', { ...read, signed: 'v2' }, 'signed-already'],
  ['what changed since it was read', { ...read, read: 'v1' }, 'changed-since-read'],
  ['another’s', { ...read, isOwn: false }, 'not-yours-to-sign'],
  ['an empty one', { ...read, items: 0 }, 'nothing-to-sign'],
] as const)('signing %s', ([, asked, code]) => {
  expect(codeOf(signPledge(asked))).toBe(code)
})
