import { type MessagePort, workerData } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import { readDocument } from '#formats/read-document.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

const { name, bytes, progress }: { readonly name: string; readonly bytes: Uint8Array; readonly progress: MessagePort } = workerData

answerFromWorker(() => {
  const document = readDocument(name, bytes)
  progress.postMessage('compiling')
  return { document, draft: compile(document) }
})
