import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Comparator, Period, Scope } from '#core/draft/reading.ts'
import { RegisterId } from '#core/register/field.ts'

/**
 * What a phrase teaches the reading of plans.
 * - `unit`: behind a number it is a unit, and means `unit` (轮次 → 次).
 * - `rhythm`: it says how often (一季一督 → every quarter).
 * - `comparator`: before or behind a number it compares (力保 → not below).
 * - `scope`: it says for whom a promise holds; `group` names the body of the organisation that is meant.
 * - `org`, `leader`: it is another name of a unit or a leader.
 * - `wording`: it is mere wording and promises nothing.
 * - `register`: what it is about is kept in a register.
 */
export const Teaching = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unit: z.string().trim().min(1).max(20) }),
  z.strictObject({ kind: z.literal('rhythm'), period: Period }),
  z.strictObject({ kind: z.literal('comparator'), comparator: Comparator }),
  z.strictObject({ kind: z.literal('scope'), scope: Scope, group: z.string().trim().min(1).max(100).nullable() }),
  z.strictObject({ kind: z.literal('org'), name: z.string().trim().min(1).max(100) }),
  z.strictObject({ kind: z.literal('leader'), name: z.string().trim().min(1).max(100) }),
  z.strictObject({ kind: z.literal('wording') }),
  z.strictObject({ kind: z.literal('register'), register: RegisterId }),
])
export type Teaching = z.infer<typeof Teaching>

export type TeachingKind = Teaching['kind']

/** What a person says of a rule. `phrase`: literal text with at most one `{数}`, never a pattern; `example`: the sentence it was taught on. */
export const RuleWords = z.strictObject({
  phrase: z.string().trim().min(1).max(60),
  teaches: Teaching,
  example: z.string().trim().max(500),
})
export type RuleWords = z.infer<typeof RuleWords>

/** 短语规则: how a phrase is read from now on, as a person taught it. */
export const PhraseRule = z.strictObject({ ...RuleWords.shape, id: z.uuid(), isOn: z.boolean(), madeBy: z.string().max(100), madeOn: Day })
export type PhraseRule = z.infer<typeof PhraseRule>

/** The rules of a jurisdiction as a file: what an export writes, an import and `--rules` read. */
export const RuleFile = z.strictObject({
  format: z.literal('xiaohao-phrase-rules'),
  version: z.literal(1),
  rules: z.array(PhraseRule).max(1000).readonly(),
})
export type RuleFile = z.infer<typeof RuleFile>
