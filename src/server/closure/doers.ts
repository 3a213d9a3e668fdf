import { Post } from '#core/access/post.ts'
import type { ClosureLevel } from '#core/closure/closure.ts'
import type { Decider, Panel } from '#core/closure/panel.ts'
import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { ClosureFacts } from '#server/closure/facts.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import type { Actor } from '#server/verb/context.ts'

/** An account that may sign, with the person and the posts behind it, as occurrences name their subjects. */
export interface SigningAccount {
  readonly account: string
  readonly name: string
  readonly post: Post
  readonly parties: readonly string[]
  /** False: they do not see what is judged, so they cannot decide about it (`withSight`). */
  readonly isSeeing: boolean
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
    post: Post.parse(some[0]?.post),
    isSeeing: true,
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

/** Who sits over a closure: its levels, who could sign, and who leads what is done about it. */
interface Seats {
  readonly levels: readonly ClosureLevel[]
  readonly signers: readonly SigningAccount[]
  readonly over: ReadonlySet<string>
}

/**
 * Everybody who could sign, and how they stand to what is judged. Who leads the whole institution leads everybody who approves, with an account or without; so does, in
 * this matter, the first responsible of the plan and who leads the finding (`over`).
 */
export async function panelOf(
  tx: Tx,
  { jurisdictionId, asOf }: { readonly jurisdictionId: string; readonly asOf: Day },
  { doers }: Pick<ClosureFacts, 'doers'>,
  { levels, signers, over }: Seats,
): Promise<Panel> {
  return panelUnder(await headsOf(tx, jurisdictionId, asOf), { doers }, { levels, signers, over })
}

/** The same, where the heads of the institution are known. */
export function panelUnder(
  institutionHeads: ReadonlySet<string>,
  { doers }: Pick<ClosureFacts, 'doers'>,
  { levels, signers, over }: Seats,
): Panel {
  const heads = new Set([...institutionHeads, ...over])
  const accounts = signers.flatMap(({ account, parties }) => (parties.some((party) => heads.has(party)) ? [account] : []))
  return {
    levels,
    people: signers
      .filter(({ isSeeing }) => isSeeing)
      .map((signer) => ({ account: signer.account, post: signer.post, isDoer: isDoer({ doers }, signer) })),
    leads: [...heads].some((party) => doers.parties.has(party)) || accounts.some((account) => doers.accounts.has(account)),
  }
}

/** 主要负责人 of the institution that nothing stands above: their posts and who holds them, as occurrences name their subjects. */
export async function headsOf(tx: Tx, jurisdictionId: string, asOf: Day): Promise<ReadonlySet<string>> {
  const { orgs, terms, posts, holdings } = organisationAsOf((await cachedOrganisation(tx, jurisdictionId)).whole, asOf)
  const institutions = new Set(orgs.flatMap(({ id, kind }) => (kind === 'institution' ? [id] : [])))
  const tops = new Set(terms.flatMap(({ org, parent }) => (parent === null && institutions.has(org) ? [org] : [])))
  const heads = new Set(posts.flatMap(({ id, org, isHead }) => (isHead && tops.has(org) ? [id] : [])))
  const held = holdings.flatMap(({ post, person }) => (heads.has(post) ? [`person:${person}`] : []))
  return new Set([...[...heads].map((id) => `post:${id}`), ...held])
}

/** How whoever asks stands to what is judged. By 代理 they stand for who is away as well, and did what either of them did. */
export async function deciderOf(
  tx: Tx,
  actor: Actor,
  facts: Pick<ClosureFacts, 'doers'>,
  signers: readonly SigningAccount[],
): Promise<Decider> {
  const { accountId: account, post, acting } = actor
  const own = signers.find((each) => each.account === account)
  const isOwn = own !== undefined && isDoer(facts, own)
  if (acting === undefined) return { account, post, isDoer: isOwn }
  const forAccount = await accountStoodFor(tx, actor.jurisdictionId, acting.substitution)
  const away = signers.find((each) => each.account === forAccount)
  const isAway = facts.doers.parties.has(`post:${acting.orgPost}`) || (away !== undefined && isDoer(facts, away))
  return { account, post, isDoer: isOwn || isAway, ...(forAccount === null ? {} : { forAccount }) }
}

async function accountStoodFor(tx: Tx, jurisdictionId: string, substitution: string): Promise<string | null> {
  const row = await tx
    .selectFrom('substitution')
    .innerJoin('person', (join) => join.on('person.jurisdictionId', '=', jurisdictionId).onRef('person.id', '=', 'substitution.absentId'))
    .select('person.accountId')
    .where('substitution.jurisdictionId', '=', jurisdictionId)
    .where('substitution.id', '=', substitution)
    .executeTakeFirst()
  return row?.accountId ?? null
}
