import type { Instant } from '#core/day/day.ts'
import type { Pack } from '#core/pack/pack.ts'
import { endedBefore } from '#core/personal/kept-until.ts'
import type { Register } from '#core/register/register.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { recordEntry } from '#server/journal/record.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { loadRegisters } from '#server/register/load.ts'

/** What the program does by itself is the program's. */
const PROGRAM = '系统'

interface Parts {
  readonly db: Db
  readonly packs: readonly Pack[]
  readonly newId: () => string
  readonly now: Instant
}

/**
 * 到期清除: empties the records about single persons that have reached their end, in every revision, with the content that the journal left out, the objections
 * and the names. That they were there, and who read them, stays in the journal, whose proofs stand. Gives how many.
 */
export async function eraseEnded(parts: Parts): Promise<number> {
  const jurisdictions = await parts.db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  let erased = 0
  for (const { id } of jurisdictions) erased += await parts.db.transaction().execute((tx) => eraseIn(tx, id, parts))
  return erased
}

async function eraseIn(tx: Tx, jurisdictionId: string, parts: Parts): Promise<number> {
  const registers = await loadRegisters(tx, jurisdictionId, parts.packs)
  let erased = 0
  for (const register of registers.values()) {
    if (register.sensitivity !== 'personal') continue
    const ids = await endedRecords(tx, jurisdictionId, register, parts.now)
    for (const id of ids) await erase(tx, jurisdictionId, { id, register }, parts)
    erased += ids.length
  }
  return erased
}

async function endedRecords(tx: Tx, jurisdictionId: string, register: Register, now: Instant): Promise<readonly string[]> {
  const before = endedBefore(register, dayInShanghai(now))
  if (before === null) return []
  const rows = await tx
    .selectFrom('recordRevision')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', register.id)
    .where('isStanding', '=', true)
    .where('toDay', '<', before)
    .where('erasedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

async function erase(
  tx: Tx,
  jurisdictionId: string,
  { id, register }: { readonly id: string; readonly register: Register },
  { newId, now }: Parts,
): Promise<void> {
  await tx
    .updateTable('recordRevision')
    .set({ fieldValues: '{}', subjects: '[]', note: '', erasedAt: now })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('recordParty')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', register.id)
    .where('recordId', '=', id)
    .execute()
  await tx.deleteFrom('personalPayload').where('jurisdictionId', '=', jurisdictionId).where('recordId', '=', id).execute()
  await tx.deleteFrom('objection').where('jurisdictionId', '=', jurisdictionId).where('recordId', '=', id).execute()
  const by = { accountId: null, jurisdictionId, name: PROGRAM, post: null }
  const context = { actor: null, newId, now, asOf: dayInShanghai(now), requestId: newId(), address: null }
  await recordEntry(tx, context, {
    verb: 'record.erase',
    subject: { kind: 'record', id },
    after: { register: register.id, keptMonths: register.keptMonths },
    by,
  })
}
