import { expect, test } from 'vitest'
import { shareWorkers } from '#formats/worker/share-workers.ts'
import type { KeptJob } from './kept-job.worker.ts'

test('jobs one after the other use the same thread, jobs at the same time each their own', async () => {
  const run = shareWorkers<KeptJob, number>(new URL('kept-job.worker.ts', import.meta.url), { ms: 10_000, mb: 64 })
  const first = await run('which')
  expect(await run('which')).toBe(first)
  const [one, other] = await Promise.all([run('which'), run('which')])
  expect(one).not.toBe(other)
  await expect(run('refuse')).rejects.toThrow(expect.objectContaining({ code: 'damaged' }))
  expect([one, other]).toContain(await run('which'))
})
