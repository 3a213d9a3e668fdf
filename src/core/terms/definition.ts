import * as z from 'zod'
import { Source } from '#core/counting/condition.ts'
import { Counting } from '#core/counting/counting.ts'
import { QuestionCode } from '#core/draft/question.ts'
import { PartyId } from '#core/roster/party.ts'
import { Scope } from '#core/scope/scope.ts'
import { Measure } from '#core/target/measure.ts'
import { MidPeriod, Terms } from '#core/terms/terms.ts'

/**
 * What words alone cannot say of a commitment, as a pack suggests it and a person confirms it: who in the roster is meant, which fields are measured, which
 * records count. Null: not said; what follows from the words is then taken, and the rest is asked.
 */
export const Definition = z
  .strictObject({
    /** The org the plan is of. */
    org: PartyId,
    scope: Scope.nullable(),
    measure: Measure.nullable(),
    counting: Counting.nullable(),
    /** What a limit (收到之日起5日内) runs from. */
    event: Source.nullable(),
    midPeriod: MidPeriod.nullable(),
    /** Whether `=` means exactly. */
    isExact: z.boolean(),
    waived: Terms.unwrap().shape.waived,
  })
  .readonly()
export type Definition = z.infer<typeof Definition>

/**
 * What must still be said: a question of the plan, or `subject` who in the roster, `measure` which fields, `counting` which records, `event` what a limit runs
 * from.
 */
export const OpenCode = z.enum([...QuestionCode.options, 'subject', 'measure', 'counting', 'event'])
export type OpenCode = z.infer<typeof OpenCode>

/** A part of the terms, or what must be said first. */
export type Part<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly open: readonly OpenCode[] }

export function known<T>(value: T): Part<T> {
  return { ok: true, value }
}

export function open(...codes: readonly OpenCode[]): Part<never> {
  return { ok: false, open: codes }
}
