import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/**
 * What a commitment quotes from an earlier revision of its plan: the sentence, as it stood there, and where in it its words are. `at`: what the current revision says
 * in its stead, which nobody has taken over; null where it says nothing of it.
 */
export const Cited = z.object({ revision: z.number().int().min(1), sentence: z.string(), span: Span, at: Span.nullable() }).readonly()
export type Cited = z.infer<typeof Cited>
