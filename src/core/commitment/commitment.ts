import * as z from 'zod'
import { Carried } from '#core/commitment/carried.ts'
import { Cited } from '#core/commitment/cited.ts'
import { CommitmentSource } from '#core/commitment/source.ts'
import { Instant } from '#core/day/day.ts'
import { QuestionCode } from '#core/draft/question.ts'
import { Reading } from '#core/draft/reading.ts'
import { Span } from '#core/text/span.ts'

export const CommitmentId = z.uuid().brand<'CommitmentId'>()
export type CommitmentId = z.infer<typeof CommitmentId>
export const ClauseId = z.uuid().brand<'ClauseId'>()
export type ClauseId = z.infer<typeof ClauseId>

/** `draft` read but not confirmed, `confirmed` in the ledger, `discarded` mere wording or no promise, `replaced` split or merged into others. */
const commitmentStates = ['draft', 'confirmed', 'discarded', 'replaced'] as const
export const CommitmentState = z.enum(commitmentStates)
export type CommitmentState = z.infer<typeof CommitmentState>

/** Why a commitment does not stand in the ledger: mere `wording`, `not-a-promise`, or a `duplicate` of another, or no longer in the plan as it was `revised`. */
export const DiscardReason = z.enum(['wording', 'not-a-promise', 'duplicate', 'revised'])
export type DiscardReason = z.infer<typeof DiscardReason>

/** What a person decided about the compiler's reading; the last decision stands, the journal keeps all. `reason` stands with `discarded`. */
export const Decision = z
  .object({
    kind: z.enum(['edited', 'split', 'merged', 'added', 'discarded', 'restored', 'answered', 'revised']),
    by: z.string(),
    at: Instant,
    note: z.string(),
    reason: DiscardReason.optional(),
  })
  .readonly()
export type Decision = z.infer<typeof Decision>

/** 口径: the answer to a question, kept with the commitment it settles. */
export const BasisEntry = z.object({ code: QuestionCode, answer: z.string(), by: z.string(), at: Instant }).readonly()
export type BasisEntry = z.infer<typeof BasisEntry>

/** The place in the document and the words quoted from it. */
export const Quote = z.object({ span: Span.nullable(), sentence: Span.nullable(), text: z.string() }).readonly()
export type Quote = z.infer<typeof Quote>

/** 整改任务: a promise that can be computed, as it stands in a plan. Spans refer to the text of the plan's document. */
export const Commitment = z
  .object({
    id: CommitmentId,
    ref: z.string(),
    clause: ClauseId,
    /** Null where a person added it without a place in the text. */
    span: Span.nullable(),
    sentence: Span.nullable(),
    /** The quoted text, or the words of the person who added it. */
    text: z.string(),
    within: CommitmentId.nullable(),
    state: CommitmentState,
    /** Where `replaced`: the parts it was split into, or the one it was merged into. */
    replacedBy: z.array(CommitmentId).readonly(),
    /** Its own quote from before others were merged into it; null where none were. */
    own: Quote.nullable(),
    reading: Reading,
    /** The compiler's reading, kept beside the person's decision; null where a person added the commitment. */
    original: Reading.nullable(),
    decision: Decision.nullable(),
    basis: z.array(BasisEntry).readonly(),
    /** Where it goes on after its plan; left out: it was not carried over. */
    carried: Carried.optional(),
    /** Where it stands on an earlier revision of its plan than the current one; left out: on the current one. */
    cited: Cited.optional(),
    /** Whence it came; left out: from the clause of its plan. */
    source: CommitmentSource.optional(),
    /** Counts up with every change; a change names the version it was made on. */
    version: z.number().int(),
  })
  .readonly()
export type Commitment = z.infer<typeof Commitment>
