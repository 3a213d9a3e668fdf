import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post } from '#core/access/post.ts'
import { type ClosureLevel, type ClosureStep, notAsked, standingAfter } from '#core/closure/closure.ts'
import { addSigner, agree, askClosure, decideByMeeting, reopen, sendBack, withdraw } from '#core/closure/decisions.ts'
import type { Panel } from '#core/closure/panel.ts'
import { Day, Instant } from '#core/day/day.ts'

const LONG = '一二三四五六七八九十'
const TODAY = Day.parse('2026-03-02')
const POSTS: Readonly<Record<string, Post>> = { o1: 'office', o2: 'office', l1: 'leader', l2: 'leader', l3: 'leader', u1: 'unit' }
const NAMES = Object.keys(POSTS)
const level = (role: ClosureLevel['role'], post: ClosureLevel['post'], accounts: readonly string[], mode: ClosureLevel['mode']) =>
  ({ role, post, accounts, mode }) satisfies ClosureLevel
const WAYS = [
  [level('verify', 'office', [], 'any'), level('approve', 'leader', [], 'any')],
  [level('verify', 'office', [], 'any'), level('approve', 'leader', ['l1', 'l2'], 'all')],
  [level('verify', 'office', ['o2'], 'any'), level('verify', 'leader', ['l1', 'l2'], 'any'), level('approve', 'leader', [], 'any')],
]

/** The product: steps, and what the day brings. */
interface Real {
  readonly levels: readonly ClosureLevel[]
  readonly leads: boolean
  steps: ClosureStep[]
}

/** A small world of its own: what a secretary with a notebook would know. */
interface Model {
  readonly levels: readonly ClosureLevel[]
  readonly leads: boolean
  readonly gone: Set<string>
  readonly doers: Set<string>
  version: number
  phase: 'idle' | 'running' | 'closed'
  by: string
  asked: number
  /** Names under each level that was or is signed. */
  sheets: string[][]
  added: string[]
  /** Whether somebody from above has signed the last of the sheets. */
  fromAbove: boolean
  times: number
}

type What = 'ask' | 'agree' | 'return' | 'withdraw' | 'reopen' | 'add' | 'meet' | 'leave' | 'come' | 'do' | 'change'

const able = (m: Model, name: string) =>
  !m.gone.has(name) && !m.doers.has(name) && name !== m.by && !m.sheets.slice(0, -1).some((sheet) => sheet.includes(name))
const ofLevel = ({ accounts, post }: ClosureLevel, name: string) => (accounts.length > 0 ? accounts.includes(name) : POSTS[name] === post)

/** Who may press the button now: names, or that a meeting must, or nobody can. `own`: of the level itself. */
function turn(m: Model): { readonly names: readonly string[]; readonly own: boolean } | 'meeting' | 'nobody' {
  const now = m.levels[m.sheets.length - 1]
  if (now === undefined) return 'nobody'
  if (now.role === 'approve' && m.leads) return 'meeting'
  const own = NAMES.filter((name) => ofLevel(now, name) && able(m, name))
  if (now.mode === 'all' ? now.accounts.every((name) => own.includes(name)) : own.length > 0) return { names: own, own: true }
  const higher = now.post === 'leader' ? [] : now.post === 'office' ? (['leader'] as const) : (['office', 'leader'] as const)
  for (const post of higher) {
    const names = NAMES.filter((name) => POSTS[name] === post && able(m, name) && !ofLevel(now, name))
    if (names.length > 0) return { names, own: false }
  }
  return now.role === 'approve' ? 'meeting' : 'nobody'
}

/** Whether the notebook lets somebody decide at the level that runs. */
function decides(m: Model, who: string): boolean {
  const now = m.levels[m.sheets.length - 1]
  const whose = turn(m)
  if (m.phase !== 'running' || now === undefined || typeof whose === 'string') return false
  if (m.doers.has(who) || who === m.by || m.sheets.slice(0, -1).some((sheet) => sheet.includes(who))) return false
  return ofLevel(now, who) || m.added.includes(who) || whose.names.some((name) => !whose.own && POSTS[name] === POSTS[who])
}

const MAY: Readonly<Record<What, (m: Model, who: string, other: string) => boolean>> = {
  ask: (m) => m.phase === 'idle',
  agree: (m, who) => decides(m, who) && m.asked === m.version && m.sheets.at(-1)?.includes(who) === false,
  return: (m, who) => decides(m, who),
  withdraw: (m, who) => m.phase === 'running' && m.by === who,
  reopen: (m) => m.phase === 'closed',
  add: (m, who, other) =>
    decides(m, who) &&
    !m.doers.has(other) &&
    other !== m.by &&
    !m.sheets.flat().includes(other) &&
    !m.added.includes(other) &&
    m.levels[m.sheets.length - 1]?.accounts.includes(other) === false,
  meet: (m) => m.phase === 'running' && turn(m) === 'meeting' && m.asked === m.version,
  leave: () => true,
  come: () => true,
  do: () => true,
  change: () => true,
}

/** What the notebook says after something that was allowed. */
function after(m: Model, what: What, who: string, other: string): void {
  const idle = (): void => void Object.assign(m, { phase: 'idle', by: '', sheets: [], added: [] })
  const close = (): void => void Object.assign(m, { phase: 'closed', by: '', sheets: [], added: [] })
  if (what === 'ask') Object.assign(m, { phase: 'running', by: who, asked: m.version, sheets: [[]], added: [], fromAbove: false })
  if (what === 'return' || what === 'withdraw') idle()
  if (what === 'reopen') Object.assign(m, { phase: 'idle', times: m.times + 1 })
  if (what === 'add') m.added = [...m.added, other]
  if (what === 'meet') close()
  if (what === 'leave') m.gone.add(who)
  if (what === 'come') m.gone.delete(who)
  if (what === 'do') m.doers.add(who)
  if (what === 'change') m.version += 1
  if (what !== 'agree') return
  const now = m.levels[m.sheets.length - 1]
  m.fromAbove ||= now !== undefined && !ofLevel(now, who) && !m.added.includes(who)
  const sheet = m.sheets.at(-1) ?? []
  sheet.push(who)
  const own = sheet.filter((name) => now !== undefined && ofLevel(now, name) && !(now.accounts.length === 0 && m.added.includes(name)))
  const isSigned = m.fromAbove || (now?.mode === 'all' ? now.accounts.every((name) => sheet.includes(name)) : own.length > 0)
  if (!isSigned || m.added.some((name) => !sheet.includes(name))) return
  Object.assign(m, { added: [], fromAbove: false })
  if (m.sheets.length === m.levels.length) close()
  else m.sheets.push([])
}

/** What is tried. */
function act(what: What, who: string, other: string): fc.Command<Model, Real> {
  return { check: () => true, run: (m, real) => tryIt(m, real, { what, who, other }), toString: () => `${what}(${who}, ${other})` }
}

function tryIt(m: Model, real: Real, { what, who, other }: { readonly what: What; readonly who: string; readonly other: string }): void {
  const standing = standingAfter(real.steps, real.levels)
  const people = NAMES.filter((name) => !m.gone.has(name)).map((account) => personOf(m, account))
  const panel: Panel = { levels: real.levels, people, leads: real.leads }
  const [me, pinned] = [personOf(m, who), `v${m.version}`]
  const outcome = {
    ask: () => askClosure(standing, []),
    agree: () => agree(standing, panel, me, pinned),
    return: () => sendBack(standing, panel, me, LONG),
    withdraw: () => withdraw(standing, who),
    reopen: () => reopen(standing, LONG),
    add: () => addSigner(standing, panel, me, personOf(m, other)),
    meet: () => decideByMeeting(standing, panel, { on: TODAY, today: TODAY, minutes: LONG, files: 1, pinned }),
    leave: nothing,
    come: nothing,
    do: nothing,
    change: nothing,
  }[what]()
  const expected = MAY[what](m, who, other)
  demand(outcome === null || outcome.ok === expected, `${what} by ${who}: ${String(outcome?.ok)}, the notebook says ${String(expected)}`)
  demand(outcome?.ok !== false || /^[a-z-]{8,}$/.test(outcome.refusal.code), 'every no says why')
  if (expected) {
    const value = outcome?.ok === true ? outcome.value : null
    const lifted = value !== null && typeof value === 'object' && 'lifted' in value && value.lifted
    const kind = KINDS[what]
    if (kind !== null) real.steps = [...real.steps, stepOf(kind, { who, other, pinned, lifted, level: standing.level })]
    after(m, what, who, other)
  }
  const { state, level: at, reopened } = standingAfter(real.steps, real.levels)
  const phase = state === 'requested' ? 'running' : state === 'closed' ? 'closed' : 'idle'
  demand(phase === m.phase && at === Math.max(0, m.sheets.length - 1) && reopened === m.times, `${phase} at ${at}, ${reopened} times`)
  const round = real.steps.slice(real.steps.findLastIndex(({ kind }) => kind === 'request'))
  const deciders = round.flatMap(({ kind, account }) => (kind === 'agree' ? [account] : []))
  const asker = round[0]?.kind === 'request' ? round[0].account : ''
  demand(new Set(deciders).size === deciders.length && !deciders.includes(asker), 'doer, verifier and approver are never one')
}

const nothing = (): null => null

function demand(isSo: boolean, words: string): void {
  if (!isSo) throw new Error(words)
}

const KINDS: Readonly<Record<What, ClosureStep['kind'] | null>> = {
  ask: 'request',
  agree: 'agree',
  return: 'return',
  withdraw: 'withdraw',
  reopen: 'reopen',
  add: 'add-signer',
  meet: 'meeting',
  leave: null,
  come: null,
  do: null,
  change: null,
}

function personOf(m: Model, account: string) {
  return { account, post: POSTS[account] ?? ('unit' as const), isDoer: m.doers.has(account) }
}

function stepOf(
  kind: ClosureStep['kind'],
  { who, other, pinned, lifted, level: at }: { who: string; other: string; pinned: string; lifted: boolean; level: number },
): ClosureStep {
  return {
    kind,
    level: at,
    account: who,
    by: who,
    at: Instant.parse('2026-03-02T01:00:00.000Z'),
    note: '',
    demands: [],
    aim: kind === 'request' ? { kind: 'close' } : null,
    pinned,
    signer: kind === 'add-signer' ? other : null,
    heldOn: null,
    minutes: [],
    lifted,
    forAccount: null,
  }
}

const name = fc.constantFrom(...NAMES)
const acts = (
  [
    'ask',
    'ask',
    'agree',
    'agree',
    'agree',
    'agree',
    'agree',
    'return',
    'withdraw',
    'reopen',
    'add',
    'meet',
    'leave',
    'come',
    'do',
    'change',
  ] as const
).map((what) => fc.tuple(name, name).map(([who, other]) => act(what, who, other)))

test('whatever is tried in whatever order, the closure and the notebook agree', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WAYS), fc.boolean(), fc.commands(acts, { maxCommands: 60, size: 'max' }), (levels, leads, commands) => {
      const model: Model = {
        levels,
        leads,
        gone: new Set(),
        doers: new Set(),
        version: 1,
        phase: 'idle',
        by: '',
        asked: 0,
        sheets: [],
        added: [],
        fromAbove: false,
        times: 0,
      }
      fc.modelRun(() => ({ model, real: { levels, leads, steps: [] } }), commands)
    }),
    { numRuns: 3000 },
  )
  expect(standingAfter([], [])).toEqual(notAsked)
})
