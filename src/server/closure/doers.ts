import type { ClosureLevel } from '#core/closure/closure.ts'
import type { Day } from '#core/day/day.ts'
import type { ClosureFacts } from '#server/closure/facts.ts'
import type { Tx } from '#server/db/connect.ts'

/** An account that may sign, with the person and the posts behind it, as occurrences name their subjects. */
export interface SigningAccount {
  readonly account: string
  readonly name: string
  readonly post: string
  readonly parties: readonly string[]
}

/** Every account that is in use, with who stands behind it on the day. */
export async function loadSigners(tx: Tx, jurisdictionId: string, asOf: Day): Promise<readonly SigningAccount[]> {
  const rows = await tx
    .selectFrom('account')
    .leftJoin('person', (join) => join.on('person.jurisdictionId', '=', jurisdictionId).onRef('person.accountId', '=', 'account.id'))
    .leftJoin('holding', (join) =>
      join
        .on('holding.jurisdictionId', '=', jurisdictionId)
        .onRef('holding.personId', '=', 'person.id')
        .on('holding.fromDay', '<=', asOf)
        .on((eb) => eb.or([eb('holding.toDay', 'is', null), eb('holding.toDay', '>=', asOf)])),
    )
    .select(['account.id', 'account.name', 'account.post', 'person.id as personId', 'holding.postId'])
    .where('account.jurisdictionId', '=', jurisdictionId)
    .where('account.post', 'in', ['office', 'leader', 'unit'])
    .where('disabledAt', 'is', null)
    .orderBy('account.name')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([account, some]) => ({
    account,
    name: some[0]?.name ?? '',
    post: some[0]?.post ?? '',
    parties: some.flatMap(({ personId, postId }) => [
      ...(personId === null ? [] : [`person:${personId}`]),
      ...(postId === null ? [] : [`post:${postId}`]),
    ]),
  }))
}

/** Whether an account did what is to be judged: it entered what counts, or stands for one whose promise it is. */
export function isDoer({ doers }: Pick<ClosureFacts, 'doers'>, { account, parties }: Pick<SigningAccount, 'account' | 'parties'>): boolean {
  return doers.accounts.has(account) || parties.some((party) => doers.parties.has(party))
}

/** Whether somebody whose promise it is holds the post of a level, so that those who would approve are led by who did it. */
export function doerLeads(
  { doers }: Pick<ClosureFacts, 'doers'>,
  level: ClosureLevel | undefined,
  signers: readonly SigningAccount[],
): boolean {
  return signers.some(
    ({ account, post, parties }) =>
      level !== undefined &&
      (level.accounts.length === 0 ? level.post === post : level.accounts.includes(account)) &&
      parties.some((party) => doers.parties.has(party)),
  )
}
