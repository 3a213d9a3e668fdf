import type { StatedPeriod } from '#compiler/draft/stated-period.ts'
import type { Day } from '#core/day/day.ts'
import type { Revision } from '#core/document/document.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Question, QuestionCode } from '#core/draft/question.ts'
import type { Span } from '#core/text/span.ts'

/** What the askers look at. `text` is the document's, `folded` the same as the grammar reads it. */
export interface Asked {
  readonly text: string
  readonly folded: string
  readonly documentDay: Day | null
  readonly documentYear: number | null
  /** The period of execution that the document states. */
  readonly statedPeriod: StatedPeriod | null
  readonly commitments: readonly AskedCommitment[]
  readonly revisions: readonly Revision[]
}

/** A commitment with what the compiler knows of it beyond the draft. */
export interface AskedCommitment extends DraftCommitment {
  /** A limit without a year that had passed on the document's day. */
  readonly yearIsGuessed: boolean
}

/** A question before it has its id. */
export type Asking = Omit<Question, 'id'>

/** An asker knows one kind of doubt. Askers are listed in the order in which people should answer. */
export type Asker = (asked: Asked) => Asking[]

/** A question with plain suggestions. */
export function ask(
  code: QuestionCode,
  commitments: readonly DraftCommitment[],
  span: Span | null,
  values: readonly string[],
  params: Question['params'] = {},
): Asking {
  return { code, commitments: commitments.map(({ id }) => id), span, params, suggestions: values.map((value) => ({ value, params: {} })) }
}

/** The folded sentence of a commitment up to its number. */
export function leadOf({ folded }: Asked, { sentence, anchor }: DraftCommitment): string {
  return folded.slice(sentence.start, anchor.start).replaceAll(' ', '')
}
