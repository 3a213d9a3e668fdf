import type { CommitmentId } from '#core/commitment/commitment.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 销号标准 in the words of a person. */
export interface Criteria {
  readonly version: number
  readonly words: string
}

/** 销号标准 of a commitment as a person put it; version 0: nobody has. */
export async function loadCriteria(tx: Tx, jurisdictionId: string, commitment: string): Promise<Criteria> {
  const row = await tx
    .selectFrom('closureCriteria')
    .select(['version', 'words'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .executeTakeFirst()
  return row ?? { version: 0, words: '' }
}

/** Says what must hold before the commitment is closed. What is under way was judged without it: it must be asked for anew. */
export async function setCriteria(
  context: Context,
  { commitment, version, words }: { readonly commitment: CommitmentId } & Criteria,
): Promise<Criteria> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('closure:configure')
    const { jurisdictionId } = actor
    await demandCommitmentSeen(tx, await scope(), commitment)
    const before = await loadCriteria(tx, jurisdictionId, commitment)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const set = { version: version + 1, words, setAt: context.now, setByName: actor.name }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('closureCriteria')
      .values({ jurisdictionId, commitmentId: commitment, ...set })
      .onConflict((conflict) =>
        conflict.columns(['jurisdictionId', 'commitmentId']).doUpdateSet(set).where('closureCriteria.version', '=', version),
      )
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('CONFLICT', { version })
    await record({
      verb: 'closure.set-criteria',
      subject: { kind: 'commitment', id: commitment },
      before: { words: before.words },
      after: { words },
    })
    return { version: version + 1, words }
  })
}
