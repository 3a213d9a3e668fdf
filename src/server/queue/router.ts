import { signedIn } from '#server/http/implementer.ts'
import { getQueue } from '#server/queue/read.ts'

const { queue } = signedIn

export const queueRouter = { get: queue.get.handler(({ context }) => getQueue(context)) }
