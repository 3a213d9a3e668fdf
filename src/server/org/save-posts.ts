import type { Edit } from '#core/org/edit.ts'
import type { Tx } from '#server/db/connect.ts'
import { inParts } from '#server/org/in-parts.ts'

/** Saves people, posts and who holds them. */
export async function savePosts(tx: Tx, jurisdictionId: string, { people, posts, holdings }: Edit): Promise<void> {
  for (const some of inParts(people)) {
    await tx
      .insertInto('person')
      .values(some.map(({ id, name, account }) => ({ jurisdictionId, id, name, accountId: account })))
      .onConflict((conflict) =>
        conflict.columns(['jurisdictionId', 'id']).doUpdateSet((eb) => ({ accountId: eb.ref('excluded.accountId') })),
      )
      .execute()
  }
  for (const some of inParts(posts)) {
    await tx
      .insertInto('orgPost')
      .values(
        some.map(({ org, from, to, aliases, ...post }) => ({
          jurisdictionId,
          ...post,
          orgId: org,
          aliases: [...aliases],
          fromDay: from,
          toDay: to,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['jurisdictionId', 'id']).doUpdateSet((eb) => ({
          rank: eb.ref('excluded.rank'),
          isHead: eb.ref('excluded.isHead'),
          aliases: eb.ref('excluded.aliases'),
          toDay: eb.ref('excluded.toDay'),
        })),
      )
      .execute()
  }
  for (const some of inParts(holdings)) {
    await tx
      .insertInto('holding')
      .values(
        some.map(({ id, post, person, from, to }) => ({ jurisdictionId, id, postId: post, personId: person, fromDay: from, toDay: to })),
      )
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'id']).doUpdateSet((eb) => ({ toDay: eb.ref('excluded.toDay') })))
      .execute()
  }
}
