import { parentPort } from 'node:worker_threads'
import { compile } from '#compiler/compile.ts'
import { fold } from '#compiler/source/fold.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { changedSentences, type ChangedSentence } from '#core/phrase-rule/changed-sentences.ts'
import { NUMBER_SLOT, type PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'

/** Documents to be read twice: with the rules as they are, and with another. */
export interface PreviewJob {
  readonly documents: readonly SourceDocument[]
  readonly rules: readonly PhraseRule[]
  readonly other: readonly PhraseRule[]
  /** Phrases whose rules differ. */
  readonly phrases: readonly string[]
}

parentPort?.on('message', ({ documents, rules, other, phrases }: PreviewJob) => {
  void answerFromWorker(async (): Promise<readonly (readonly ChangedSentence[])[]> =>
    documents.map((document) =>
      mentions(document.text, phrases) ? changedSentences(compile(document, rules), compile(document, other)) : [],
    ),
  )
})

/** Whether a phrase may stand in a text at all: most documents need not be read. */
function mentions(text: string, phrases: readonly string[]): boolean {
  const folded = fold(text).replaceAll(/\s/g, '')
  return phrases.some((phrase) => phrase.split(NUMBER_SLOT).every((piece) => folded.includes(fold(piece).replaceAll(/\s/g, ''))))
}
