import type { Instant } from '#core/day/day.ts'
import type { Edit } from '#core/org/edit.ts'
import type { Party } from '#core/roster/party.ts'
import { keepReplaced } from '#server/org/known-at.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockAnsweredFor, refreshResponsibility } from '#server/dispatch/refresh.ts'
import { isSmall } from '#server/ledger/past.ts'
import { lockClock, recomputeLater } from '#server/occurrence/clock.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { forgetOrganisation } from '#server/org/cached.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { inParts } from '#server/org/in-parts.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { savePosts } from '#server/org/save-posts.ts'

/**
 * Saves the rows of an edit, works out anew what is computed from them, and counts the change; gives the version that now stands. Of a row that stood before only what may change is written:
 * ends of days, and what has no history. The organisation is locked.
 */
export async function saveEdit(
  tx: Tx,
  jurisdictionId: string,
  edit: Edit,
  { stands, at }: { readonly stands: number; readonly at: Instant },
): Promise<number> {
  await keepReplaced(tx, jurisdictionId, { organisation: await loadOrganisation(tx, jurisdictionId), edit, at })
  await saveOrgs(tx, jurisdictionId, edit)
  await savePosts(tx, jurisdictionId, edit)
  await saveGroups(tx, jurisdictionId, edit)
  const version = stands + 1
  // before anything is computed: by the version it is known that what was read earlier no longer stands
  await tx.updateTable('organisation').set({ version }).where('jurisdictionId', '=', jurisdictionId).execute()
  forgetOrganisation(tx)
  const plans = await lockAnsweredFor(tx, jurisdictionId)
  const evaluatedOn = await lockClock(tx, jurisdictionId)
  const today = dayInShanghai(at)
  // posts have other names, and are held by others
  for (const planId of plans) await refreshResponsibility(tx, jurisdictionId, { planId, asOf: today, now: at })
  if (await isSmall(tx, jurisdictionId)) await recompute(tx, { jurisdictionId, asOf: evaluatedOn })
  else await recomputeLater(tx, jurisdictionId, today)
  return version
}

async function saveOrgs(tx: Tx, jurisdictionId: string, { orgs, terms }: Edit): Promise<void> {
  for (const some of inParts(orgs)) {
    await tx
      .insertInto('org')
      .values(some.map(({ id, kind, aliases, ordinal }) => ({ jurisdictionId, id, kind, aliases: [...aliases], ordinal })))
      .onConflict((conflict) =>
        conflict
          .columns(['jurisdictionId', 'id'])
          .doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), aliases: eb.ref('excluded.aliases') })),
      )
      .execute()
  }
  for (const some of inParts(terms)) {
    await tx
      .insertInto('orgTerm')
      .values(
        some.map(({ id, org, name, parent, from, to }) => ({
          jurisdictionId,
          id,
          orgId: org,
          name,
          parentId: parent,
          fromDay: from,
          toDay: to,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['jurisdictionId', 'id'])
          .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), parentId: eb.ref('excluded.parentId'), toDay: eb.ref('excluded.toDay') })),
      )
      .execute()
  }
}

async function saveGroups(tx: Tx, jurisdictionId: string, { groups, memberships, relations }: Edit): Promise<void> {
  for (const some of inParts(groups)) {
    await tx
      .insertInto('orgGroup')
      .values(
        some.map(({ id, name, everyoneIn, reach, ordinal }) => ({ jurisdictionId, id, name, everyoneInId: everyoneIn, reach, ordinal })),
      )
      .execute()
  }
  for (const some of inParts(memberships)) {
    await tx
      .insertInto('membership')
      .values(
        some.map(({ id, group, member, from, to }) => ({
          jurisdictionId,
          id,
          groupId: group,
          ...partyColumns(member),
          orgId: member.kind === 'org' ? member.id : null,
          fromDay: from,
          toDay: to,
        })),
      )
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'id']).doUpdateSet((eb) => ({ toDay: eb.ref('excluded.toDay') })))
      .execute()
  }
  for (const some of inParts(relations)) {
    await tx
      .insertInto('relation')
      .values(
        some.map(({ id, kind, leader, org, from, to }) => ({
          jurisdictionId,
          id,
          kind,
          ...partyColumns(leader),
          orgId: org,
          fromDay: from,
          toDay: to,
        })),
      )
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'id']).doUpdateSet((eb) => ({ toDay: eb.ref('excluded.toDay') })))
      .execute()
  }
}

function partyColumns({ kind, id }: Party): { readonly personId: string | null; readonly postId: string | null } {
  return { personId: kind === 'person' ? id : null, postId: kind === 'post' ? id : null }
}
