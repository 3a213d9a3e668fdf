import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Party } from '#core/roster/party.ts'

/** 责任书 as it reads: whose it is, in which tier they answer, and for what. Words of the day it was read, so that whatever changes makes another text. */
export const Pledge = z
  .object({
    party: Party,
    plan: z.string(),
    /** `first` 第一责任人, `lead` 牵头领导, `unit` 责任单位. */
    tier: z.enum(['first', 'lead', 'unit']),
    title: z.string(),
    names: z.array(z.string()).readonly(),
    items: z
      .array(
        z
          .object({
            ref: z.string(),
            finding: z.string(),
            words: z.string(),
            due: Day.nullable(),
            unit: z.string(),
            lead: z.string(),
            owner: z.string(),
            tasks: z.array(z.object({ words: z.string(), by: Day, who: z.string() }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type Pledge = z.infer<typeof Pledge>
