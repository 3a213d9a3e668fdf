import { parentPort } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'
import type { ReadJob } from '#server/import/reader.ts'

parentPort?.on('message', ({ name, bytes, rules, progress }: ReadJob) => {
  void answerFromWorker(async () => {
    const document = await readAnyDocument(name, bytes)
    progress.postMessage('compiling')
    progress.close()
    return { document, draft: compile(document, rules) }
  })
})
