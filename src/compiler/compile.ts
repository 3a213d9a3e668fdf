import type { SourceDocument } from '#core/document/document.ts'
import type { Draft } from '#core/draft/draft.ts'
import { draftOutline } from '#compiler/draft/draft-outline.ts'
import { readOutline } from '#compiler/outline/read-outline.ts'

/**
 * Compiles a plan document into a draft of its ledger: clauses, commitments, questions, diagnostics. Pure: the same document gives the same
 * draft. Never throws on any text; what cannot be read becomes a question or a diagnostic.
 */
export function compile(document: SourceDocument): Draft {
  return draftOutline(document, readOutline(document))
}
