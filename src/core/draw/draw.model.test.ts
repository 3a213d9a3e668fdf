import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Contribution, contribute, isSettled, reveal } from '#core/draw/contribution.ts'
import { abandonable, freezable, replacement, seedable } from '#core/draw/decisions.ts'
import type { DrawItem, DrawState } from '#core/draw/draw.ts'
import { type DrawAct, drawTurn } from '#core/draw/turns.ts'
import { Instant } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'

/** One draw as people would tell it. `secrets`: who gave one, and whether they have read it out; `sample`, `rest`: numbers in the order of the draw. */
interface Told {
  phase: 'list' | 'sealed' | 'running' | 'done' | 'over'
  secrets: Map<string, boolean>
  hasDice: boolean
  sample: string[]
  judged: Set<string>
  rest: string[]
}

interface Real {
  state: DrawState
  given: readonly Contribution[]
  items: readonly DrawItem[]
}

type Tried =
  | { readonly act: 'freeze'; readonly count: number }
  | { readonly act: 'secret' | 'reveal'; readonly who: string; readonly isTrue: boolean }
  | { readonly act: 'dice' }
  | { readonly act: 'rank' }
  | { readonly act: 'replace' | 'judge'; readonly at: number; readonly note: string }
  | { readonly act: 'abandon'; readonly note: string }

const SIZE = 4
const SAMPLE = 2
const digestOf = (text: string): string => (text.startsWith('secret of') ? 'ab' : 'cd').repeat(32)
const secretOf = (who: string): string => `secret of ${who} in full`
const at = Instant.parse('2026-03-02T01:00:00Z')
const account = (who: string): string => `00000000-0000-4000-8000-00000000000${who === '甲' ? '1' : '2'}`

/** What a person would say of it: null where it is done, else why not. */
function expected(told: Told, tried: Tried): string | null {
  const isRead = [...told.secrets.values()]
  const parties = told.secrets.size + (told.hasDice ? 1 : 0)
  switch (tried.act) {
    case 'freeze':
      return told.phase !== 'list' ? 'draw-state' : tried.count > SIZE ? 'draw-too-large' : null
    case 'secret':
      if (told.phase !== 'sealed') return 'draw-state'
      if (told.secrets.has(tried.who)) return 'party-twice'
      return told.hasDice || isRead.includes(true) ? 'secrets-closed' : null
    case 'dice':
      if (told.phase !== 'sealed') return 'draw-state'
      return told.hasDice ? 'party-twice' : told.secrets.size === 0 ? 'secret-first' : null
    case 'reveal':
      if (told.phase !== 'sealed') return 'draw-state'
      if (parties < 2) return 'too-few-parties'
      if (told.secrets.get(tried.who) !== false) return 'nothing-to-reveal'
      return tried.isTrue ? null : 'reveal-does-not-match'
    case 'rank':
      return told.phase === 'running' ? null : 'draw-state'
    case 'judge':
      return told.phase === 'done' ? null : 'draw-state'
    case 'replace': {
      if (told.phase !== 'done') return 'draw-state'
      const id = told.sample[tried.at] ?? ''
      if (told.judged.has(id)) return 'already-judged'
      return tried.note.length < 10 ? 'reason-too-short' : told.rest.length === 0 ? 'nothing-left' : null
    }
    case 'abandon':
      if (told.phase === 'done' || told.phase === 'over') return 'draw-state'
      return tried.note.length < 10 ? 'reason-too-short' : null
  }
}

function tell(told: Told, tried: Tried): void {
  if (tried.act === 'freeze') told.phase = 'sealed'
  if (tried.act === 'abandon') told.phase = 'over'
  if (tried.act === 'rank') told.phase = 'done'
  if (tried.act === 'dice') told.hasDice = true
  if (tried.act === 'secret') told.secrets.set(tried.who, false)
  if (tried.act === 'reveal') told.secrets.set(tried.who, true)
  if (tried.act === 'judge') told.judged.add(told.sample[tried.at] ?? '')
  if (tried.act === 'replace') told.sample[tried.at] = told.rest.shift() ?? ''
  const isSettledNow = [...told.secrets.values()].every(Boolean) && told.secrets.size + (told.hasDice ? 1 : 0) >= 2
  if (told.phase === 'sealed' && told.secrets.size > 0 && isSettledNow) told.phase = 'running'
}

const why = (outcome: Outcome<unknown, string>): string | null => (outcome.ok ? null : outcome.refusal.code)

/** Does it with the decisions; gives why not, or null. */
function does(real: Real, told: Told, tried: Tried): string | null {
  const turn = (act: DrawAct): boolean => {
    const next = drawTurn(real.state, act)
    if (next.ok) real.state = next.value
    return next.ok
  }
  const give = (outcome: Outcome<readonly Contribution[], string>): string | null => {
    if (!outcome.ok) return outcome.refusal.code
    real.given = outcome.value
    if (isSettled(real.given)) same(true, turn('settle'))
    return null
  }
  switch (tried.act) {
    case 'freeze': {
      const refused = why(freezable(real.state, { kind: 'count', count: tried.count }, { 全部: SIZE }))
      if (refused === null) same(true, turn('freeze'))
      return refused
    }
    case 'secret':
    case 'dice':
    case 'reveal': {
      const refused = why(seedable(real.state, true))
      if (refused !== null) return refused
      if (tried.act === 'reveal') {
        const value = tried.isTrue ? secretOf(tried.who) : 'something else altogether'
        return give(reveal(real.given, { account: account(tried.who), value }, digestOf))
      }
      const who = tried.act === 'dice' ? '掷骰子' : tried.who
      const part =
        tried.act === 'dice'
          ? { kind: 'dice' as const, digest: '', value: '3614255136' }
          : { kind: 'secret' as const, digest: digestOf(secretOf(who)), value: null }
      return give(contribute(real.given, { party: who, account: account(who), by: who, at, ...part }))
    }
    case 'rank':
      if (!turn('rank')) return 'draw-state'
      real.items = [...told.sample, ...told.rest].map((id, index) => itemOf(id, index))
      return null
    case 'judge':
      if (!turn('judge')) return 'draw-state'
      real.items = real.items.map((each) => (each.id === told.sample[tried.at] ? { ...each, outcome: 'sound' as const } : each))
      return null
    case 'replace': {
      if (!turn('replace')) return 'draw-state'
      const id = told.sample[tried.at] ?? ''
      const next = replacement(real.items, id, tried.note)
      if (!next.ok) return next.refusal.code
      real.items = real.items.map((each) =>
        each.id === id ? { ...each, state: 'replaced' as const } : each.id === next.value.id ? { ...each, state: 'drawn' as const } : each,
      )
      return null
    }
    case 'abandon': {
      const refused = why(abandonable(real.state, tried.note))
      if (refused === null) same(true, turn('abandon'))
      return refused
    }
  }
}

function itemOf(id: string, index: number): DrawItem {
  const state = index < SAMPLE ? ('drawn' as const) : ('spare' as const)
  const rest = { reason: '', replaces: null, outcome: null, note: '', judgedBy: '' }
  return { id, stratum: '全部', part: 1, ordinal: index + 1, rank: `0${index}`, state, ...rest }
}

function drawn({ items }: Real): readonly string[] {
  return items.filter(({ state }) => state === 'drawn').map(({ id }) => id)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}

function same(told: unknown, real: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(real)) throw new Error(`${JSON.stringify(told)} is ${JSON.stringify(real)}`)
}

function tryIt(tried: Tried): fc.Command<Told, Real> {
  return {
    check: () => true,
    run(told, real) {
      const wanted = expected(told, tried)
      same(wanted, does(real, told, tried))
      if (wanted === null) tell(told, tried)
      same({ list: 'draft', sealed: 'frozen', running: 'drawing', done: 'drawn', over: 'abandoned' }[told.phase], real.state)
      if (told.phase === 'done') same(told.sample.toSorted(byText), drawn(real).toSorted(byText))
    },
    toString: () => JSON.stringify(tried),
  }
}

const note = fc.constantFrom('', '一二三四五六七八九', '承办人是评查员的近亲属，应当回避')
const who = fc.constantFrom('甲', '乙')
const place = fc.nat({ max: SAMPLE - 1 })
const tries: readonly fc.Arbitrary<Tried>[] = [
  fc.record({ act: fc.constant('freeze' as const), count: fc.constantFrom(SAMPLE, SIZE + 1) }),
  fc.record({ act: fc.constant('secret' as const), who, isTrue: fc.constant(true) }),
  fc.record({ act: fc.constant('reveal' as const), who, isTrue: fc.boolean() }),
  fc.record({ act: fc.constant('dice' as const) }),
  fc.record({ act: fc.constant('rank' as const) }),
  fc.record({ act: fc.constantFrom('replace' as const, 'judge' as const), at: place, note }),
  fc.record({ act: fc.constant('abandon' as const), note: fc.constantFrom('', '清单有误，重新导出后再抽取') }),
]

test('whatever is tried in whatever order, a draw does what a person would say, and refuses with the same reason', () => {
  const commands = tries.map((each) => each.map(tryIt))
  const property = fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (some) => {
    fc.modelRun(begin, some)
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

/** A list was read, and nothing else has happened. */
function begin(): { readonly model: Told; readonly real: Real } {
  return {
    model: { phase: 'list', secrets: new Map(), hasDice: false, sample: ['a', 'b'], judged: new Set(), rest: ['c', 'd'] },
    real: { state: 'draft', given: [], items: [] },
  }
}
