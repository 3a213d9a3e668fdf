import { parentPort, threadId } from 'node:worker_threads'
import { FormatError } from '#formats/errors/format-error.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

/** What a kept thread is asked to do; `which` answers with the thread's number. */
export type KeptJob = 'which' | 'refuse' | 'loop' | 'break'

parentPort?.on('message', (job: KeptJob) => {
  void answerFromWorker(() => {
    if (job === 'refuse') throw new FormatError('damaged')
    if (job === 'break') throw new TypeError('a bug')
    if (job === 'loop') for (;;);
    return threadId
  })
})
