import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN } from '#contract/errors.ts'
import { Day, Instant } from '#core/day/day.ts'
import { DigestSection } from '#core/digest/digest.ts'

/** Where one's own digest goes. `isSent`: the program has a mail server; `hour`: when it sends. */
const Address = z.object({ email: z.string().nullable(), isOn: z.boolean(), isSent: z.boolean(), hour: z.number().int() }).readonly()

export const digest = {
  /** 今日提要: what there is for whoever asks, now. `since`: the day of the last message. */
  today: oc
    .route({ method: 'GET', path: '/digest', summary: '今日提要', tags: ['digest'] })
    .errors({ FORBIDDEN })
    .output(z.object({ asOf: Day, since: Day, sections: z.array(DigestSection).readonly() })),
  address: oc.route({ method: 'GET', path: '/digest/address', summary: '提要邮箱', tags: ['digest'] }).output(Address),
  /** `email` null: nowhere. */
  setAddress: oc
    .route({ method: 'PUT', path: '/digest/address', summary: '设置提要邮箱', tags: ['digest'] })
    .input(z.strictObject({ email: z.email().max(254).nullable(), isOn: z.boolean() }))
    .output(Address),
  /** What could not be handed over in the last thirty days, the last first. */
  failures: oc
    .route({ method: 'GET', path: '/digest/failures', summary: '未送达的提要', tags: ['digest'] })
    .errors({ FORBIDDEN })
    .output(
      z.object({
        isSent: z.boolean(),
        items: z
          .array(
            z
              .object({
                account: z.string(),
                on: Day,
                state: z.enum(['waiting', 'failed']),
                attempts: z.number().int(),
                failure: z.string(),
                triedAt: Instant,
              })
              .readonly(),
          )
          .readonly(),
      }),
    ),
}
