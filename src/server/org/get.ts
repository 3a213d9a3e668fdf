import type * as z from 'zod'
import type { OrganisationView } from '#contract/org.ts'
import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { loadOrganisation, loadVersion } from '#server/org/load.ts'
import { withoutAccounts } from '#server/org/without-accounts.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 组织机构 as it stood on a day; today unless said. */
export async function getOrganisation(
  context: Context,
  input: { readonly asOf?: Day | undefined },
): Promise<z.infer<typeof OrganisationView>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('organisation:read')
    const asOf = input.asOf ?? context.asOf
    const organisation = await loadOrganisation(tx, actor.jurisdictionId)
    const standing = organisationAsOf(organisation, asOf)
    return {
      version: await loadVersion(tx, actor.jurisdictionId),
      asOf,
      organisation: { ...standing, people: withoutAccounts(standing.people, actor) },
    }
  })
}
