import { type MessagePort, workerData } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

const { name, bytes, progress }: { readonly name: string; readonly bytes: Uint8Array; readonly progress: MessagePort } = workerData

await answerFromWorker(async () => {
  const document = await readAnyDocument(name, bytes)
  progress.postMessage('compiling')
  return { document, draft: compile(document) }
})
