import type { SourceDocument } from '#core/document/document.ts'
import type { Draft } from '#core/draft/draft.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { draftOutline } from '#compiler/draft/draft-outline.ts'
import { teach } from '#compiler/taught/taught.ts'
import { readOutline } from '#compiler/outline/read-outline.ts'

/**
 * Compiles a plan document into a draft of its ledger: clauses, commitments, questions, diagnostics. Pure: the same document gives the same
 * draft, and with the same `rules` (短语规则: what people have taught), in whatever order, too. Never throws on any text; what cannot be read becomes a question or a diagnostic.
 */
export function compile(document: SourceDocument, rules: readonly PhraseRule[] = []): Draft {
  return draftOutline(document, readOutline(document), teach(rules))
}
