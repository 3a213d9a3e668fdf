import type * as z from 'zod'
import type { OrganisationView } from '#contract/org.ts'
import type { Moment } from '#core/moment/moment.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { loadOrganisationKnown } from '#server/org/known-at.ts'
import { loadOrganisation, loadVersion } from '#server/org/load.ts'
import { withoutAccounts } from '#server/org/without-accounts.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 组织机构 as it stood on a day, as it was known at an instant. */
export async function getOrganisation(context: Context, { knownAt, ...moment }: Moment): Promise<z.infer<typeof OrganisationView>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('organisation:read')
    const { jurisdictionId } = actor
    const asOf = moment.asOf ?? context.asOf
    const organisation =
      knownAt === null ? await loadOrganisation(tx, jurisdictionId) : await loadOrganisationKnown(tx, jurisdictionId, knownAt)
    const standing = organisationAsOf(organisation, asOf)
    return {
      version: await loadVersion(tx, jurisdictionId),
      asOf,
      organisation: { ...standing, people: withoutAccounts(standing.people, actor) },
    }
  })
}
