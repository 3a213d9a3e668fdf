import type { Instant } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'
import type { SecretBox } from '#server/authn/secret-box.ts'
import { matchingStep } from '#server/authn/totp.ts'

/** Uses up a code of the app or of the printed list: true once, whatever comes at the same time. Spaces, hyphens and case do not count. */
export async function consumeCode(db: Db, box: SecretBox, { accountId, code, now }: UsedCode): Promise<boolean> {
  const plain = code.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()
  return /^\d{6}$/.test(plain)
    ? consumeTotp(db, box, { accountId, code: plain, now })
    : consumePrinted(db, box, { accountId, code: plain, now })
}

interface UsedCode {
  readonly accountId: string
  readonly code: string
  readonly now: Instant
}

async function consumeTotp(db: Db, box: SecretBox, { accountId, code, now }: UsedCode): Promise<boolean> {
  const row = await db
    .selectFrom('totp')
    .select('sealedSeed')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  const step = !row?.sealedSeed ? null : matchingStep(box.open(row.sealedSeed, placeOfSeed(accountId)), code, now)
  return step !== null && consumeStep(db, accountId, step)
}

/** Marks a step as used; false where it, or a later one, was used already. */
export async function consumeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const used = await db
    .updateTable('totp')
    .set({ lastStep: String(step) })
    .where('accountId', '=', accountId)
    .where('lastStep', '<', String(step))
    .returning('accountId')
    .executeTakeFirst()
  return used !== undefined
}

async function consumePrinted(db: Db, box: SecretBox, { accountId, code, now }: UsedCode): Promise<boolean> {
  const used = await db
    .updateTable('printedCode')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('digest', '=', box.digest(code, placeOfCode(accountId)))
    .where('usedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  return used !== undefined
}

/** Where a seed is sealed for. */
export function placeOfSeed(accountId: string): string {
  return `totp:${accountId}`
}

/** Where a printed code is digested for. */
export function placeOfCode(accountId: string): string {
  return `printed:${accountId}`
}
