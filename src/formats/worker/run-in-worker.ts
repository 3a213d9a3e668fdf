import { Worker, type Transferable } from 'node:worker_threads'
import { FormatError } from '#formats/errors/format-error.ts'
import type { WorkerOutcome } from './answer-from-worker.ts'

/** Bounds of one run. `ms`: wall time in milliseconds; `mb`: JavaScript heap in megabytes (buffers are not counted). */
export interface WorkerLimits {
  readonly ms: number
  readonly mb: number
  readonly signal?: AbortSignal | undefined
}

const STACK_MB = 4

/**
 * Runs one job in a thread of its own that cannot outlive, outgrow or bring down the process.
 * @param url a `*.worker.ts` that calls `answerFromWorker`
 * @param data cloned into the thread; buffers in `transfer` are moved and lost to the caller
 * @throws FormatError what the job threw, or `timeout`, `out-of-memory`, `aborted`; any other error is a bug in the job
 */
export async function runInWorker<Result>(
  url: URL,
  data: unknown,
  limits: WorkerLimits,
  transfer: readonly Transferable[] = [],
): Promise<Result> {
  const { ms, mb, signal } = limits
  if (signal?.aborted === true) throw new FormatError('aborted')
  const worker = new Worker(url, {
    workerData: data,
    transferList: [...transfer],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mb, maxYoungGenerationSizeMb: Math.min(32, mb), stackSizeMb: STACK_MB },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  worker.once('message', (outcome: WorkerOutcome<Result>) => {
    if (outcome.ok) resolve(outcome.value)
    else reject(new FormatError(outcome.code, outcome.params))
  })
  worker.once('error', (error) => reject(isOutOfMemory(error) ? new FormatError('out-of-memory', { limit: `${mb} MB` }, error) : error))
  worker.once('exit', (code) => reject(new Error(`worker ${url.pathname} stopped without an answer, code ${code}`)))
  const timer = setTimeout(() => reject(new FormatError('timeout', { limit: `${ms / 1000} s` })), ms)
  const abort = (): void => reject(new FormatError('aborted'))
  signal?.addEventListener('abort', abort)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
