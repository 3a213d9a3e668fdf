import { ledgerNamesOf, partiesByName } from '#core/access/named.ts'
import type { Day } from '#core/day/day.ts'
import type { HandoverItem } from '#core/handover/handover.ts'
import { loadLedgerNames } from '#server/access/ledger-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation } from '#server/org/load.ts'

/** What is finished is not handed over. */
const OPEN = ['open', 'short', 'missed', 'upcoming']

/**
 * What is open of a post and of who hands it over: what is owed as the post (it stays there), what they owe themselves (it follows them), and the commitments
 * that name them or the post as responsible.
 */
export async function openItems(
  tx: Tx,
  jurisdictionId: string,
  { post, person, asOf }: { readonly post: string; readonly person: string; readonly asOf: Day },
): Promise<readonly HandoverItem[]> {
  const [ofPost, ofPerson] = [`post:${post}`, `person:${person}`]
  const owed = await tx
    .selectFrom('occurrence')
    .innerJoin('ledgerEntry', (join) =>
      join
        .onRef('ledgerEntry.jurisdictionId', '=', 'occurrence.jurisdictionId')
        .onRef('ledgerEntry.commitmentId', '=', 'occurrence.commitmentId'),
    )
    .select(['occurrence.commitmentId', 'ledgerEntry.ref', 'ledgerEntry.sentence', 'subject', 'period', 'required', 'actual', 'owed'])
    .where('occurrence.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where('subject', 'in', [ofPost, ofPerson])
    .where('occurrence.state', 'in', OPEN)
    .where('periodFrom', '<=', asOf)
    .where((eb) => eb.or([eb('periodTo', 'is', null), eb('periodTo', '>=', asOf), eb('owed', '>', '0')]))
    .orderBy('ledgerEntry.ref')
    .orderBy('period')
    .execute()
  const items = owed.map(({ commitmentId, subject, ref, sentence, period, required, actual, owed: missing }) => ({
    commitment: commitmentId,
    ref,
    sentence,
    stays: subject === ofPost ? ('post' as const) : ('person' as const),
    period,
    required,
    actual,
    owed: missing,
  }))
  const listed = new Set(items.map(({ commitment }) => commitment))
  const named = await namedRows(tx, jurisdictionId, { self: [ofPost, ofPerson], asOf })
  return [
    ...items,
    ...named
      .filter(({ commitmentId }) => !listed.has(commitmentId))
      .map(({ commitmentId, ref, sentence }) => ({
        commitment: commitmentId,
        ref,
        sentence,
        stays: 'named' as const,
        period: '',
        required: null,
        actual: null,
        owed: null,
      })),
  ]
}

/** Confirmed rows of the ledger that name one of these as leader or owner. */
async function namedRows(tx: Tx, jurisdictionId: string, { self, asOf }: { readonly self: readonly string[]; readonly asOf: Day }) {
  const organisation = await loadOrganisation(tx, jurisdictionId)
  const names = ledgerNamesOf({ orgs: [], self }, partiesByName(organisation, asOf, await loadLedgerNames(tx, jurisdictionId)))
  if (names.leader.length === 0) return []
  return tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .where((eb) => eb.or([eb('leaders', '&&', eb.val([...names.leader])), eb('owners', '&&', eb.val([...names.leader]))]))
    .orderBy('ref')
    .execute()
}
