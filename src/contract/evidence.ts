import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Evidence, EvidenceId } from '#core/evidence/evidence.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Occurred, RecordId } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'

/** What a file is evidence of, since when and by whom; `unlinked`: it was, until someone ended it. */
const EvidenceLink = z
  .object({
    id: z.uuid(),
    record: z.object({ id: RecordId, register: RegisterId, org: z.uuid(), occurredOn: Occurred }).readonly(),
    linkedBy: z.string(),
    linkedAt: Instant,
    unlinked: z.object({ by: z.string(), at: Instant, reason: z.string() }).readonly().nullable(),
  })
  .readonly()

/** A file with everything it is or was evidence of, the oldest link first. Its bytes: `GET /api/evidence/{id}/file`. */
export const EvidenceView = Evidence.unwrap()
  .extend({ uploadedBy: z.string(), uploadedAt: Instant, links: z.array(EvidenceLink).readonly() })
  .readonly()

/**
 * The files that are evidence of records which count for a commitment, the last linked first. `records`: those of them that count. `total`: how many files there
 * are in all; `hidden`: how many more only prove records that the caller does not see.
 */
export const CommitmentEvidence = z
  .object({
    total: z.number().int(),
    hidden: z.number().int(),
    items: z.array(z.object({ evidence: EvidenceView, records: z.array(RecordId).readonly() }).readonly()).readonly(),
  })
  .readonly()

/** Of each file name, in their order: the number that was found in it, and the records that have this number; none, one, or several in different registers. */
export const NamesMatched = z
  .object({
    items: z
      .array(
        z
          .object({
            number: z.string().nullable(),
            records: z.array(z.object({ id: RecordId, register: RegisterId, org: z.string(), occurredOn: Occurred }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    names: z.record(z.string(), z.string()),
  })
  .readonly()

/** Answer to `POST /api/evidence` (one file as the form field `file`). `isKnown`: the same bytes were here already; nothing was kept twice. */
export const EvidenceTaken = z.object({ evidence: EvidenceView, isKnown: z.boolean() }).readonly()

/** Files that a record is entered or corrected with. */
export const evidenceIds = z.array(EvidenceId).max(200).default([])

export const evidence = {
  get: oc
    .route({ method: 'GET', path: '/evidence/{id}', summary: '佐证材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: EvidenceId }))
    .output(EvidenceView),
  /** All files that are or were evidence of a record, in the order they were linked. */
  ofRecord: oc
    .route({ method: 'GET', path: '/records/{record}/evidence', summary: '记录的佐证材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ record: RecordId }))
    .output(z.object({ items: z.array(EvidenceView).readonly() })),
  /** The files behind a commitment as of a moment: which record each proves. */
  ofCommitment: oc
    .route({ method: 'POST', path: '/commitments/{id}/evidence', summary: '任务的佐证材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(
      z.strictObject({
        id: CommitmentId,
        ...momentShape,
        offset: z.number().int().min(0).max(1_000_000),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(CommitmentEvidence),
  /** Links files to a record; those that are linked already stay as they are. */
  link: oc
    .route({ method: 'POST', path: '/records/{record}/evidence', summary: '关联佐证材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED, INVALID })
    .input(z.strictObject({ record: RecordId, evidence: z.array(EvidenceId).min(1).max(200) }))
    .output(z.object({ items: z.array(EvidenceView).readonly() })),
  /** 按编号核对: which records files belong to, by the numbers in their names (paths, where they lie in folders). Nothing is sent or kept yet. */
  match: oc
    .route({ method: 'POST', path: '/evidence/match', summary: '按编号核对材料', tags: ['evidence'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ register: RegisterId.nullable(), names: z.array(z.string().max(1000)).min(1).max(2000) }))
    .output(NamesMatched),
  /** Links files to records, all of them or none. */
  linkMany: oc
    .route({ method: 'POST', path: '/evidence-links', summary: '批量关联佐证材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED, INVALID })
    .input(
      z.strictObject({
        links: z
          .array(z.strictObject({ record: RecordId, evidence: EvidenceId }))
          .min(1)
          .max(2000),
      }),
    )
    .output(z.object({ linked: z.number().int() })),
  /** Ends a link with a reason; link and reason stay to be seen. */
  unlink: oc
    .route({ method: 'POST', path: '/evidence-links/{link}/unlink', summary: '解除关联', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ link: z.uuid(), reason: z.string().trim().max(500) }))
    .output(EvidenceView),
  /** The day a file is of, where a photo says nothing or the wrong day. */
  date: oc
    .route({ method: 'PATCH', path: '/evidence/{id}', summary: '更正材料日期', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED })
    .input(z.strictObject({ id: EvidenceId, version: z.number().int(), datedOn: Day.nullable() }))
    .output(EvidenceView),
  /** Takes back a file that was never evidence of anything. */
  discard: oc
    .route({ method: 'DELETE', path: '/evidence/{id}', summary: '撤回未关联的材料', tags: ['evidence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: EvidenceId }))
    .output(z.object({ done: z.literal(true) })),
}
