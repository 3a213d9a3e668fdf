import { sql } from 'kysely'
import { Instant } from '#core/day/day.ts'
import { headContent, type SignedHead } from '#core/journal/head.ts'
import { leafContent, payloadContent } from '#core/journal/leaf.ts'
import { addLeaf, emptyFrontier, type Frontier, rootOf } from '#core/journal/merkle-tree.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { ENTRY_COLUMNS, isUnsealed, payloadIn, sealedIn, type SealedColumns } from '#server/journal/entry-rows.ts'
import type { Signer } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'
import { inParts } from '#server/org/in-parts.ts'

/** With what heads are made. `cluster`: the identifier of the database cluster (`clusterOf`). */
export interface Sealing {
  readonly at: Instant
  readonly signer: Signer
  readonly cluster: string
}

/** As many entries are sealed at once; the rest follows in the next head. */
const AT_ONCE = 5000

/** Where sealing goes on: the tree so far and the transactions that are in it. */
interface Cursor {
  readonly frontier: Frontier
  /** Every transaction before this one is sealed; null: none is, or they were numbered by another cluster. */
  readonly below: string | null
  /** When the head before was made; null: there is none. */
  readonly at: Instant | null
}

/**
 * 封存: makes leaves of the entries of a jurisdiction that every transaction before the oldest running one wrote, in the order of their transactions, and signs
 * the new head. Writers never wait for it, and no entry is left out: what was not finished is taken up later. Gives the head, or null where nothing was to be sealed.
 */
export async function sealJurisdiction(db: Db, jurisdictionId: string, sealing: Sealing): Promise<SignedHead | null> {
  return db.transaction().execute(async (tx) => {
    const lock = await sql<{
      isOurs: boolean
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`journal-seal ${jurisdictionId}`}, 0)) as "isOurs"`.execute(tx)
    if (lock.rows[0]?.isOurs !== true) return null
    const cursor = await loadCursor(tx, jurisdictionId, sealing.cluster)
    const { rows, below } = await loadUnsealed(tx, jurisdictionId, cursor)
    if (rows.length === 0) return null
    let { frontier } = cursor
    const leaves = rows.map((row) => {
      const payload = sm3(payloadContent(payloadIn(row)))
      const leaf = journalHash.leaf(leafContent(sealedIn(row, payload)))
      const leafIndex = frontier.size
      frontier = addLeaf(journalHash, frontier, leaf)
      return { jurisdictionId, leafIndex: String(leafIndex), entryId: row.id, payload, leaf }
    })
    for (const some of inParts(leaves)) await tx.insertInto('journalLeaf').values(some).execute()
    // a clock that was put back, or goes slower in another process, never makes a head older than the one before
    const at = cursor.at !== null && cursor.at > sealing.at ? cursor.at : sealing.at
    return saveHead(tx, jurisdictionId, { frontier, below }, { ...sealing, at })
  })
}

async function loadCursor(tx: Tx, jurisdictionId: string, cluster: string): Promise<Cursor> {
  const head = await tx
    .selectFrom('journalHead')
    .select(['size', 'frontier', 'belowXid', 'cluster', 'at'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!head) return { frontier: emptyFrontier, below: null, at: null }
  return {
    frontier: { size: Number(head.size), roots: head.frontier },
    below: head.cluster === cluster ? head.belowXid : null,
    at: Instant.parse(head.at),
  }
}

type Unsealed = SealedColumns & { readonly xid: string | null }

async function loadUnsealed(
  tx: Tx,
  jurisdictionId: string,
  { below }: Cursor,
): Promise<{ readonly rows: readonly Unsealed[]; readonly below: string }> {
  const { horizon } = (await sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(tx))
    .rows[0] ?? {
    horizon: '0',
  }
  const rows = await tx
    .selectFrom('journalEntry')
    .select(ENTRY_COLUMNS)
    .select(sql<string | null>`xid::text`.as('xid'))
    .where('jurisdictionId', '=', jurisdictionId)
    // of a cluster that was restored the old numbers say nothing: whatever has no leaf is old
    .$if(below !== null, (query) => query.where(sql<boolean>`xid >= ${below}::xid8 and xid < ${horizon}::xid8`))
    .where((eb) => isUnsealed(eb, jurisdictionId))
    .orderBy(sql`xid nulls first`)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  if (rows.length < AT_ONCE) return { rows, below: horizon }
  // the last transaction may go on behind the limit
  const last = rows.at(-1)?.xid ?? null
  const whole = rows.filter(({ xid }) => xid !== last)
  return whole.length === 0 ? { rows, below: below ?? '0' } : { rows: whole, below: last ?? below ?? '0' }
}

async function saveHead(
  tx: Tx,
  jurisdictionId: string,
  { frontier, below }: { readonly frontier: Frontier; readonly below: string },
  { at, signer, cluster }: Sealing,
): Promise<SignedHead> {
  const { size } = frontier
  const root = rootOf(journalHash, frontier)
  const signed = { size, root, at, key: signer.key, signature: signer.sign(headContent({ jurisdiction: jurisdictionId, size, root, at })) }
  await tx
    .insertInto('journalKey')
    .values({ key: signer.key, publicKey: signer.publicKey, addedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('journalHead')
    .values({ jurisdictionId, ...signed, size: String(size), frontier: [...frontier.roots], belowXid: below, cluster })
    .execute()
  return { jurisdiction: jurisdictionId, ...signed }
}
