import { compile } from '#compiler/compile.ts'
import { answerEach } from '#formats/worker/answer-from-worker.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { renderDraft } from '../render-draft.ts'
import type { DraftJob, WrittenDraft } from './draft-job.ts'

answerEach(async ({ name, bytes, format }: DraftJob): Promise<WrittenDraft> => {
  const { text, ...rest } = await readAnyDocument(name, bytes)
  const draft = compile({ text, ...rest })
  const { commitments, questions } = draft
  return { written: await renderDraft(format, text, draft), commitments: commitments.length, questions: questions.length }
})
