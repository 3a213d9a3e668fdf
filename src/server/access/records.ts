import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { mayEnterFor } from '#core/access/scope.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { mayFill, mayRead } from '#core/register/may.ts'
import type { Register } from '#core/register/register.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'

/** Which records a scope sees and enters, by the registers of its jurisdiction. */
export interface RecordSight {
  readonly scope: Scope
  readonly registers: ReadonlyMap<RegisterId, Register>
  /** The condition, on `recordRevision` by its own name, that a record is seen. */
  readonly isSeen: Expression<SqlBool>
  readonly mayFill: (register: Register) => boolean
}

const record = expressionBuilder<DB, 'recordRevision'>()

/**
 * Which records are seen: those of one's orgs, those one entered, and what others filed in a register that one may read. The office sees all but personal
 * registers that do not name it.
 */
export async function recordSight(tx: Tx, scope: Scope, packs: readonly Pack[]): Promise<RecordSight> {
  const { pack, registers } = await loadRegisterSet(tx, scope.jurisdictionId, packs)
  const { posts } = pack.manifest
  const readable = [...registers.values()].filter((register) => mayRead(register, scope.holder, posts)).map(({ id }) => id)
  const seesAll = scope.seesAll && readable.length === registers.size
  const isReadable = record('recordRevision.register', '=', record.fn.any(record.val(readable)))
  const isFiled = record('recordRevision.state', 'not in', ['draft', 'returned'])
  const isOwn = record.or([
    record('recordRevision.orgId', '=', record.fn.any(record.val([...scope.orgs]))),
    record('recordRevision.enteredBy', '=', scope.accountId),
  ])
  return {
    scope,
    registers,
    isSeen: seesAll ? record.lit(true) : record.or([isOwn, scope.seesAll ? isReadable : record.and([isReadable, isFiled])]),
    mayFill: (register) => mayFill(register, scope.holder, posts),
  }
}

/** NOT_FOUND where there is no such record, or it is not seen. */
export async function demandRecordSeen(tx: Tx, { scope, isSeen }: RecordSight, id: string): Promise<void> {
  const row = await tx
    .selectFrom('recordRevision')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', id)
    .where('isStanding', '=', true)
    .where(isSeen)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
}

/** REFUSED where the register is not filled by the caller (`register-not-yours`), or not for this org (`org-not-yours`). NOT_FOUND: no such register. */
export function demandEnter(
  { scope, registers, mayFill: fills }: RecordSight,
  entry: Pick<WorkRecord, 'register' | 'org' | 'subjects'>,
): void {
  const register = registers.get(entry.register)
  if (register === undefined) throw new AppError('NOT_FOUND')
  if (!fills(register)) accepted(refuse('register-not-yours', { register: register.title }))
  if (!mayEnterFor(scope, entry)) accepted(refuse('org-not-yours'))
}

/** REFUSED where the caller may not accept or return: not the office, and not the head of the org in a register that its head accepts; or they entered it. */
export async function demandReview(tx: Tx, { scope, registers }: RecordSight, { id, register, org }: WorkRecord): Promise<void> {
  if (scope.seesAll) return
  const isHeads = registers.get(register)?.acceptance === 'unitHead' && scope.headed.includes(org)
  if (!isHeads) accepted(refuse('review-not-yours'))
  const own = await tx
    .selectFrom('recordRevision')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', id)
    .where('enteredBy', '=', scope.accountId)
    .executeTakeFirst()
  if (own) accepted(refuse('own-record'))
}
