import * as z from 'zod'
import { Post } from '#core/access/post.ts'
import { Day, Instant } from '#core/day/day.ts'

/**
 * How far the closure (销号) of a commitment, or of one period of a standing one, is: nothing asked; asked and on its way through the levels; sent back; closed with
 * proof; closed without being done (`terminated`), with the basis.
 */
export const ClosureState = z.enum(['open', 'requested', 'returned', 'closed', 'terminated'])
export type ClosureState = z.infer<typeof ClosureState>

/**
 * What a step is about: closing with proof, or ending without it, which is decided as a change (`core/change`) and closes here. `extend`: a later day, of steps from
 * before changes had requests of their own; they are still read.
 */
export const ClosureAim = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('extend'), due: Day }),
  z.strictObject({ kind: z.literal('terminate') }),
])
export type ClosureAim = z.infer<typeof ClosureAim>

/**
 * 审签层级: who decides, one level after the other. `verify` holds the evidence against the promise, `approve` strikes it off. `accounts`: by name, else anybody
 * of the post. `all` (会签): every one of the named; `any` (或签): one of them.
 */
export const ClosureLevel = z
  .strictObject({
    role: z.enum(['verify', 'approve']),
    post: Post.extract(['office', 'leader', 'unit']),
    accounts: z.array(z.uuid()).max(20).readonly(),
    mode: z.enum(['any', 'all']),
  })
  .readonly()
export type ClosureLevel = z.infer<typeof ClosureLevel>

/** What somebody did. `pinned`: digest of what they judged; `meeting`: the leading group's decision in the place of a level, with its day and minutes. */
export const ClosureStep = z
  .object({
    kind: z.enum(['request', 'agree', 'return', 'withdraw', 'add-signer', 'meeting', 'reopen']),
    /** Which of the levels, from 0; of a request 0. */
    level: z.number().int(),
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    note: z.string(),
    /** Of a return: what is wanted, point by point. */
    demands: z.array(z.string()).readonly(),
    aim: ClosureAim.nullable(),
    pinned: z.string(),
    /** Of `add-signer`: who signs as well. Of `meeting`: the day. */
    signer: z.uuid().nullable(),
    heldOn: Day.nullable(),
    /** Of `meeting`: the files that prove it. */
    minutes: z.array(z.object({ sha256: z.string(), name: z.string() }).readonly()).readonly(),
    /** Of `agree`: whether it came from the next level up, because of the level's own people none may decide. */
    lifted: z.boolean(),
    /** 代理: the account in whose place it was done; null: in one's own. */
    forAccount: z.uuid().nullable(),
  })
  .readonly()
export type ClosureStep = z.infer<typeof ClosureStep>

/** Where a closure stands after its steps. `level`: the one that decides now; `signed`: who has agreed there; `added`: who must sign there besides. */
export interface ClosureStanding {
  readonly state: ClosureState
  readonly aim: ClosureAim | null
  readonly level: number
  readonly signed: readonly string[]
  /** In whose place some of them agreed (代理). */
  readonly represented: readonly string[]
  readonly added: readonly string[]
  /** Whether somebody from above has agreed in the place of the level's own people. */
  readonly lifted: boolean
  /** Who has agreed at an earlier level of this round. */
  readonly earlier: readonly string[]
  readonly requestedBy: string | null
  readonly pinned: string
  /** How often it was closed and opened again. */
  readonly reopened: number
  /** The latest day granted instead of the original one. */
  readonly extendedTo: Day | null
}

/** What stands before anything was asked. */
export const notAsked: ClosureStanding = {
  state: 'open',
  aim: null,
  level: 0,
  signed: [],
  represented: [],
  added: [],
  lifted: false,
  earlier: [],
  requestedBy: null,
  pinned: '',
  reopened: 0,
  extendedTo: null,
}

/** Where a closure stands after all its steps, under the levels it was asked under. */
export function standingAfter(steps: readonly ClosureStep[], levels: readonly ClosureLevel[]): ClosureStanding {
  return steps.reduce((standing, step) => afterStep(standing, step, levels), notAsked)
}

/** Where a closure stands after one more step that was allowed. */
export function afterStep(before: ClosureStanding, step: ClosureStep, levels: readonly ClosureLevel[]): ClosureStanding {
  const { reopened, extendedTo } = before
  switch (step.kind) {
    case 'request':
      return { ...notAsked, state: 'requested', aim: step.aim, requestedBy: step.account, pinned: step.pinned, reopened, extendedTo }
    case 'withdraw':
      return { ...notAsked, reopened, extendedTo }
    case 'return':
      return { ...notAsked, state: 'returned', reopened, extendedTo }
    case 'reopen':
      return { ...notAsked, reopened: reopened + 1, extendedTo }
    case 'add-signer':
      return step.signer === null ? before : { ...before, added: [...before.added, step.signer] }
    case 'meeting':
      return ended(before)
    case 'agree': {
      const signed = [...before.signed, step.account]
      const represented = step.forAccount === null ? before.represented : [...before.represented, step.forAccount]
      const lifted = before.lifted || step.lifted
      const level = levels[before.level]
      const isDone = level === undefined || isSigned(level, [...signed, ...represented], before.added, lifted)
      if (!isDone) return { ...before, signed, represented, lifted }
      if (before.level + 1 >= levels.length) return ended(before)
      const earlier = [...before.earlier, ...signed]
      return { ...before, level: before.level + 1, signed: [], represented: [], added: [], lifted: false, earlier }
    }
  }
}

/**
 * Whether a level has the signatures it needs: everybody added, and of its own people all that are named or one of them; who was added does not stand for these.
 * Somebody from above (`lifted`) does, also where others sign after them.
 */
function isSigned({ mode, accounts }: ClosureLevel, signed: readonly string[], added: readonly string[], lifted: boolean): boolean {
  const has = (account: string): boolean => signed.includes(account)
  if (lifted) return added.every(has)
  const own = signed.filter((account) => (accounts.length === 0 ? !added.includes(account) : accounts.includes(account)))
  return added.every(has) && own.length > 0 && (mode === 'any' || accounts.every(has))
}

/** Who must sign the level of now and has not: everybody added, and with 会签 all that are named. Where somebody stood in for one of them they need not. */
export function awaitedIn(
  { state, level: at, signed, represented, added, lifted }: ClosureStanding,
  levels: readonly ClosureLevel[],
): readonly string[] {
  const level = levels[at]
  if (state !== 'requested' || level === undefined) return []
  const own = level.mode === 'all' && !lifted ? level.accounts : []
  const has = new Set([...signed, ...represented])
  return [...new Set([...own, ...added])].filter((account) => !has.has(account))
}

function ended({ aim, reopened, extendedTo }: ClosureStanding): ClosureStanding {
  const rest = { ...notAsked, reopened, extendedTo }
  if (aim?.kind === 'extend') return { ...rest, extendedTo: aim.due }
  return { ...rest, state: aim?.kind === 'terminate' ? 'terminated' : 'closed', aim }
}
