import * as z from 'zod'
import { defaultThresholds, type Thresholds } from '#core/light/light.ts'
import type { Tx } from '#server/db/connect.ts'

// checked when it was written
const thresholdsColumn = z.custom<Thresholds>()

/** When lights change in a jurisdiction. `version` 0: nobody has changed what the program brings. */
export interface LightSetting {
  readonly version: number
  readonly thresholds: Thresholds
}

/** The thresholds of a jurisdiction. */
export async function loadLightSetting(tx: Tx, jurisdictionId: string): Promise<LightSetting> {
  const row = await tx
    .selectFrom('lightSetting')
    .select(['version', 'thresholds'])
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirst()
  return row ? { version: row.version, thresholds: thresholdsColumn.parse(row.thresholds) } : { version: 0, thresholds: defaultThresholds }
}
