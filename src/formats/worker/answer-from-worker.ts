import { parentPort } from 'node:worker_threads'
import type { FormatErrorCode, FormatErrorParams } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'

/** What a worker sends back: errors as data, since classes do not survive the way. */
export type WorkerOutcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly code: FormatErrorCode; readonly params: FormatErrorParams }

/** Does the one job of a worker thread started by `runInWorker`, on its `workerData`. Errors other than FormatError end the thread as they are. */
export async function answerFromWorker(work: () => unknown): Promise<void> {
  parentPort?.postMessage(await outcomeOf(work))
}

/**
 * Does one job after the other in a thread kept by `keepWorker`. Errors other than FormatError end the thread as they are.
 * @param work takes what `run` is given; `never` lets it say what that is
 */
export function answerEach(work: (job: never) => unknown): void {
  parentPort?.on('message', (job: never) => {
    void outcomeOf(() => work(job)).then((outcome) => parentPort?.postMessage(outcome))
  })
}

async function outcomeOf(work: () => unknown): Promise<WorkerOutcome<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof FormatError) return { ok: false, code: error.code, params: error.params }
    throw error
  }
}
