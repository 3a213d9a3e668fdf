import type { Organisation } from '#core/org/organisation.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import type { Party } from '#core/roster/party.ts'
import type { Roster } from '#core/roster/roster.ts'
import type { Tx } from '#server/db/connect.ts'
import { lookedAt } from '#server/moment/look-back.ts'
import { loadOrganisationKnown } from '#server/org/known-at.ts'
import { knownIn } from '#server/org/known.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { IS_OWN, type Settled, settledIn, TOKEN } from '#server/verb/settled.ts'

/** The organisation as records and evaluation need it. */
export interface CachedOrganisation {
  /** As it was loaded; the same object as long as nothing changed. */
  readonly whole: Organisation
  readonly roster: Roster
  readonly isKnown: (party: Party) => boolean
}

/** As many jurisdictions as are kept at hand; the one that was not asked for the longest goes first. */
const AT_HAND = 200
const kept = new Map<string, { readonly token: string; readonly organisation: CachedOrganisation }>()

/** What a transaction was given: it asks once. */
const given = new WeakMap<Tx, CachedOrganisation>()

/**
 * The organisation of a jurisdiction, read again only where another process or this one has changed it: what stands is asked for once in the transaction, which sees its
 * jurisdiction only. Where it looks back at an instant: as it was known then.
 */
export async function cachedOrganisation(tx: Tx, jurisdictionId: string): Promise<CachedOrganisation> {
  const knownAt = lookedAt(tx)?.knownAt ?? null
  const organisation =
    given.get(tx) ??
    (knownAt === null ? await findOrganisation(tx, jurisdictionId) : asCached(await loadOrganisationKnown(tx, jurisdictionId, knownAt)))
  given.set(tx, organisation)
  return organisation
}

/** After a change of the organisation in the same transaction. */
export function forgetOrganisation(tx: Tx): void {
  given.delete(tx)
}

async function findOrganisation(tx: Tx, jurisdictionId: string): Promise<CachedOrganisation> {
  const edition = settledIn(tx)?.organisation ?? (await editionOf(tx, jurisdictionId))
  const found = kept.get(jurisdictionId)
  if (edition !== null && found?.token === edition.token && !edition.isOwn) {
    kept.delete(jurisdictionId)
    kept.set(jurisdictionId, found)
    return found.organisation
  }
  const whole = await loadOrganisation(tx, jurisdictionId)
  const organisation = asCached(whole)
  const after = await editionOf(tx, jurisdictionId)
  // what was changed while it was read is not kept
  if (edition !== null && !edition.isOwn && after?.token === edition.token) keep(jurisdictionId, edition.token, organisation)
  return organisation
}

function asCached(whole: Organisation): CachedOrganisation {
  return { whole, roster: rosterOf(whole), isKnown: knownIn(whole).isKnown }
}

function keep(jurisdictionId: string, token: string, organisation: CachedOrganisation): void {
  kept.delete(jurisdictionId)
  kept.set(jurisdictionId, { token, organisation })
  const [oldest] = kept.keys()
  if (kept.size > AT_HAND && oldest !== undefined) kept.delete(oldest)
}

async function editionOf(tx: Tx, jurisdictionId: string): Promise<Settled['organisation']> {
  const row = await tx.selectFrom('organisation').select([TOKEN, IS_OWN]).where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row === undefined || row.token === null ? null : { token: row.token, isOwn: row.isOwn }
}
