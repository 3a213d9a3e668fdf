import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/** 季度: 1–4 of a calendar year. */
export const Quarter = z.strictObject({ year: z.number().int().min(1990).max(2200), quarter: z.number().int().min(1).max(4) }).readonly()
export type Quarter = z.infer<typeof Quarter>

/**
 * 季度锁定: a quarter was reported, with the figures as they were known at `lockedAt`. What is written later about its days still counts, but shows as later.
 * `unlocked`: taken back, by whom and why; it then binds nothing.
 */
export const PeriodLock = z
  .object({
    id: z.uuid(),
    quarter: Quarter,
    from: Day,
    to: Day,
    lockedAt: Instant,
    lockedBy: z.string(),
    unlocked: z.object({ at: Instant, by: z.string(), reason: z.string() }).readonly().nullable(),
  })
  .readonly()
export type PeriodLock = z.infer<typeof PeriodLock>
