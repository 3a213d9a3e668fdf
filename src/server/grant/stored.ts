import { sql } from 'kysely'
import { GrantRequest } from '#core/access/grant.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

const COLUMNS = [
  'id',
  'kind',
  'subject',
  'subjectName',
  'value',
  'former',
  'reason',
  'requestedBy',
  'requestedByName',
  'requestedAt',
  'state',
  'decidedBy',
  'decidedByName',
  'decidedAt',
] as const

/** What waits, the oldest first, then what was decided last. */
export async function loadGrants(tx: Tx, jurisdictionId: string, decided: number): Promise<readonly GrantRequest[]> {
  const all = tx.selectFrom('grantRequest').select(COLUMNS).where('jurisdictionId', '=', jurisdictionId)
  const waiting = await all.where('state', '=', 'waiting').orderBy('requestedAt').orderBy('id').execute()
  const done = await all.where('state', '!=', 'waiting').orderBy('requestedAt', 'desc').orderBy('id').limit(decided).execute()
  return [...waiting, ...done].map((row) => GrantRequest.parse(row))
}

/** Locks and loads a request; NOT_FOUND where the jurisdiction has none so. */
export async function lockGrant(tx: Tx, jurisdictionId: string, id: string): Promise<GrantRequest> {
  const row = await tx
    .selectFrom('grantRequest')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return GrantRequest.parse(row)
}

/** A request as it is made. */
export function newGrant(
  { actor, now, newId }: Context,
  asked: Pick<GrantRequest, 'kind' | 'subject' | 'subjectName' | 'value' | 'former' | 'reason'>,
): GrantRequest {
  return {
    ...asked,
    id: newId(),
    requestedBy: actor.accountId,
    requestedByName: actor.name,
    requestedAt: now,
    state: 'waiting',
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
  }
}

/** Keeps a new request; REFUSED with `already-waiting` where one for the same waits. */
export async function insertGrant(tx: Tx, jurisdictionId: string, request: GrantRequest): Promise<void> {
  const inserted = await tx
    .insertInto('grantRequest')
    .values({ jurisdictionId, ...request })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'kind', 'subject'])
        .where(sql<boolean>`state = 'waiting'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!inserted) accepted(refuse('already-waiting'))
}

/** Keeps how a request was decided. */
export async function saveDecided(
  tx: Tx,
  jurisdictionId: string,
  { id, state, decidedBy, decidedByName, decidedAt }: GrantRequest,
): Promise<void> {
  await tx
    .updateTable('grantRequest')
    .set({ state, decidedBy, decidedByName, decidedAt })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
}
