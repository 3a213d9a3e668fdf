import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ClauseId, Commitment, CommitmentId, DiscardReason } from '#core/commitment/commitment.ts'
import { Carried } from '#core/commitment/carried.ts'
import { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { Day } from '#core/day/day.ts'
import { Block, Revision } from '#core/document/document.ts'
import { Answer } from '#core/draft/answer.ts'
import { Clause } from '#core/draft/clause.ts'
import { Diagnostic } from '#core/draft/draft.ts'
import { Question } from '#core/draft/question.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Light } from '#core/light/light.ts'
import { ImportState } from '#core/plan/plan-import.ts'
import { PlanFrame, PlanId, PlanSummary } from '#core/plan/plan.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { Span } from '#core/text/span.ts'
import { LintFinding } from '#core/lint/finding.ts'

/** A clause as stored: ids are UUIDs. */
export const PlanClause = Clause.unwrap().extend({ id: ClauseId, parent: ClauseId.nullable() }).readonly()

/** A question with its answer, once a person has given one. */
export const PlanQuestion = Question.unwrap()
  .extend({ id: z.uuid(), commitments: z.array(CommitmentId).readonly(), answer: Answer.nullable(), answeredBy: z.string().nullable() })
  .readonly()

/** Everything the plan page shows. */
export const PlanView = z
  .object({
    plan: PlanSummary,
    frame: PlanFrame,
    document: z.object({ text: z.string(), blocks: z.array(Block).readonly(), revisions: z.array(Revision).readonly() }).readonly(),
    clauses: z.array(PlanClause).readonly(),
    commitments: z.array(Commitment).readonly(),
    questions: z.array(PlanQuestion).readonly(),
    diagnostics: z.array(Diagnostic).readonly(),
  })
  .readonly()

/** 结转清单: what is left of a plan, and the later plans it may be carried into. Nothing is changed by looking. */
export const CarryList = z
  .object({
    plan: z.object({ id: PlanId, title: z.string(), inForceTo: Day.nullable() }).readonly(),
    into: z.array(z.object({ id: PlanId, title: z.string(), inForceFrom: Day, inForceTo: Day.nullable() }).readonly()).readonly(),
    items: z
      .array(
        z
          .object({
            id: CommitmentId,
            ref: z.string(),
            sentence: z.string(),
            leadOrgs: z.string(),
            kind: Carried.unwrap().shape.kind,
            dueOn: Day.nullable(),
            light: Light.nullable(),
            owed: Decimal.nullable(),
            unit: z.string(),
            carried: Carried.nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }

const inPlan = { planId: PlanId }
const oneOfPlan = { planId: PlanId, id: CommitmentId, version: z.number().int() }
const changed = z.object({ commitments: z.array(Commitment).readonly() })

export const plan = {
  /** The plans that are seen, as of a moment. */
  list: oc
    .route({ method: 'GET', path: '/plans', summary: '方案列表', tags: ['plan'] })
    .errors({ REFUSED })
    .input(z.strictObject(momentShape))
    .output(z.object({ items: z.array(PlanSummary) })),
  get: oc
    .route({ method: 'GET', path: '/plans/{planId}', summary: '方案、条款、任务与疑问', tags: ['plan'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(inPlan))
    .output(PlanView),
  /** 方案体检: what the document would better say, of the commitments that are seen. */
  lint: oc
    .route({ method: 'GET', path: '/plans/{planId}/lint', summary: '方案体检', tags: ['plan'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(inPlan))
    .output(z.object({ findings: z.array(LintFinding).readonly() })),
  /** The document with these findings as comments, .docx. */
  lintFile: oc
    .route({ method: 'POST', path: '/plans/{planId}/lint-file', summary: '导出体检批注', tags: ['plan'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(inPlan))
    .output(z.file()),
  loadSample: oc
    .route({ method: 'POST', path: '/plans/sample', summary: '载入示例方案', tags: ['plan'] })
    .errors({ FORBIDDEN })
    .output(z.object({ importId: z.uuid() })),
  /** Confirms the draft commitments of one aspect (or of any clause), or of the whole plan when `clause` is null. */
  confirm: oc
    .route({ method: 'POST', path: '/plans/{planId}/confirm', summary: '确认', tags: ['plan'] })
    .errors(errors)
    .input(z.strictObject({ ...inPlan, clause: ClauseId.nullable() }))
    .output(changed),
  carryList: oc
    .route({ method: 'GET', path: '/plans/{planId}/carry-over', summary: '结转清单', tags: ['plan'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(inPlan))
    .output(CarryList),
  /** 结转: the chosen commitments go on in a later plan, with the day they were due at first. REFUSED: see `CarryRefusal`. */
  carryOver: oc
    .route({ method: 'POST', path: '/plans/{planId}/carry-over', summary: '结转到下一年度方案', tags: ['plan'] })
    .errors(errors)
    .input(z.strictObject({ ...inPlan, into: PlanId, commitments: z.array(CommitmentId).min(1).max(5000) }))
    .output(changed),
  /** Removes a plan of which nothing is confirmed yet. */
  remove: oc
    .route({ method: 'DELETE', path: '/plans/{planId}', summary: '移除未确认的方案', tags: ['plan'] })
    .errors(errors)
    .input(z.strictObject(inPlan)),
}

/**
 * Answer to `POST /api/imports` (multipart/form-data, the file in the field `file`), which stands beside this contract: bodies of files are
 * not JSON. `sameAs`: a plan that was made from the same bytes. INVALID names `file` with `missing`, `empty` or `too-large`.
 */
export const ImportStarted = z.object({ importId: z.uuid(), sameAs: z.object({ planId: PlanId, title: z.string() }).nullable() })

export const planImport = {
  get: oc
    .route({ method: 'GET', path: '/imports/{id}', summary: '导入进度', tags: ['import'] })
    .errors({ NOT_FOUND })
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        state: ImportState,
        /** 0–100. */
        progress: z.number(),
        planId: PlanId.nullable(),
        /** Plans it may be a version of, the likeliest first; `share`: how much they have in common, 0–1. */
        alike: z.array(z.object({ planId: PlanId, title: z.string(), share: z.number() }).readonly()).readonly(),
        error: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
      }),
    ),
  cancel: oc
    .route({ method: 'POST', path: '/imports/{id}/cancel', summary: '取消导入', tags: ['import'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: z.uuid() })),
}

export const commitment = {
  edit: oc
    .route({ method: 'PATCH', path: '/plans/{planId}/commitments/{id}', summary: '修改任务', tags: ['commitment'] })
    .errors(errors)
    .input(z.strictObject({ ...oneOfPlan, changes: ReadingChanges, note: z.string().trim().max(500).default('') }))
    .output(changed),
  add: oc
    .route({ method: 'POST', path: '/plans/{planId}/commitments', summary: '增补任务', tags: ['commitment'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...inPlan,
        clause: ClauseId,
        /** Selected text of the document; null where the words are the person's own. */
        span: Span.nullable(),
        text: z.string().trim().min(1).max(2000),
        changes: ReadingChanges,
      }),
    )
    .output(changed),
  /** Two or more parts replace the commitment; each part names its own text (a span of the document or words) and what differs. */
  split: oc
    .route({ method: 'POST', path: '/plans/{planId}/commitments/{id}/split', summary: '拆分任务', tags: ['commitment'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...oneOfPlan,
        parts: z
          .array(z.strictObject({ span: Span.nullable(), text: z.string().trim().min(1).max(2000), changes: ReadingChanges }))
          .min(2)
          .max(20),
      }),
    )
    .output(changed),
  /** The others are merged into the first, which keeps its reading and gains their text. */
  merge: oc
    .route({ method: 'POST', path: '/plans/{planId}/commitments/merge', summary: '合并任务', tags: ['commitment'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...inPlan,
        into: CommitmentId,
        others: z.array(CommitmentId).min(1).max(20),
        versions: z.array(z.number().int()).min(2).max(21),
      }),
    )
    .output(changed),
  discard: oc
    .route({ method: 'POST', path: '/plans/{planId}/commitments/{id}/discard', summary: '不列为任务', tags: ['commitment'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...oneOfPlan,
        reason: DiscardReason,
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(changed),
  /** Back to the compiler's reading, or out of the discarded. */
  restore: oc
    .route({ method: 'POST', path: '/plans/{planId}/commitments/{id}/restore', summary: '恢复原读法', tags: ['commitment'] })
    .errors(errors)
    .input(z.strictObject(oneOfPlan))
    .output(changed),
}

export const question = {
  answer: oc
    .route({ method: 'POST', path: '/plans/{planId}/questions/{id}/answer', summary: '回答疑问', tags: ['question'] })
    .errors(errors)
    .input(z.strictObject({ ...inPlan, id: z.uuid(), answer: Answer }))
    .output(z.object({ question: PlanQuestion, frame: PlanFrame, commitments: z.array(Commitment).readonly() })),
}
