import * as z from 'zod'
import { Clause } from '#core/draft/clause.ts'
import { Reading } from '#core/draft/reading.ts'
import { Question } from '#core/draft/question.ts'
import { Span } from '#core/text/span.ts'

/** A commitment as the compiler read it. `id` is stable for the same bytes (`k12`). */
export const DraftCommitment = z
  .object({
    id: z.string(),
    /** 编号: aspect-measure-item (`3-2-1`), or the document's own number. */
    ref: z.string(),
    /** Id of the clause it hangs on. */
    clause: z.string(),
    /** The smallest text that holds all explicit parts. */
    span: Span,
    /** Where the number, the period word of an implied item or the date stands; equals `span` for promises without a number. */
    anchor: Span,
    /** The whole sentence (up to 。 or ；) the span lies in. */
    sentence: Span,
    /** 其中: id of the commitment this one is part of. */
    within: z.string().nullable(),
    reading: Reading,
  })
  .readonly()
export type DraftCommitment = z.infer<typeof DraftCommitment>

/** 疑点: something in the document that is unclear or was left out. `params` fill the message of the code. */
export const Diagnostic = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    span: Span.nullable(),
    params: z.record(z.string(), z.string()).readonly(),
  })
  .readonly()
export type Diagnostic = z.infer<typeof Diagnostic>

/** What the compiler makes of one document. Deterministic: the same document gives the same draft. */
export const Draft = z
  .object({
    title: z.string(),
    clauses: z.array(Clause).readonly(),
    commitments: z.array(DraftCommitment).readonly(),
    questions: z.array(Question).readonly(),
    diagnostics: z.array(Diagnostic).readonly(),
  })
  .readonly()
export type Draft = z.infer<typeof Draft>
