import type * as z from 'zod'
import type { difficulty as contract } from '#contract/difficulty.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import type { Tx } from '#server/db/connect.ts'
import { countDifficulties, loadDifficulties } from '#server/difficulty/stored.ts'
import { viewsOf } from '#server/difficulty/view.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { ownOrgs } from '#server/progress/own-orgs.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

const MOST = 500

/** 困难问题: what waits for an answer first. */
export async function listDifficulties(context: Context): Promise<Listed> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('difficulty:read')
    const seen = await scope()
    const items = await viewsOf(tx, seen, context.asOf, await loadDifficulties(tx, seen, { limit: MOST }))
    return { asOf: context.asOf, items, total: await countDifficulties(tx, seen, {}) }
  })
}

/** Those of a commitment, with whom one can ask and in whose name. */
export async function difficultiesOf(context: Context, { commitment }: { readonly commitment: CommitmentId }): Promise<OfCommitment> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('difficulty:read')
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, commitment)
    const { leadOrgs } = await tx
      .selectFrom('ledgerEntry')
      .select('leadOrgs')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('commitmentId', '=', commitment)
      .executeTakeFirstOrThrow()
    return {
      items: await viewsOf(tx, seen, context.asOf, await loadDifficulties(tx, seen, { commitment })),
      orgs: await ownOrgs(tx, seen, context.asOf, leadOrgs),
      posts: await heldPosts(tx, actor.jurisdictionId, context.asOf),
    }
  })
}

/** Every post that somebody holds on the day, with who. */
export async function heldPosts(tx: Tx, jurisdictionId: string, asOf: Day): Promise<OfCommitment['posts']> {
  const { whole } = await cachedOrganisation(tx, jurisdictionId)
  const isNow = ({ from, to }: { readonly from: Day; readonly to: Day | null }): boolean => from <= asOf && (to === null || to >= asOf)
  const people = new Map(whole.people.map(({ id, name }) => [id, name]))
  const holders = Map.groupBy(whole.holdings.filter(isNow), ({ post }) => post)
  const posts = whole.posts.filter((post) => isNow(post) && holders.has(post.id))
  const names = await namesOf(
    tx,
    jurisdictionId,
    posts.map(({ id }) => `post:${id}`),
  )
  return posts.map(({ id, title }) => ({
    id,
    name: names[`post:${id}`] ?? title,
    holders: (holders.get(id) ?? []).map(({ person }) => people.get(person) ?? '').join('、'),
  }))
}
