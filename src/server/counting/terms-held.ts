import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { referencesOf } from '#core/occurrence/related.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadGranted } from '#server/change/granted.ts'
import { loadFormerTerms } from '#server/counting/former-terms.ts'
import { loadCountings } from '#server/counting/load.ts'
import { findTerms, loadPlanGround } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { heldUntil } from '#server/moment/held.ts'
import { lookBack } from '#server/moment/look-back.ts'

interface Then {
  readonly asOf: Day
  readonly knownAt: Instant | null
}
type All = Map<CommitmentId, Terms>

/**
 * The terms that held on a day, as they were known at an instant (null: now): of all commitments that compute, or of `only` some and all that their rules refer to. What
 * was granted on a later day (延期、调整、终止) did not hold yet.
 */
export async function loadTermsHeld(
  tx: Tx,
  jurisdictionId: string,
  then: Then,
  only: readonly CommitmentId[] | null,
): Promise<ReadonlyMap<CommitmentId, Terms>> {
  const found: All = new Map()
  const asked = new Set<CommitmentId>()
  for (let wanted = only; wanted === null || wanted.length > 0;) {
    for (const terms of await loadKnown(tx, jurisdictionId, then.knownAt, wanted)) found.set(terms.commitment, terms)
    if (wanted === null) break
    for (const id of wanted) asked.add(id)
    wanted = [...new Set(wanted.flatMap((id) => referencesIn(found, id)))].filter((id) => !asked.has(id))
  }
  await takeBackGrants(tx, jurisdictionId, then, found)
  return found
}

function referencesIn(found: All, id: CommitmentId): readonly CommitmentId[] {
  const terms = found.get(id)
  return terms === undefined ? [] : referencesOf(terms)
}

async function loadKnown(
  tx: Tx,
  jurisdictionId: string,
  knownAt: Instant | null,
  only: readonly CommitmentId[] | null,
): Promise<readonly Terms[]> {
  if (knownAt !== null) return loadFormerTerms(tx, jurisdictionId, knownAt, only)
  return (await loadCountings(tx, jurisdictionId, only)).flatMap(({ terms }) => (terms === null ? [] : [terms]))
}

/** Works out anew the terms of those of which something was granted, or ended and opened again, after the day. */
async function takeBackGrants(tx: Tx, jurisdictionId: string, then: Then, found: All): Promise<void> {
  const held = heldUntil(then)
  const rows = await tx
    .selectFrom('changeRequest')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'changeRequest.commitmentId'),
    )
    .leftJoin('closure', (join) =>
      join.on('closure.jurisdictionId', '=', jurisdictionId).onRef('closure.commitmentId', '=', 'changeRequest.commitmentId'),
    )
    .select(['changeRequest.commitmentId as id', 'planId'])
    .distinct()
    .where('changeRequest.jurisdictionId', '=', jurisdictionId)
    .where('changeRequest.state', '=', 'granted')
    .where((eb) => eb.or([eb('changeRequest.changedAt', '>', held), eb('closure.changedAt', '>', held)]))
    .execute()
  const back = lookBack(tx, jurisdictionId, { ...then, edition: null })
  for (const [planId, some] of Map.groupBy(rows, (row) => row.planId)) {
    const known = new Set(some.map(({ id }) => id))
    const own = [...found.keys()].filter((id) => known.has(id))
    if (own.length === 0) continue
    const plan = {
      ...(await loadPlanGround(back, jurisdictionId, planId)),
      granted: await loadGranted(tx, jurisdictionId, { planId }, held),
    }
    for (const { commitment, definition } of await loadCountings(back, jurisdictionId, own)) {
      const { terms } = findTerms(commitment, definition, plan)
      if (terms !== null) found.set(commitment, terms)
    }
  }
}
