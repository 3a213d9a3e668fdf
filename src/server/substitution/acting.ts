import { isBusinessPost, Post } from '#core/access/post.ts'
import type { Day } from '#core/day/day.ts'
import { actsOn, Substitution } from '#core/substitution/substitution.ts'
import type { Db } from '#server/db/connect.ts'
import type { Actor } from '#server/verb/context.ts'

/**
 * Who acts in a session: for a substitution that counts today the post of who is away, named together with who acts, so that the journal tells both; otherwise
 * oneself. What the account of who is away sees by other posts, or by being the office, is not lent.
 */
export async function actingFor(db: Db, actor: Actor, substitution: string | null, asOf: Day): Promise<Actor> {
  if (substitution === null || !isBusinessPost(actor.post)) return actor
  const { jurisdictionId } = actor
  const row = await db
    .selectFrom('substitution')
    .innerJoin('orgPost', (join) =>
      join.onRef('orgPost.jurisdictionId', '=', 'substitution.jurisdictionId').onRef('orgPost.id', '=', 'substitution.postId'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.jurisdictionId', '=', 'substitution.jurisdictionId').onRef('person.id', '=', 'substitution.absentId'),
    )
    .selectAll('substitution')
    .select(['orgPost.title', 'person.name as absentName', 'person.accountId as absentAccount'])
    .where('substitution.jurisdictionId', '=', jurisdictionId)
    .where('orgPost.jurisdictionId', '=', jurisdictionId)
    .where('person.jurisdictionId', '=', jurisdictionId)
    .where('substitution.id', '=', substitution)
    .executeTakeFirst()
  if (row === undefined || !actsOn(Substitution.parse(row), actor.person, asOf)) return actor
  const account = await db.selectFrom('account').select('post').where('id', '=', row.absentAccount).executeTakeFirst()
  const post = Post.safeParse(account?.post).data === 'leader' ? 'leader' : 'unit'
  return { ...actor, post, name: `${actor.name}（代 ${row.title} ${row.absentName}）`, acting: { substitution, orgPost: row.postId } }
}
