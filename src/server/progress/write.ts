import type { ProgressView } from '#contract/progress.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { acceptProgress } from '#core/progress/decisions.ts'
import { progressWords, quarterOf } from '#core/progress/progress.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { ownOrgs } from '#server/progress/own-orgs.ts'
import { progressOf } from '#server/progress/read.ts'
import { loadUpdates } from '#server/progress/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Written {
  readonly commitment: CommitmentId
  readonly org: string
  readonly year: number
  readonly quarter: number
  readonly revision: number
  readonly words: string
}

/** 填写进展情况: a new revision of what a unit says of a quarter that has begun; the row of the ledger follows. */
export async function writeProgress(context: Context & { readonly packs: readonly Pack[] }, input: Written): Promise<ProgressView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('progress:write')
    const { jurisdictionId } = actor
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, input.commitment)
    const { state } = await tx
      .selectFrom('commitment')
      .select('state')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', input.commitment)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const org = (await ownOrgs(tx, seen, context.asOf, [])).find(({ id }) => id === input.org)
    if (org === undefined) throw new AppError('NOT_FOUND')
    const before = (await loadUpdates(tx, jurisdictionId, input.commitment)).find(
      (each) => each.isStanding && each.org === input.org && each.year === input.year && each.quarter === input.quarter,
    )
    if ((before?.revision ?? 0) !== input.revision) throw new AppError('CONFLICT', { version: before?.revision ?? 0 })
    accepted(acceptProgress(input, { isConfirmed: state === 'confirmed', today: quarterOf(context.asOf), before: before?.words ?? null }))
    const id = before?.id ?? context.newId()
    await tx
      .updateTable('progressUpdate')
      .set({ isStanding: false })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .where('isStanding', '=', true)
      .execute()
    await tx
      .insertInto('progressUpdate')
      .values({
        jurisdictionId,
        id,
        revision: input.revision + 1,
        commitmentId: input.commitment,
        orgId: org.id,
        orgName: org.name,
        year: input.year,
        quarter: input.quarter,
        onDay: context.asOf,
        words: input.words,
        isStanding: true,
        enteredBy: actor.accountId,
        enteredByName: actor.name,
        enteredAt: context.now,
      })
      .execute()
    const standing = (await loadUpdates(tx, jurisdictionId, input.commitment)).filter(({ isStanding }) => isStanding)
    await keepReplaced(tx, jurisdictionId, [input.commitment], context.now, ['progress_words'])
    await keepReplaced(tx, jurisdictionId, [input.commitment], context.now, ['progress_words'])
    await tx
      .updateTable('ledgerEntry')
      .set({ progressWords: progressWords(standing) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', input.commitment)
      .execute()
    await record({
      verb: 'progress.write',
      subject: { kind: 'commitment', id: input.commitment },
      before: before === undefined ? null : { words: before.words, revision: before.revision },
      after: { org: org.name, year: input.year, quarter: input.quarter, words: input.words },
    })
    return progressOf(tx, seen, context, input.commitment)
  })
}
