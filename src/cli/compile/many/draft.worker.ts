import { parentPort } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'
import { renderDraft } from '../render-draft.ts'
import type { DraftJob, WrittenDraft } from './draft-job.ts'

parentPort?.on('message', (job: DraftJob) => {
  void answerFromWorker(() => draftOf(job))
})

async function draftOf({ name, bytes, format, rules }: DraftJob): Promise<WrittenDraft> {
  const document = await readAnyDocument(name, bytes)
  const draft = compile(document, rules)
  const written = await renderDraft(format, document.text, draft)
  return { written, commitments: draft.commitments.length, questions: draft.questions.length }
}
