import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { handOut, name, sendBack, settle } from '#core/dispatch/decisions.ts'
import { afterStep, DispatchAct, type DispatchStanding, notDispatched, type Task } from '#core/dispatch/dispatch.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import type { Party } from '#core/roster/party.ts'

/** What happened to one commitment, kept as people would tell it: who has it, whether they said yes or no, and whether the office held to it. */
interface Told {
  holder: string | null
  answer: 'none' | 'yes' | 'no'
  isHeldTo: boolean
  times: number
}

interface Real {
  standing: DispatchStanding
}

const due = Day.parse('2026-12-31')
const units = ['立案庭', '研究室', '办公室']
const person = (unit: string): Party => ({ kind: 'post', id: `${unit}-head` })
const reasons = ['', '一二三四五六七八九', '这项工作不属于本部门职责范围']

interface Tried {
  readonly act: DispatchAct
  readonly unit: string
  readonly note: string
  readonly isHead: boolean
  readonly day: string
}

/** What a person would say of it: null where it is done, else why not; written without the table of turns. */
function expected(told: Told, { act, unit, note, isHead, day }: Tried): string | null {
  const isShort = Array.from(note).length < 10
  const nobody = told.holder === null
  switch (act) {
    case 'dispatch':
      return nobody ? null : 'dispatched-already'
    case 'reassign':
      return nobody ? 'not-dispatched' : unit === told.holder ? 'same-unit' : isShort ? 'reason-too-short' : null
    case 'withdraw':
      return nobody ? 'not-dispatched' : isShort ? 'reason-too-short' : null
    case 'insist':
      if (nobody) return 'not-dispatched'
      if (told.answer === 'no') return isShort ? 'reason-too-short' : null
      return told.isHeldTo && told.answer === 'none' ? 'insisted-on' : 'not-refused'
    case 'refuse':
      if (nobody) return 'not-dispatched'
      if (told.answer !== 'none') return told.answer === 'yes' ? 'confirmed-already' : 'refused-already'
      return told.isHeldTo ? 'insisted-on' : !isHead ? 'not-the-head' : isShort ? 'reason-too-short' : null
    case 'confirm':
    case 'refine': {
      if (nobody) return 'not-dispatched'
      if (act === 'confirm' && told.answer !== 'none') return told.answer === 'yes' ? 'confirmed-already' : 'refused-already'
      if (act === 'refine' && told.answer !== 'yes') return 'not-confirmed'
      if (!isHead) return 'not-the-head'
      if (unit !== told.holder) return 'owner-elsewhere'
      return day > due ? 'task-too-late' : null
    }
  }
}

/** What becomes of it. */
function tell(told: Told, { act, unit }: Tried): void {
  if (act === 'dispatch' || act === 'reassign')
    Object.assign(told, { holder: unit, answer: 'none', isHeldTo: false, times: told.times + 1 })
  if (act === 'withdraw') Object.assign(told, { holder: null, answer: 'none', isHeldTo: false })
  if (act === 'insist') Object.assign(told, { answer: 'none', isHeldTo: true })
  if (act === 'refuse') told.answer = 'no'
  if (act === 'confirm') told.answer = 'yes'
}

/** Tries something on both and compares what they come to. */
function tryIt(tried: Tried): fc.Command<Told, Real> {
  return {
    check: () => true,
    toString: () => JSON.stringify(tried),
    run(told, real) {
      const { act, unit, note, isHead, day } = tried
      const tasks: readonly Task[] = [{ words: '起草', by: Day.parse(day), who: null }]
      const outcome = decide(tried, real.standing, tasks)
      same({ why: expected(told, tried) }, { why: outcome.ok ? null : outcome.refusal.code })
      if (!outcome.ok) return
      const isNaming = act === 'confirm' || act === 'refine'
      same(isNaming, isNaming && isHead)
      real.standing = afterStep(real.standing, {
        kind: act,
        note,
        org: act === 'dispatch' || act === 'reassign' ? unit : null,
        supporting: [],
        owner: isNaming ? person(unit) : null,
        tasks: isNaming ? tasks : [],
      })
      tell(told, tried)
      const { org, owner, round, tasks: kept } = real.standing
      const isAgreed = told.answer === 'yes'
      same(
        { org: told.holder, round: told.times, isNamed: isAgreed, steps: isAgreed ? 1 : 0 },
        { org, round, isNamed: owner !== null, steps: kept.length },
      )
    },
  }
}

function same(told: unknown, real: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(real)) throw new Error(`${JSON.stringify(told)} is ${JSON.stringify(real)}`)
}

function decide({ act, unit, note, isHead }: Tried, standing: DispatchStanding, tasks: readonly Task[]): Outcome<unknown, string> {
  const who = { isHead, isOffice: false, hasHead: true }
  switch (act) {
    case 'dispatch':
    case 'reassign':
      return handOut(standing, act, { org: unit, supporting: [], note }, { isConfirmed: true, orgs: new Set(units) })
    case 'withdraw':
    case 'insist':
      return settle(standing, act, note)
    case 'refuse':
      return sendBack(standing, who, note)
    case 'confirm':
    case 'refine':
      return name(standing, act, { owner: person(unit), tasks }, { who, people: new Set([`post:${standing.org ?? ''}-head`]), due })
  }
}

test('whatever is tried in whatever order, it is done or refused as a person would say', () => {
  const tried = fc.record({
    act: fc.constantFrom(...DispatchAct.options),
    unit: fc.constantFrom(...units),
    note: fc.constantFrom(...reasons),
    isHead: fc.boolean(),
    day: fc.constantFrom('2026-12-31', '2027-01-01'),
  })
  const commands = fc.commands([tried.map(tryIt)], { size: 'large' })
  const property = fc.property(commands, (some) => {
    fc.modelRun(begin, some)
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

/** Nothing has happened yet. */
function begin(): { readonly model: Told; readonly real: Real } {
  return { model: { holder: null, answer: 'none', isHeldTo: false, times: 0 }, real: { standing: notDispatched } }
}
