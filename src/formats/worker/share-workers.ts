import type { Transferable } from 'node:worker_threads'
import { keepWorker, type KeptWorker } from './keep-worker.ts'
import type { WorkerLimits } from './run-in-worker.ts'

/** A thread that has nothing to do for so long ends: among many jobs each begins where the last has ended. */
const IDLE_MS = 3000

/** Does a job in a thread that no other job has at the same time; `signal` gives this one up. */
export type RunShared<Job, Result> = (job: Job, transfer?: readonly Transferable[], signal?: AbortSignal) => Promise<Result>

/**
 * Threads that are kept for the next job, as many as there are jobs at the same time.
 * @param url a `*.worker.ts` that calls `answerFromWorker` on each message of its parent
 * @returns what does a job; it throws FormatError what the job threw, or `timeout`, `out-of-memory`, `aborted`
 */
export function shareWorkers<Job, Result>(url: URL, limits: WorkerLimits): RunShared<Job, Result> {
  const idle: { readonly thread: KeptWorker<Job, Result>; readonly timer: NodeJS.Timeout }[] = []
  const take = (): KeptWorker<Job, Result> => {
    const kept = idle.pop()
    if (kept === undefined) return keepWorker<Job, Result>(url, limits)
    clearTimeout(kept.timer)
    return kept.thread
  }
  const keep = (thread: KeptWorker<Job, Result>): void => {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((each) => each.thread === thread),
        1,
      )
      void thread.end()
    }, IDLE_MS)
    // a process that has nothing else to do does not wait for it
    timer.unref()
    idle.push({ thread, timer })
  }
  return async (job, transfer, signal) => {
    const thread = take()
    try {
      return await thread.run(job, transfer, signal)
    } finally {
      keep(thread)
    }
  }
}
