import type { ClosureView } from '#contract/closure.ts'
import { Instant } from '#core/day/day.ts'
import { can } from '#core/access/policy.ts'
import { agree, reopen, withdraw } from '#core/closure/decisions.ts'
import { awaitedIn, type ClosureLevel, notAsked } from '#core/closure/closure.ts'
import { turnOf } from '#core/closure/panel.ts'
import type { Day } from '#core/day/day.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { ClosureFacts } from '#server/closure/facts.ts'
import { deciderOf, panelOf, type SigningAccount } from '#server/closure/doers.ts'
import type { StoredClosure } from '#server/closure/stored.ts'
import { namesOf } from '#server/record/names.ts'
import type { Tx } from '#server/db/connect.ts'
import { recordSight } from '#server/access/records.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Actor } from '#server/verb/context.ts'

/** So many figures and proofs are shown; the rest stand on the page of the commitment. */
const MOST = 100

interface Parts {
  readonly stored: StoredClosure | null
  readonly facts: ClosureFacts
  readonly stage: string
  /** Under which it would be asked now. */
  readonly levels: readonly ClosureLevel[]
  readonly actor: Actor
  readonly asOf: Day
  readonly signers: readonly SigningAccount[]
  readonly over: ReadonlySet<string>
  readonly isSeen: (subject: string) => boolean
  readonly scope: Scope
  readonly packs: readonly Pack[]
}

/** What is shown of a closure to who asks. Subjects they do not see are not named. */
export async function viewOf(tx: Tx, parts: Parts): Promise<ClosureView> {
  const { stored, facts, stage, actor, asOf, signers, over } = parts
  const standing = stored?.standing ?? notAsked
  const { subject, pinned } = facts
  const levels = standing.state === 'requested' ? (stored?.levels ?? []) : parts.levels
  const decider = await deciderOf(tx, actor, facts, signers)
  const panel = await panelOf(tx, { jurisdictionId: actor.jurisdictionId, asOf }, facts, { levels, signers, over })
  const turn = turnOf(standing, panel)
  const records = await recordsSeen(tx, parts)
  const who = { post: actor.post, mode: actor.mode }
  return {
    id: stored?.id ?? null,
    commitment: subject.id,
    plan: PlanId.parse(subject.planId),
    ref: subject.ref,
    sentence: subject.sentence,
    stage,
    version: stored?.version ?? 0,
    state: standing.state,
    aim: standing.aim,
    level: standing.level,
    levels,
    due: subject.due,
    extendedTo: standing.extendedTo,
    reopened: standing.reopened,
    pinned,
    hasChanged: standing.state === 'requested' && standing.pinned !== pinned,
    figures: await figuresOf(tx, parts),
    proofs: facts.proofs
      .filter(({ record }) => records.has(record))
      .slice(0, MOST)
      .map(({ record, from, to, files }) => ({ record, from, to, files: files.length })),
    missing: await missingShown(tx, parts, records),
    steps: stored?.steps ?? [],
    signed: standing.signed,
    awaited: awaitedIn(standing, levels).map((account) => signers.find((each) => each.account === account)?.name ?? ''),
    signerNames: namesOfSigners(stored?.steps ?? [], signers),
    turn: standing.state === 'requested' ? { kind: turn.kind, post: turn.kind === 'above' ? turn.post : null } : null,
    period: periodOf(facts, stage),
    criteria: subject.criteria.words,
    criteriaVersion: subject.criteria.version,
    files: await loadFiles(tx, actor.jurisdictionId, stored?.id ?? null),
    may: {
      ask: (standing.state === 'open' || standing.state === 'returned') && can(who, 'closure:ask'),
      agree: can(who, 'closure:decide') && agree(standing, panel, decider, standing.pinned).ok,
      meeting: standing.state === 'requested' && can(who, 'closure:enter-meeting') && turn.kind === 'meeting',
      withdraw: withdraw(standing, actor.accountId).ok,
      reopen: can(who, 'closure:reopen') && reopen(standing, 'x'.repeat(20)).ok,
    },
  }
}

/** Of the records that are judged those that whoever asks sees. */
async function recordsSeen(tx: Tx, { facts, scope, packs }: Parts): Promise<ReadonlySet<string>> {
  if (facts.proofs.length === 0) return new Set()
  const { isSeen } = await recordSight(tx, scope, packs)
  const rows = await tx
    .selectFrom('recordRevision')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('isStanding', '=', true)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(facts.proofs.map(({ record }) => record)))))
    .where(isSeen)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What is missing, with names in the place of subjects; without subjects and records that are not seen. */
async function missingShown(
  tx: Tx,
  { facts: { missing }, actor, isSeen }: Parts,
  records: ReadonlySet<string>,
): Promise<ClosureView['missing']> {
  const subjects = missing.flatMap(({ params: { subject } }) => (subject !== undefined && isSeen(subject) ? [subject] : []))
  const names = await namesOf(tx, actor.jurisdictionId, subjects)
  return missing.map(({ code, params: { subject, record, words, ...rest } }) => ({
    code,
    params: {
      ...rest,
      ...(subject === undefined ? {} : { subject: isSeen(subject) ? nameIn(names, subject) : '' }),
      ...(record !== undefined && records.has(record) ? { record, words: words ?? '' } : {}),
    },
  }))
}

function nameIn(names: Readonly<Record<string, string>>, subject: string): string {
  return subject
    .split('+')
    .map((key) => names[key] ?? '')
    .join('、')
}

function namesOfSigners(steps: ClosureView['steps'], signers: readonly SigningAccount[]): ClosureView['signerNames'] {
  const asked = new Set(steps.flatMap(({ signer }) => signer ?? []))
  return Object.fromEntries(signers.flatMap(({ account, name }) => (asked.has(account) ? [[account, name]] : [])))
}

/** The days a stage stands for; null for the whole. */
function periodOf({ occurrences }: ClosureFacts, stage: string): ClosureView['period'] {
  const period = occurrences.find((each) => each.period.key === stage)?.period
  return stage === '' || period === undefined ? null : { from: period.from, to: period.to }
}

async function figuresOf(tx: Tx, { facts, actor, isSeen }: Parts): Promise<ClosureView['figures']> {
  const shown = facts.occurrences.slice(0, MOST)
  const seen = shown.flatMap(({ subject }) => (isSeen(subject) ? [subject] : []))
  const names = await namesOf(tx, actor.jurisdictionId, seen)
  return shown.map(({ subject, period: { from, to }, state, required, actual, metOn }) => ({
    subject: isSeen(subject) ? nameIn(names, subject) : '',
    from,
    to,
    state,
    required,
    actual,
    isLate: metOn !== null && to !== null && metOn > to,
  }))
}

async function loadFiles(tx: Tx, jurisdictionId: string, closureId: string | null): Promise<ClosureView['files']> {
  if (closureId === null) return []
  const rows = await tx
    .selectFrom('closureFile')
    .select(['round', 'digest', 'frozenAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('closureId', '=', closureId)
    .orderBy('round')
    .execute()
  return rows.map((row) => ({ ...row, frozenAt: Instant.parse(row.frozenAt) }))
}
