import { workerData } from 'node:worker_threads'
import { readAnyDocument } from '#formats/read-document.ts'
import { answerFromWorker } from './answer-from-worker.ts'

const { name, bytes }: { readonly name: string; readonly bytes: Uint8Array } = workerData
await answerFromWorker(() => readAnyDocument(name, bytes))
