import type { Insertable, Selectable } from 'kysely'
import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Ruling } from '#core/counting/counting.ts'
import { Definition, OpenCode } from '#core/terms/definition.ts'
import { referencesOf } from '#core/occurrence/related.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Counting as CountingRow } from '#server/db/types.gen.ts'

/** How a commitment was defined. `terms`: null while `open` says what must be answered first, or it does not stand in the ledger. */
export interface StoredCounting {
  readonly commitment: CommitmentId
  readonly version: number
  readonly definition: Definition
  readonly terms: Terms | null
  readonly open: readonly OpenCode[]
}

const COLUMNS = ['commitmentId', 'version', 'definition', 'terms', 'openCodes'] as const satisfies readonly (keyof CountingRow)[]

// the columns hold what core made and were checked when they were written: they are taken as they are
const definitionColumn = z.custom<Definition>()
const termsColumn = z.custom<Terms | null>()
const rulingColumn = z.custom<Ruling>()

function countingOf(row: Pick<Selectable<CountingRow>, (typeof COLUMNS)[number]>): StoredCounting {
  return {
    commitment: CommitmentId.parse(row.commitmentId),
    version: row.version,
    definition: definitionColumn.parse(row.definition),
    terms: termsColumn.parse(row.terms),
    open: row.openCodes.map((code) => OpenCode.parse(code)),
  }
}

/** Every commitment of a jurisdiction that was defined, or those of `only`. */
export async function loadCountings(
  tx: Tx,
  jurisdictionId: string,
  only: readonly string[] | null = null,
): Promise<readonly StoredCounting[]> {
  const rows = await tx
    .selectFrom('counting')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(only !== null, (query) => query.where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(only ?? [])))))
    .orderBy('commitmentId')
    .execute()
  return rows.map(countingOf)
}

/** How one commitment was defined; null where nobody has yet. */
export async function loadCounting(tx: Tx, jurisdictionId: string, commitmentId: string): Promise<StoredCounting | null> {
  const row = await tx
    .selectFrom('counting')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitmentId)
    .executeTakeFirst()
  return row ? countingOf(row) : null
}

/** What terms come to as columns. */
export function termsColumns(terms: Terms | null, open: readonly OpenCode[]): Pick<Insertable<CountingRow>, 'terms' | 'openCodes'> {
  // as text: the driver would write null as JSON's null
  return { terms: terms === null ? null : JSON.stringify(terms), openCodes: [...open] }
}

/** What persons have said of some commitments, and of one record besides, in the order they said it. */
export async function loadRulings(
  tx: Tx,
  jurisdictionId: string,
  about: { readonly commitments: readonly string[]; readonly record: string | null },
): Promise<readonly Ruling[]> {
  const rows = await tx
    .selectFrom('ruling')
    .select(['commitmentId', 'recordId', 'counts', 'reason', 'ruledByName', 'ruledAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => {
      const ofCommitments = eb('commitmentId', '=', eb.fn.any(eb.val(about.commitments)))
      return about.record === null ? ofCommitments : eb.or([ofCommitments, eb('recordId', '=', about.record)])
    })
    .orderBy('ruledAt')
    .orderBy('id')
    .execute()
  return rows.map(({ commitmentId, recordId, counts, reason, ruledByName, ruledAt }) =>
    rulingColumn.parse({ commitment: commitmentId, record: recordId, counts, reason, by: ruledByName, at: ruledAt }),
  )
}

/** The terms of some commitments and of all that their rules refer to, directly or not; those that do not compute are left out. */
export async function loadTermsWithRelated(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly CommitmentId[],
): Promise<Map<CommitmentId, Terms>> {
  const found = new Map<CommitmentId, Terms>()
  await addRelated(tx, jurisdictionId, found, ids)
  return found
}

/** Adds to some terms those they refer to that are still missing. `ids`: to begin with. */
export async function addRelated(
  tx: Tx,
  jurisdictionId: string,
  found: Map<CommitmentId, Terms>,
  ids: readonly CommitmentId[],
): Promise<void> {
  const asked = new Set<CommitmentId>(found.keys())
  let wanted = [...new Set(ids)].filter((id) => !asked.has(id))
  while (wanted.length > 0) {
    for (const id of wanted) asked.add(id)
    const loaded = (await loadCountings(tx, jurisdictionId, wanted)).flatMap(({ terms }) => (terms === null ? [] : [terms]))
    for (const terms of loaded) found.set(terms.commitment, terms)
    wanted = [...new Set(loaded.flatMap(referencesOf))].filter((id) => !asked.has(id))
  }
}
