import * as z from 'zod'
import { Definition } from '#core/terms/definition.ts'

/**
 * One part of a suggested definition and where it comes from: `words` of the sentence, a `register`'s hint, the `roster`, an `answer` of the plan, what is
 * `entered` for it by name, or `assumed` because nothing says otherwise; `missing`: it must be there, but what the words name is not found. `words` quotes what says so.
 */
export const SuggestedPart = z
  .object({
    part: z.enum(['scope', 'measure', 'counting', 'within', 'completion', 'since', 'needs', 'before', 'midPeriod', 'event']),
    from: z.enum(['words', 'register', 'roster', 'answer', 'entered', 'assumed', 'missing']),
    words: z.string(),
    /** Whether it follows; otherwise it is likely, and worth a look. */
    isSure: z.boolean(),
  })
  .readonly()
export type SuggestedPart = z.infer<typeof SuggestedPart>

/** How a commitment may be counted. It suggests; nothing is computed before a person confirms. */
export const DefinitionSuggestion = z.object({ definition: Definition, parts: z.array(SuggestedPart).readonly() }).readonly()
export type DefinitionSuggestion = z.infer<typeof DefinitionSuggestion>

/** A value that is suggested, with the parts that say why. Null: nothing is. */
export interface Suggested<T> {
  readonly value: T | null
  readonly parts: readonly SuggestedPart[]
}
