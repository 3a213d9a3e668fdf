import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN } from '#contract/errors.ts'
import { Day } from '#core/day/day.ts'
import { QueueGroup } from '#core/queue/queue.ts'

export const queue = {
  /** 今日待办 of the office: what waits, by kind; of each kind the first hundred. Kinds of which nothing waits are not there. */
  get: oc
    .route({ method: 'GET', path: '/queue', summary: '今日待办', tags: ['queue'] })
    .errors({ FORBIDDEN })
    .output(z.object({ asOf: Day, groups: z.array(QueueGroup).readonly() })),
}
