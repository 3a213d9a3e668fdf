import * as z from 'zod'
import { Contribution } from '#core/draw/contribution.ts'
import { DrawSource } from '#core/draw/register-source.ts'
import { DrawRule } from '#core/draw/rule.ts'
import { Day, Instant } from '#core/day/day.ts'

/** How far a draw is: its list was read; frozen with its rule; the seed is known and the order being worked out; drawn; given up. */
export const DrawState = z.enum(['draft', 'frozen', 'drawing', 'drawn', 'abandoned'])
export type DrawState = z.infer<typeof DrawState>

/** 总体 as it was frozen, or an addition to it. `hash`: SM3 of its frozen text; `sealedAt`: when the journal's entry of the freezing was sealed. */
export const DrawPart = z
  .object({
    part: z.number().int(),
    hash: z.string(),
    items: z.number().int(),
    excluded: z.number().int(),
    fileName: z.string(),
    frozenAt: Instant,
    frozenBy: z.string(),
    sealedAt: Instant.nullable(),
  })
  .readonly()
export type DrawPart = z.infer<typeof DrawPart>

/** One stratum. `asked`: what the rule asks for; `statistical`: the size of a sample that excludes 5 %; `drawn`, `judged`, `faulty`: of those that count. */
export const Stratum = z
  .object({
    name: z.string(),
    size: z.number().int(),
    asked: z.number().int(),
    statistical: z.number().int(),
    drawn: z.number().int(),
    judged: z.number().int(),
    faulty: z.number().int(),
    /** How many faulty ones the population can still hold when none of `drawn` is (95 %). */
    stillPossible: z.number().int(),
  })
  .readonly()
export type Stratum = z.infer<typeof Stratum>

/** 抽取: a sample that anybody can draw again. */
export const Draw = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    state: DrawState,
    name: z.string(),
    purpose: z.string(),
    rule: DrawRule.nullable(),
    fileName: z.string(),
    /** Where the population came from a register; null: a list was sent. */
    source: DrawSource.nullable(),
    items: z.number().int(),
    parts: z.array(DrawPart).readonly(),
    strata: z.array(Stratum).readonly(),
    contributions: z.array(Contribution).readonly(),
    /** SM3, hexadecimal; null until everything is revealed. */
    seed: z.string().nullable(),
    progress: z.object({ done: z.number().int(), all: z.number().int() }).readonly(),
    createdBy: z.string(),
    createdOn: Day,
    drawnAt: Instant.nullable(),
    abandoned: z.string().nullable(),
  })
  .readonly()
export type Draw = z.infer<typeof Draw>

/** What was drawn, or stands next (`spare`). `ordinal`: its place in the draw, from 1; `replaces`: in whose place it came. */
export const DrawItem = z
  .object({
    id: z.string(),
    stratum: z.string(),
    part: z.number().int(),
    ordinal: z.number().int(),
    rank: z.string(),
    state: z.enum(['drawn', 'replaced', 'spare']),
    reason: z.string(),
    replaces: z.string().nullable(),
    outcome: z.enum(['sound', 'faulty']).nullable(),
    note: z.string(),
    judgedBy: z.string(),
  })
  .readonly()
export type DrawItem = z.infer<typeof DrawItem>
