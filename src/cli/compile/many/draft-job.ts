import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'

/** One document for a thread; its bytes move there. */
export interface DraftJob {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: 'json' | 'xlsx'
  readonly rules: readonly PhraseRule[]
}

/** The draft as the content of a file, and how many commitments and questions stand in it. */
export interface WrittenDraft {
  readonly written: string | Uint8Array
  readonly commitments: number
  readonly questions: number
}
