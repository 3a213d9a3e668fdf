import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Names } from '#contract/record.ts'
import { Day, Instant } from '#core/day/day.ts'
import { WorkRecord } from '#core/record/record.ts'
import { Register } from '#core/register/register.ts'

/** 异议 and its answer. */
const Objection = z
  .object({
    id: z.uuid(),
    record: z.uuid(),
    words: z.string(),
    madeAt: Instant,
    answer: z.string().nullable(),
    answeredByName: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .readonly()

/** One record about the person, with who read it, the latest first, and what they said of it. */
const HeldRecord = z
  .object({
    record: WorkRecord,
    register: Register,
    enteredBy: z.string(),
    keptUntil: Day.nullable(),
    readings: z.array(z.object({ at: Instant, name: z.string(), post: z.string().nullable() }).readonly()).readonly(),
    objections: z.array(Objection).readonly(),
  })
  .readonly()

const id = z.uuid()
const Words = z.string().trim().min(2).max(1000)

export const personal = {
  /** 关于我: what is held about whoever asks, and who read it. `person` null: the account is nobody's. `named`: registers of work that name them, by title. */
  aboutMe: oc.route({ method: 'GET', path: '/about-me', summary: '与我有关的登记', tags: ['personal'] }).output(
    z.object({
      person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      items: z.array(HeldRecord).readonly(),
      named: z.array(z.object({ title: z.string(), records: z.number().int() }).readonly()).readonly(),
      names: Names,
    }),
  ),
  /** 提出异议 to a record about oneself. NOT_FOUND: it is about somebody else. */
  object: oc
    .route({ method: 'POST', path: '/about-me/{id}/objections', summary: '提出异议', tags: ['personal'] })
    .errors({ NOT_FOUND })
    .input(z.strictObject({ id, words: Words }))
    .output(Objection),
  /** 异议 to records of registers that whoever asks may read: what waits for an answer first. */
  objections: oc
    .route({ method: 'GET', path: '/objections', summary: '异议', tags: ['personal'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(Objection.unwrap().extend({ register: z.string() }).readonly()).readonly() })),
  /** 答复异议. REFUSED with `already-answered`, or `own-objection` where whoever asks made it. */
  answer: oc
    .route({ method: 'POST', path: '/objections/{id}/answer', summary: '答复异议', tags: ['personal'] })
    .errors({ FORBIDDEN, NOT_FOUND, REFUSED })
    .input(z.strictObject({ id, words: Words }))
    .output(Objection),
}
