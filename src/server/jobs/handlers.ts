import type { JobParts } from '#server/jobs/context.ts'
import type { JobHandler } from '#server/jobs/jobs.ts'

/** Names of all kinds of job: a queue is made for each. */
export const jobNames: readonly string[] = []

/** Every kind of job with its work: `handle(importPlan, async (data, origin) => importFile(await jobContext(parts, origin), data))`. */
export function makeHandlers(_parts: JobParts): readonly JobHandler[] {
  return []
}
