import { workerData } from 'node:worker_threads'
import { readDocument } from '#formats/read-document.ts'
import { answerFromWorker } from './answer-from-worker.ts'

const { name, bytes }: { readonly name: string; readonly bytes: Uint8Array } = workerData
answerFromWorker(() => readDocument(name, bytes))
