import type { DifficultyView } from '#contract/difficulty.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { raiseDifficulty } from '#core/difficulty/decisions.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { heldPosts } from '#server/difficulty/read.ts'
import { saveStep, viewAfter } from '#server/difficulty/save.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { ownOrgs } from '#server/progress/own-orgs.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Raised {
  readonly commitment: CommitmentId
  readonly org: string
  readonly words: string
  readonly wants: string
  readonly post: string
  readonly answerBy: Day
}

/** 提出困难问题: for the holder of a post to answer by a day. NOT_FOUND: no such org of one's own, or nobody holds such a post. */
export async function raise(context: Context, input: Raised): Promise<DifficultyView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('difficulty:raise')
    const { jurisdictionId } = actor
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, input.commitment)
    const entry = await tx
      .selectFrom('ledgerEntry')
      .select(['state', 'ref'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', input.commitment)
      .executeTakeFirstOrThrow()
    if (entry.state !== 'confirmed') accepted(refuse('not-confirmed'))
    const org = (await ownOrgs(tx, seen, context.asOf, [])).find(({ id }) => id === input.org)
    const post = (await heldPosts(tx, jurisdictionId, context.asOf)).find(({ id }) => id === input.post)
    if (org === undefined || post === undefined) throw new AppError('NOT_FOUND')
    const answerBy = accepted(raiseDifficulty({ note: input.words, day: input.answerBy, today: context.asOf }))
    const id = context.newId()
    await tx
      .insertInto('difficulty')
      .values({
        jurisdictionId,
        id,
        version: 1,
        commitmentId: input.commitment,
        orgId: org.id,
        orgName: org.name,
        words: input.words,
        wants: input.wants,
        postId: post.id,
        postName: post.name,
        answerBy,
        state: 'open',
        raisedBy: actor.accountId,
        raisedByName: actor.name,
        raisedAt: context.now,
        changedAt: context.now,
      })
      .execute()
    await saveStep(tx, context, id, { kind: 'raise', note: input.words, body: null, heldOn: null })
    await record({
      verb: 'difficulty.raise',
      subject: { kind: 'difficulty', id },
      after: { commitment: entry.ref, org: org.name, words: input.words, wants: input.wants, post: post.name, answerBy },
    })
    return viewAfter(tx, seen, context.asOf, id)
  })
}
