import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { Placement } from '#server/db/placement.ts'

/** A rule of distribution that the schema breaks: `rule` starts with its number (`R06 …`). */
export interface PlacementFault {
  readonly rule: string
  readonly obj: string
  readonly detail: string | null
}

const QUERY = readFileSync(path.join(import.meta.dirname, 'lint-placement.sql'), 'utf8')

/** Holds the database's schema against the placement manifest. */
export async function lintPlacement(
  connection: pg.Pool | pg.PoolClient,
  placement: Readonly<Record<string, Placement>>,
): Promise<PlacementFault[]> {
  const { rows } = await connection.query<PlacementFault>(QUERY, [Object.keys(placement), Object.values(placement)])
  return rows
}
