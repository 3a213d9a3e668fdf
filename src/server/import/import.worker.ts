import { type MessagePort, workerData } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

interface Job {
  readonly name: string
  readonly bytes: Uint8Array
  readonly rules: readonly PhraseRule[]
  readonly progress: MessagePort
}

const { name, bytes, rules, progress }: Job = workerData

await answerFromWorker(async () => {
  const document = await readAnyDocument(name, bytes)
  progress.postMessage('compiling')
  return { document, draft: compile(document, rules) }
})
