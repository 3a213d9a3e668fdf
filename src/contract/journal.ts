import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND } from '#contract/errors.ts'
import { Day, Instant } from '#core/day/day.ts'
import { SignedHead } from '#core/journal/head.ts'
import { Json } from '#core/journal/leaf.ts'
import { EntryProof } from '#core/journal/proof.ts'

/** 操作留痕 as the journal's page shows it. `index`: its place in the sealed journal; null while it is not sealed. */
const JournalItem = z
  .object({
    id: z.uuid(),
    at: Instant,
    actorName: z.string(),
    actorPost: z.string().nullable(),
    /** Their unit, as it was called then. */
    actorOrg: z.string().nullable(),
    address: z.string().nullable(),
    verb: z.string(),
    subjectKind: z.string(),
    subject: z.string(),
    result: z.enum(['done', 'refused']),
    before: Json,
    after: Json,
    index: z.number().int().nullable(),
    /** 审计批注 on it, the oldest first. */
    notes: z.array(z.object({ text: z.string(), by: z.string(), at: Instant }).readonly()).readonly(),
  })
  .readonly()

/** The last entry that was seen: those before it follow. */
const Cursor = z.strictObject({ at: Instant, id: z.uuid() }).readonly()

/** The whole journal is given by `GET /journal/export` as a file; the rest is JSON. */
export const journal = {
  /** The newest first. `verb`: a verb or its noun (`record`). */
  window: oc
    .route({ method: 'POST', path: '/journal/window', summary: '操作日志(按窗口)', tags: ['journal'] })
    .errors({ FORBIDDEN })
    .input(
      z.strictObject({
        from: Day.nullable().default(null),
        to: Day.nullable().default(null),
        actor: z.string().trim().max(100).default(''),
        verb: z
          .string()
          .regex(/^[a-z-]*(\.[a-z-]+)?$/)
          .max(60)
          .default(''),
        result: z.enum(['done', 'refused']).nullable().default(null),
        after: Cursor.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(JournalItem).readonly(), next: Cursor.nullable() })),
  /** How far the journal is sealed. */
  state: oc
    .route({ method: 'GET', path: '/journal', summary: '日志封存情况', tags: ['journal'] })
    .errors({ FORBIDDEN })
    .output(z.object({ head: SignedHead.nullable(), unsealed: z.number().int() })),
  /** 存证: the proof that one entry stands in the journal. NOT_FOUND while it is not sealed. */
  proof: oc
    .route({ method: 'GET', path: '/journal/{id}/proof', summary: '日志存证', tags: ['journal'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ id: z.uuid() }))
    .output(EntryProof),
  /** 审计批注: what the audit notes on an entry. It is an entry itself: neither changed nor removed. */
  annotate: oc
    .route({ method: 'POST', path: '/journal/{id}/annotations', summary: '审计批注', tags: ['journal'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ id: z.uuid(), text: z.string().trim().min(2).max(1000) })),
}
