import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { EvidenceId } from '#core/evidence/evidence.ts'
import { InspectionFindingAct, InspectionFindingState, InspectionFindingStep } from '#core/inspection/finding.ts'
import {
  InspectionAct,
  InspectionAnswer,
  InspectionKind,
  InspectionMember,
  InspectionPhoto,
  InspectionState,
  InspectionVisit,
} from '#core/inspection/inspection.ts'
import { InspectionPlan } from '#core/inspection/plan.ts'
import { TemplateText } from '#core/inspection/template.ts'

/** 迎检负担 of a unit: in so many inspections on so many days, so many people and minutes. */
const Burden = z
  .object({
    org: z.uuid(),
    orgName: z.string(),
    inspections: z.number().int(),
    days: z.number().int(),
    people: z.number().int(),
    minutes: z.number().int(),
  })
  .readonly()

/** 总量控制 of a year; version 0: nobody has set one. */
const Limit = z
  .object({ version: z.number().int(), inspections: z.number().int().nullable(), perUnit: z.number().int().nullable() })
  .readonly()

/** One inspection in a list. `late`: findings whose day is over. */
export const InspectionEntry = z
  .object({
    id: z.uuid(),
    kind: InspectionKind,
    state: InspectionState,
    title: z.string(),
    topic: z.string(),
    from: Day,
    to: Day,
    lead: z.string(),
    units: z.array(z.string()).readonly(),
    findings: z.number().int(),
    open: z.number().int(),
    late: z.number().int(),
  })
  .readonly()
export type InspectionEntry = z.infer<typeof InspectionEntry>

/** A promise of a plan that an item asks about, and what the records say of it. `light` null: it does not compute; `isSeen`: whoever asks may open it. */
export const InspectionPromise = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    light: z.string().nullable(),
    required: z.string().nullable(),
    actual: z.string().nullable(),
    unit: z.string(),
    files: z.number().int(),
    isSeen: z.boolean(),
  })
  .readonly()
export type InspectionPromise = z.infer<typeof InspectionPromise>

/** What was found, with what was done about it. `originalDue`: its first day, where it has moved; `may`, `rewords`: what whoever asks can do with it. */
export const InspectionFindingView = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    inspection: z.uuid(),
    inspectionTitle: z.string(),
    visit: z.uuid(),
    item: z.uuid().nullable(),
    ordinal: z.number().int(),
    org: z.uuid(),
    orgName: z.string(),
    words: z.string(),
    demand: z.string(),
    dueOn: Day,
    originalDue: Day.nullable(),
    state: InspectionFindingState,
    returns: z.number().int(),
    isLate: z.boolean(),
    steps: z
      .array(
        InspectionFindingStep.unwrap()
          .extend({ photos: z.array(InspectionPhoto).readonly() })
          .readonly(),
      )
      .readonly(),
    may: z.array(InspectionFindingAct).readonly(),
    rewords: z.boolean(),
  })
  .readonly()
export type InspectionFindingView = z.infer<typeof InspectionFindingView>

const Answered = z
  .object({
    visit: z.uuid(),
    item: z.uuid(),
    version: z.number().int(),
    answer: InspectionAnswer,
    note: z.string(),
    by: z.string(),
    at: Instant,
    photos: z.array(InspectionPhoto).readonly(),
  })
  .readonly()

const Talk = z
  .object({
    id: z.uuid(),
    visit: z.uuid(),
    on: Day,
    people: z.number().int(),
    words: z.string(),
    speaker: z.string().nullable(),
    by: z.string(),
  })
  .readonly()

/** `title` '': whoever asks is not cleared for that inspection. */
const Clash = z
  .object({
    kind: z.enum(['same-weeks', 'same-topic']),
    org: z.uuid(),
    orgName: z.string(),
    inspection: z.uuid(),
    title: z.string(),
    from: Day,
    to: Day,
  })
  .readonly()

/** What a plan would ask: of each unit, with all it was asked for this year so far; who else asks the same; whether it passes the limit. */
export const InspectionForecast = z
  .object({
    own: z.array(Burden).readonly(),
    year: z.array(Burden).readonly(),
    clashes: z.array(Clash).readonly(),
    beyond: z.object({ year: z.boolean(), units: z.array(z.string()).readonly() }).readonly(),
  })
  .readonly()
export type InspectionForecast = z.infer<typeof InspectionForecast>

/**
 * 一次督查. Of a unit that is inspected: its own visits and findings, what was seen there once it has ended, never what people said nor why it goes beyond the limit. `forecast` null: of whoever does not
 * plan; `may`, `enters`, `notes`: what whoever asks can do.
 */
export const InspectionView = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    kind: InspectionKind,
    state: InspectionState,
    title: z.string(),
    topic: z.string(),
    purpose: z.string(),
    from: Day,
    to: Day,
    draw: z.object({ id: z.uuid(), name: z.string() }).readonly().nullable(),
    reasonOver: z.string(),
    summary: z.string(),
    suggestions: z.string(),
    filedAt: Instant.nullable(),
    filedBy: z.string().nullable(),
    cancelled: z.string().nullable(),
    asOf: Day,
    members: z.array(InspectionMember).readonly(),
    visits: z.array(InspectionVisit).readonly(),
    items: z
      .array(z.object({ id: z.uuid(), words: z.string(), lookAt: z.string(), promises: z.array(InspectionPromise).readonly() }).readonly())
      .readonly(),
    answers: z.array(Answered).readonly(),
    talks: z.array(Talk).readonly(),
    findings: z.array(InspectionFindingView).readonly(),
    forecast: InspectionForecast.nullable(),
    may: z.array(InspectionAct).readonly(),
    isPlanner: z.boolean(),
    enters: z.boolean(),
    notes: z.boolean(),
  })
  .readonly()
export type InspectionView = z.infer<typeof InspectionView>

/** 检查清单模板. `packId`: which of the pack's it began as; as long as nobody has changed that one it has the pack's id and version 0. */
export const InspectionTemplate = TemplateText.unwrap()
  .extend({ id: z.string(), version: z.number().int(), packId: z.string().nullable() })
  .readonly()
export type InspectionTemplate = z.infer<typeof InspectionTemplate>

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const seen = { id: z.uuid(), version: z.number().int() }
const Words = z.string().trim().max(2000)
const photos = z.array(EvidenceId).max(30)

export const inspection = {
  /** Those of a year that are seen, the last first, and what they ask of each unit together. */
  list: oc
    .route({ method: 'GET', path: '/inspections', summary: '督查', tags: ['inspection'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ year: z.coerce.number().int().min(1949).max(2999).optional() }))
    .output(
      z.object({
        asOf: Day,
        year: z.number().int(),
        limit: Limit,
        filed: z.number().int(),
        items: z.array(InspectionEntry).readonly(),
        burden: z.array(Burden).readonly(),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: '/inspections/{id}', summary: '一次督查', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(InspectionView),
  /** Findings that wait for whoever asks: of a unit what it owes, of an inspector what is to be looked at; those whose day is over first. */
  waiting: oc
    .route({ method: 'GET', path: '/inspection-findings', summary: '督查问题待办', tags: ['inspection'] })
    .errors({ FORBIDDEN })
    .output(z.object({ asOf: Day, findings: z.array(InspectionFindingView).readonly(), running: z.array(InspectionEntry).readonly() })),
  /** What a plan is made of: who can inspect, which units there are, which draws are done, which promises there are. */
  options: oc
    .route({ method: 'GET', path: '/inspection-options', summary: '督查方案选项', tags: ['inspection'] })
    .errors({ FORBIDDEN })
    .output(
      z.object({
        asOf: Day,
        accounts: z.array(z.object({ account: z.uuid(), name: z.string(), units: z.string() }).readonly()).readonly(),
        orgs: z.array(z.object({ id: z.uuid(), name: z.string() }).readonly()).readonly(),
        draws: z.array(z.object({ id: z.uuid(), name: z.string() }).readonly()).readonly(),
        templates: z.array(InspectionTemplate).readonly(),
      }),
    ),
  /** Promises that an item may ask about, by number or words. */
  promises: oc
    .route({ method: 'GET', path: '/inspection-promises', summary: '可关联的整改任务', tags: ['inspection'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ text: z.string().trim().max(100) }))
    .output(
      z.object({ items: z.array(z.object({ commitment: CommitmentId, ref: z.string(), sentence: z.string() }).readonly()).readonly() }),
    ),
  /** What a draw has drawn, with the unit where each lies as far as its name tells. */
  drawn: oc
    .route({ method: 'GET', path: '/inspection-draws/{draw}', summary: '抽取结果与单位', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ draw: z.uuid() }))
    .output(
      z.object({ items: z.array(z.object({ drawn: z.string(), stratum: z.string(), org: z.uuid().nullable() }).readonly()).readonly() }),
    ),
  forecast: oc
    .route({ method: 'POST', path: '/inspection-forecasts', summary: '测算迎检负担', tags: ['inspection'] })
    .errors({ FORBIDDEN, INVALID })
    .input(z.strictObject({ id: z.uuid().nullable(), plan: InspectionPlan }))
    .output(InspectionForecast),
  /** 起草督查方案. INVALID names orgs, accounts, commitments and a draw that are not there. */
  draft: oc
    .route({ method: 'POST', path: '/inspections', summary: '起草督查方案', tags: ['inspection'] })
    .errors({ FORBIDDEN, REFUSED, INVALID })
    .input(z.strictObject({ plan: InspectionPlan }))
    .output(InspectionView),
  write: oc
    .route({ method: 'PUT', path: '/inspections/{id}/plan', summary: '修改督查方案', tags: ['inspection'] })
    .errors({ ...errors, INVALID })
    .input(z.strictObject({ ...seen, plan: InspectionPlan }))
    .output(InspectionView),
  /** `note`: why it is called off. `summary`, `suggestions`: what the report says. */
  act: oc
    .route({ method: 'POST', path: '/inspections/{id}/acts', summary: '办理督查', tags: ['inspection'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...seen,
        act: InspectionAct,
        note: Words,
        summary: z.string().trim().max(5000),
        suggestions: z.string().trim().max(5000),
      }),
    )
    .output(InspectionView),
  /** What was seen of one item in one visit. `version`: what stands, 0 where nothing does. `photos`: all that stand with it from now on. */
  answer: oc
    .route({ method: 'PUT', path: '/inspections/{id}/answers', summary: '填写检查清单', tags: ['inspection'] })
    .errors({ ...errors, INVALID })
    .input(
      z.strictObject({
        id: z.uuid(),
        visit: z.uuid(),
        item: z.uuid(),
        version: z.number().int(),
        answer: InspectionAnswer,
        note: Words,
        photos,
      }),
    )
    .output(Answered),
  talk: oc
    .route({ method: 'POST', path: '/inspections/{id}/talks', summary: '记录访谈', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(
      z.strictObject({
        id: z.uuid(),
        visit: z.uuid(),
        on: Day,
        people: z.number().int().min(1).max(1000),
        words: z.string().trim().max(5000),
        speaker: z.string().trim().max(60),
        agreed: z.boolean(),
      }),
    )
    .output(Talk),
  /** 记录问题: the unit is told of it with `raise`. */
  note: oc
    .route({ method: 'POST', path: '/inspections/{id}/findings', summary: '记录督查问题', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED, INVALID })
    .input(z.strictObject({ id: z.uuid(), visit: z.uuid(), item: z.uuid().nullable(), words: Words, demand: Words, dueOn: Day, photos }))
    .output(InspectionFindingView),
  /** 修改问题, as long as its unit was not told of it. What it said before stays. */
  reword: oc
    .route({ method: 'PUT', path: '/inspection-findings/{id}/words', summary: '修改督查问题', tags: ['inspection'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, words: Words, demand: Words, dueOn: Day }))
    .output(InspectionFindingView),
  actOnFinding: oc
    .route({ method: 'POST', path: '/inspection-findings/{id}/acts', summary: '办理督查问题', tags: ['inspection'] })
    .errors({ ...errors, INVALID })
    .input(z.strictObject({ ...seen, act: InspectionFindingAct, note: Words, photos }))
    .output(InspectionFindingView),
  templates: oc
    .route({ method: 'GET', path: '/inspection-templates', summary: '检查清单模板', tags: ['inspection'] })
    .errors({ FORBIDDEN })
    .output(z.object({ templates: z.array(InspectionTemplate).readonly() })),
  addTemplate: oc
    .route({ method: 'POST', path: '/inspection-templates', summary: '新增检查清单模板', tags: ['inspection'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ template: TemplateText }))
    .output(InspectionTemplate),
  changeTemplate: oc
    .route({ method: 'PUT', path: '/inspection-templates/{id}', summary: '修改检查清单模板', tags: ['inspection'] })
    .errors(errors)
    .input(z.strictObject({ id: z.string().min(1).max(61), version: z.number().int(), template: TemplateText }))
    .output(InspectionTemplate),
  setLimit: oc
    .route({ method: 'PUT', path: '/inspection-limits/{year}', summary: '设定督查总量', tags: ['inspection'] })
    .errors({ FORBIDDEN, CONFLICT, REFUSED })
    .input(
      z.strictObject({
        year: z.coerce.number().int().min(1949).max(2999),
        version: z.number().int(),
        inspections: z.number().int().min(0).max(1000),
        perUnit: z.number().int().min(0).max(1000),
      }),
    )
    .output(Limit),
  /** 督查通知 for one unit, or for all of them (`org` null), as an editable .docx. Official documents are Chinese. */
  notice: oc
    .route({ method: 'POST', path: '/inspections/{id}/notice', summary: '督查通知', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: z.uuid(), org: z.uuid().nullable() }))
    .output(z.file()),
  /** 督查报告 as an editable .docx. */
  report: oc
    .route({ method: 'POST', path: '/inspections/{id}/report', summary: '督查报告', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.file()),
}
