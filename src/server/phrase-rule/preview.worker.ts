import { parentPort } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { changedSentences, type ChangedSentence } from '#core/phrase-rule/changed-sentences.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

/** Documents to be read twice: with the rules as they are, and with another. */
export interface PreviewJob {
  readonly documents: readonly SourceDocument[]
  readonly rules: readonly PhraseRule[]
  readonly other: readonly PhraseRule[]
}

parentPort?.on('message', ({ documents, rules, other }: PreviewJob) => {
  void answerFromWorker((): readonly (readonly ChangedSentence[])[] =>
    documents.map((document) => changedSentences(compile(document, rules), compile(document, other))),
  )
})
