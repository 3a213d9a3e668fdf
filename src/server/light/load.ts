import * as z from 'zod'
import { defaultThresholds, type Thresholds } from '#core/light/light.ts'
import type { Tx } from '#server/db/connect.ts'
import { settledIn } from '#server/verb/settled.ts'

// checked when it was written
const thresholdsColumn = z.custom<Thresholds>()

/** When lights change in a jurisdiction. `version` 0: nobody has changed what the program brings. */
export interface LightSetting {
  readonly version: number
  readonly thresholds: Thresholds
}

/** The thresholds of a jurisdiction. */
export async function loadLightSetting(tx: Tx, jurisdictionId: string): Promise<LightSetting> {
  const settled = settledIn(tx)
  const row = settled === undefined ? await findSetting(tx, jurisdictionId) : settled.lights
  return row ? { version: row.version, thresholds: thresholdsColumn.parse(row.thresholds) } : { version: 0, thresholds: defaultThresholds }
}

async function findSetting(tx: Tx, jurisdictionId: string) {
  const found = tx.selectFrom('lightSetting').select(['version', 'thresholds']).where('jurisdictionId', '=', jurisdictionId)
  return (await found.executeTakeFirst()) ?? null
}
