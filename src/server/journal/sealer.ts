import type pg from 'pg'
import type { SignedHead } from '#core/journal/head.ts'
import type { Database } from '#server/db/connect.ts'
import { sealJurisdiction } from '#server/journal/seal.ts'
import type { Signer } from '#server/journal/signer.ts'
import type { Clock } from '#server/platform/clock.ts'

/** What the sealer works with. `onError` hears of passes that failed: the next one takes up what they left. */
interface Parts {
  readonly database: Database
  readonly signer: Signer
  readonly clock: Clock
  /** Is shown every new head, to keep it elsewhere. */
  readonly witness?: (head: SignedHead) => void
  readonly onError: (error: Error) => void
}

/** The sealer at work. */
export interface Sealer {
  /** Ends after the pass that is running. */
  readonly stop: () => Promise<void>
}

/** So long after one pass the next begins. */
const REST_MS = 1000

/** Seals all journals once, then whatever is written, until it is stopped. Of several processes on one database any may seal; none seals twice. */
export async function startSealer(parts: Parts): Promise<Sealer> {
  let since = await sealAll(parts, null)
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  let pass: Promise<void> = Promise.resolve()
  const rest = (): void => {
    if (!isStopped) timer = setTimeout(() => (pass = work()), REST_MS)
  }
  const work = async (): Promise<void> => {
    try {
      since = await sealAll(parts, since)
    } catch (error) {
      parts.onError(error instanceof Error ? error : new Error(String(error)))
    }
    rest()
  }
  rest()
  return {
    async stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await pass
    },
  }
}

/** Seals every journal that transactions from `since` on have written to (null: every journal); gives where the next pass begins. */
export async function sealAll(
  { database: { db, pool }, signer, clock, witness }: Omit<Parts, 'onError'>,
  since: string | null,
): Promise<string> {
  const { horizon, cluster } = await horizonOf(pool)
  const seal = (jurisdictionId: string) => sealJurisdiction(db, jurisdictionId, { at: clock(), signer, cluster })
  for (const jurisdictionId of await writtenSince(pool, since)) {
    // a great many entries are sealed in parts
    for (let head = await seal(jurisdictionId); head !== null; head = await seal(jurisdictionId)) witness?.(head)
  }
  return horizon
}

async function horizonOf(pool: pg.Pool): Promise<{ readonly horizon: string; readonly cluster: string }> {
  const { rows } = await pool.query<{ horizon: string; cluster: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, system_identifier::text AS cluster FROM pg_control_system()',
  )
  const [row] = rows
  if (row === undefined) throw new Error('the database does not say which cluster it is')
  return row
}

async function writtenSince(pool: pg.Pool, since: string | null): Promise<readonly string[]> {
  const { rows } =
    since === null
      ? await pool.query<{ id: string }>('SELECT id FROM jurisdiction ORDER BY id')
      : await pool.query<{ id: string }>(
          'SELECT id FROM jurisdiction WHERE EXISTS (SELECT FROM journal_entry WHERE jurisdiction_id = jurisdiction.id AND xid >= $1::xid8) ORDER BY id',
          [since],
        )
  return rows.map(({ id }) => id)
}
