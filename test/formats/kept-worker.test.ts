import { expect, test } from 'vitest'
import { keepWorker } from '#formats/worker/keep-worker.ts'
import type { KeptJob } from './kept-job.worker.ts'

const keep = (ms: number) => keepWorker<KeptJob, number>(new URL('kept-job.worker.ts', import.meta.url), { ms, mb: 64 })

test.for([
  ['refuse', { code: 'damaged' }, true],
  ['break', { message: 'a bug' }, false],
  ['loop', { code: 'timeout' }, false],
] as const)('after a job that would %s the next is done, by the same thread: %j %s', async ([job, error, isSame]) => {
  const kept = keep(3000)
  try {
    const first = await kept.run('which')
    expect(await kept.run('which')).toBe(first)
    await expect(kept.run(job)).rejects.toThrow(expect.objectContaining(error))
    expect((await kept.run('which')) === first).toBe(isSame)
  } finally {
    await kept.end()
  }
})
