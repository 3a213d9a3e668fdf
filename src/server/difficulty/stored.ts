import { sql } from 'kysely'
import * as z from 'zod'
import { DifficultyView } from '#contract/difficulty.ts'
import { type DifficultyState, DifficultyStep } from '#core/difficulty/difficulty.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'

const StoredDifficulty = DifficultyView.unwrap().omit({ isLate: true, steps: true, may: true }).extend({ raisedByAccount: z.uuid() })

/** A difficulty as it is stored, with its row of the ledger. */
export type StoredDifficulty = z.infer<typeof StoredDifficulty>

/** What is looked for: one of them, those of a commitment, those that wait or changed. */
export interface DifficultyQuery {
  readonly id?: string
  readonly commitment?: string
  readonly states?: readonly DifficultyState[]
  /** Of one unit by its id. */
  readonly org?: string
  readonly limit?: number
}

/** Difficulties of the commitments that are seen: those that wait first, what is to be answered first first; then the rest, the last first. */
export async function loadDifficulties(tx: Tx, scope: Scope, query: DifficultyQuery): Promise<readonly StoredDifficulty[]> {
  const rows = await seenDifficulties(tx, scope, query)
    .select([
      'difficulty.id',
      'difficulty.version',
      'difficulty.commitmentId',
      'ref',
      'planTitle',
      'sentence',
      'difficulty.orgId',
      'orgName',
    ])
    .select([
      'words',
      'wants',
      'postId',
      'postName',
      'answerBy',
      'difficulty.state',
      'body',
      'answer',
      'raisedBy',
      'raisedByName',
      'raisedAt',
    ])
    .orderBy(sql`case when difficulty.state in ('open', 'escalated') then 0 else 1 end`)
    .orderBy(sql`case when difficulty.state in ('open', 'escalated') then answer_by end`)
    .orderBy('difficulty.changedAt', 'desc')
    .orderBy('difficulty.id')
    .$if(query.limit !== undefined, (some) => some.limit(query.limit ?? 0))
    .execute()
  return rows.map((row) =>
    StoredDifficulty.parse({
      ...row,
      commitment: row.commitmentId,
      plan: row.planTitle,
      org: row.orgId,
      post: row.postId,
      raisedBy: row.raisedByName,
      raisedByAccount: row.raisedBy,
    }),
  )
}

/** How many there are. */
export async function countDifficulties(tx: Tx, scope: Scope, query: DifficultyQuery): Promise<number> {
  const { total } = await seenDifficulties(tx, scope, query)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function seenDifficulties(tx: Tx, scope: Scope, { id, commitment, states, org }: DifficultyQuery) {
  const { jurisdictionId } = scope
  return tx
    .selectFrom('difficulty')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'difficulty.commitmentId'),
    )
    .where('difficulty.jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.or([isSeenCommitment(tx, scope, eb.ref('difficulty.commitmentId')), ...isAsked(scope).map((post) => eb('postId', '=', post))]),
    )
    .$if(id !== undefined, (query) => query.where('difficulty.id', '=', id ?? ''))
    .$if(commitment !== undefined, (query) => query.where('difficulty.commitmentId', '=', commitment ?? ''))
    .$if(org !== undefined, (query) => query.where('difficulty.orgId', '=', org ?? ''))
    .$if(states !== undefined, (query) => query.where('difficulty.state', 'in', [...(states ?? [])]))
}

/** The posts that whoever asks holds: who is asked sees what they are asked, whatever else they see. */
export function isAsked({ self }: Pick<Scope, 'self'>): readonly string[] {
  return self.flatMap((key) => (key.startsWith('post:') ? [key.slice('post:'.length)] : []))
}

/** What was done about some of them, by their ids. */
export async function loadDifficultySteps(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DifficultyStep[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('difficultyStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('difficultyId', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('difficultyId')
    .orderBy('ordinal')
    .execute()
  const steps = rows.map(({ byName, ...row }) => ({ id: row.difficultyId, step: DifficultyStep.parse({ ...row, by: byName }) }))
  return new Map([...Map.groupBy(steps, ({ id }) => id)].map(([id, some]) => [id, some.map(({ step }) => step)]))
}
