import { workerData } from 'node:worker_threads'
import { FormatError } from '#formats/errors/format-error.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

/** Jobs that end in every way a job can end. */
const JOBS = {
  answer: (): string => 'done',
  refuse: (): never => {
    throw new FormatError('damaged', { part: 'word/document.xml', line: 7 })
  },
  break: (): never => {
    throw new TypeError('a bug')
  },
  leave: (): never => process.exit(3),
  loop: (): never => {
    for (;;);
  },
  grow: (): never => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random))
  },
} as const

export type Job = keyof typeof JOBS

const job: Job = workerData
await answerFromWorker(JOBS[job])
