import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/**
 * As of which day, and as known when (null: now), figures stand. `progress`: 0 – 99 while they are being worked out: ask again; null: they are there. `rolled`: 0 – 99
 * while what stood on `asOf` is being brought forward to today: that per cent of the rows stand as of today already; null: nothing is.
 */
export const Stood = z
  .object({ asOf: Day, knownAt: Instant.nullable(), progress: z.number().int().nullable(), rolled: z.number().int().nullable() })
  .readonly()
