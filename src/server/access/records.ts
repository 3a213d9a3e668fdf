import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { type Mark, rankOf } from '#core/access/mark.ts'
import { mayEnterFor } from '#core/access/scope.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId, RegisterId } from '#core/register/field.ts'
import { mayFill, mayRead } from '#core/register/may.ts'
import type { Register } from '#core/register/register.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { clearedRegisters, hiddenFields, loadMarks, withoutFields } from '#server/access/marks.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { asItStands, lookedAt } from '#server/moment/look-back.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'

/** Which records a scope sees and enters, by the registers of its jurisdiction. */
export interface RecordSight {
  readonly scope: Scope
  /** Those that are there for the scope, without the fields that are not. */
  readonly registers: ReadonlyMap<RegisterId, Register>
  /** The condition, on `recordRevision` by its own name, that a record is seen. */
  readonly isSeen: Expression<SqlBool>
  /** The condition, likewise, that a record is there at all: not marked above the clearance, nor about a single person. */
  readonly isThere: Expression<SqlBool>
  readonly mayFill: (register: Register) => boolean
  /** The fields of a register that are not there for the scope. */
  readonly hiddenFields: (register: RegisterId) => readonly FieldId[]
  /** A record as the scope sees it: fields that are not there for it are absent. */
  readonly cleared: <R extends Pick<WorkRecord, 'register' | 'values'>>(record: R) => R
}

const record = expressionBuilder<DB, 'recordRevision'>()

/**
 * Which records are seen: those of one's orgs, those one entered, and what others filed in a register that one may read. What is marked above one's clearance is
 * not there. Records about single persons are left out unless a verb asks `withPersonal`, which then journals what it gives (`personal.ts`): they are for the
 * posts that their register names and for who entered them, whatever the org.
 */
export async function recordSight(
  tx: Tx,
  scope: Scope,
  packs: readonly Pack[],
  { withPersonal = false }: { readonly withPersonal?: boolean } = {},
): Promise<RecordSight> {
  const { jurisdictionId, clearance } = scope
  // who may see is asked of now, what a register asked for of the day that is looked at
  const { pack, registers: whole } = await loadRegisterSet(asItStands(tx), jurisdictionId, packs)
  const held = lookedAt(tx) === null ? whole : (await loadRegisterSet(tx, jurisdictionId, packs)).registers
  const { posts } = pack.manifest
  const marks = await loadMarks(tx, jurisdictionId)
  const registers = clearedRegisters(whole, marks, clearance)
  const all = [...registers.values()]
  const isIn = (some: readonly Register[]) => record('recordRevision.register', '=', record.fn.any(record.val(some.map(({ id }) => id))))
  const mayReadIt = (register: Register): boolean => mayRead(register, scope.holder, posts)
  const [personal, common] = [
    all.filter(({ sensitivity }) => sensitivity === 'personal'),
    all.filter(({ sensitivity }) => sensitivity !== 'personal'),
  ]
  const readable = common.filter(mayReadIt)
  const isOwn = record.or([
    record('recordRevision.orgId', '=', record.fn.any(record.val([...scope.orgs]))),
    record('recordRevision.enteredBy', '=', scope.accountId),
  ])
  const isFiled = record('recordRevision.state', 'not in', ['draft', 'returned'])
  const isCommon = scope.seesAll ? record.or([isOwn, isIn(readable)]) : record.or([isOwn, record.and([isIn(readable), isFiled])])
  const isNamed = record.or([isIn(personal.filter(mayReadIt)), record('recordRevision.enteredBy', '=', scope.accountId)])
  // of a register that is left out, or that is gone, nothing is seen
  const left = [...whole.values()].filter(({ id }) => !common.some((register) => register.id === id))
  const isKept = record.not(isIn(left))
  const seesCommon = scope.seesAll && readable.length === common.length
  const isMarkedFit = clearance === 'restricted' ? record.lit(true) : isClearedRecord(jurisdictionId, clearance)
  const isThere = left.length === 0 ? isMarkedFit : record.and([isKept, isMarkedFit])
  const isBase = seesCommon ? isThere : record.and([isThere, isCommon])
  const isAbout = record.and([isIn(personal), isNamed, isMarkedFit, record('recordRevision.erasedAt', 'is', null)])
  const shown = held === whole ? registers : clearedRegisters(heldOf(held, registers), marks, clearance)
  const hidden = new Map([...registers].map(([id, register]) => [id, hiddenFields(whole.get(id), register)]))
  const hiddenOf = (id: RegisterId): readonly FieldId[] => hidden.get(id) ?? []
  return {
    scope,
    registers: shown,
    isSeen: isSeenStill(tx, scope, withPersonal && personal.length > 0 ? record.or([isBase, isAbout]) : isBase),
    isThere,
    mayFill: (register) => mayFill(register, scope.holder, posts),
    hiddenFields: hiddenOf,
    cleared: (each) => withoutFields(each, hiddenOf(each.register)),
  }
}

/** As they were held: of those that are there now. */
function heldOf(held: ReadonlyMap<RegisterId, Register>, now: ReadonlyMap<RegisterId, Register>): ReadonlyMap<RegisterId, Register> {
  return new Map([...held].filter(([id]) => now.has(id)))
}

/** Of a transaction that looks back: the record is also seen as it stands now. What was returned since is with those alone who mend it. */
function isSeenStill(tx: Tx, { jurisdictionId, seesAll }: Scope, isSeen: Expression<SqlBool>): Expression<SqlBool> {
  if (lookedAt(tx) === null || seesAll) return isSeen
  const seenNow = asItStands(tx)
    .selectFrom('recordRevision')
    .select('recordRevision.id')
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.isStanding', '=', true)
    .where(isSeen)
  return record.and([isSeen, record('recordRevision.id', 'in', seenNow)])
}

/** The condition that a record itself bears no mark above a clearance. */
function isClearedRecord(jurisdictionId: string, clearance: Mark): Expression<SqlBool> {
  return record.not(
    record.exists(
      record
        .selectFrom('recordMark')
        .select('recordMark.recordId')
        .where('recordMark.jurisdictionId', '=', jurisdictionId)
        .whereRef('recordMark.recordId', '=', 'recordRevision.id')
        .where('recordMark.mark', '>', rankOf(clearance)),
    ),
  )
}

/** INVALID where a list is to be filtered or sorted by a field that is not there for the caller: its order would tell what it holds. */
export function demandFieldsSeen(
  { hiddenFields: hiddenIn }: RecordSight,
  asked: { readonly register: RegisterId; readonly choices: object; readonly sort: { readonly by: string } | null },
): void {
  const names = [...Object.keys(asked.choices), ...(asked.sort === null ? [] : [asked.sort.by])]
  const hidden: readonly string[] = hiddenIn(asked.register)
  const fields = names.filter((name) => hidden.includes(name)).map((name) => ({ path: [name], code: 'unknown-field' }))
  if (fields.length > 0) throw new AppError('INVALID', { fields })
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
