import * as z from 'zod'
import { Span } from '#core/text/span.ts'

/** What a commitment quotes from an earlier revision of its plan: the sentence, as it stood there, and where in it its words are. It has no place in the text of the later one. */
export const Cited = z.object({ revision: z.number().int().min(1), sentence: z.string(), span: Span }).readonly()
export type Cited = z.infer<typeof Cited>
