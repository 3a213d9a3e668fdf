import { workerData } from 'node:worker_threads'
import { readTable } from '#formats/xlsx/read-table.ts'
import { answerFromWorker } from './answer-from-worker.ts'

const { name, bytes }: { readonly name: string; readonly bytes: Uint8Array } = workerData
await answerFromWorker(() => readTable(name, bytes))
