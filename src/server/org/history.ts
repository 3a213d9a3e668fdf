import { historyOf } from '#core/org/history-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { withoutAccounts } from '#server/org/without-accounts.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 机构沿革: everything that ever held of one org. */
export async function getHistory(context: Context, input: { readonly id: string }): Promise<Organisation> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('organisation:read')
    const { people, ...history } = historyOf(await loadOrganisation(tx, actor.jurisdictionId), input.id)
    if (history.orgs.length === 0) throw new AppError('NOT_FOUND')
    return { ...history, people: withoutAccounts(people, actor) }
  })
}
