import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Day, Instant } from '#core/day/day.ts'
import { momentShape } from '#core/moment/moment.ts'
import { PackManifest } from '#core/pack/pack.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'
import { FilingMatrix } from '#core/register/filing.ts'
import { Register } from '#core/register/register.ts'

/**
 * A register the jurisdiction added or changed. `version`: what a later change must name. `isOfPack`: it stands in the place of one of the pack's;
 * `hasPackMoved`: which has changed since.
 */
const OwnRegister = z
  .object({
    id: RegisterId,
    version: z.number().int(),
    isOfPack: z.boolean(),
    hasPackMoved: z.boolean(),
    changedAt: Instant,
    changedBy: z.string(),
  })
  .readonly()

/**
 * The registers of the jurisdiction. `pack`: the one it uses; `packs`: those the program came with; `registers`: every definition as it stands, by group, then
 * title; `own`: which of them it added or changed; `version`: counts the changes.
 */
export const RegistersView = z
  .object({
    version: z.number().int(),
    pack: PackManifest,
    packs: z.array(PackManifest).readonly(),
    registers: z.array(Register).readonly(),
    own: z.array(OwnRegister).readonly(),
  })
  .readonly()

const UsedField = z.object({ field: FieldId, options: z.array(z.string()).readonly() }).readonly()

/** A definition with what hangs on it. `version`: 0 where the pack's stands; `own`: null then. `ofPack`: the pack's; null: the jurisdiction added it. */
export const DefinitionView = z
  .object({
    version: z.number().int(),
    register: Register,
    ofPack: Register.nullable(),
    own: OwnRegister.nullable(),
    use: z
      .object({
        records: z.number().int(),
        fields: z.array(UsedField).readonly(),
        counted: z.array(UsedField).readonly(),
      })
      .readonly(),
  })
  .readonly()

/** 填报情况 of a register as of a day; `matrix` null where it has no duty. `names`: of the orgs in it. */
export const FilingView = z.object({ asOf: Day, matrix: FilingMatrix.nullable(), names: z.record(z.string(), z.string()) }).readonly()

/**
 * What a register holds and what is due, as of a day. `records`: of this year, without drafts and void ones. `filing`, null without a duty: how many filings of this
 * year are missing after their last day, how many are still to come of those whose period runs or has just ended, and whether the organisation has somebody to file
 * (`isAsked`).
 */
const Activity = z
  .object({
    register: RegisterId,
    records: z.number().int(),
    filing: z.object({ missing: z.number().int(), open: z.number().int(), isAsked: z.boolean() }).readonly().nullable(),
  })
  .readonly()

export const ActivityView = z.object({ asOf: Day, registers: z.array(Activity).readonly() }).readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED, INVALID }
const seen = { register: RegisterId, version: z.number().int() }

export const register = {
  list: oc
    .route({ method: 'GET', path: '/registers', summary: '登记簿', tags: ['register'] })
    .errors({ FORBIDDEN })
    .output(RegistersView),
  /** What each register holds and what is due. */
  activity: oc
    .route({ method: 'GET', path: '/register-activity', summary: '登记簿概况', tags: ['register'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject(momentShape))
    .output(ActivityView),
  /** Who has filed in which period of the year. */
  filing: oc
    .route({ method: 'GET', path: '/registers/{register}/filing', summary: '填报情况', tags: ['register'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ register: RegisterId, ...momentShape }))
    .output(FilingView),
  /** Another pack, while there are no records and no registers of its own. */
  choosePack: oc
    .route({ method: 'PUT', path: '/register-pack', summary: '选用业务包', tags: ['register'] })
    .errors(errors)
    .input(z.strictObject({ pack: PackManifest.unwrap().shape.id, version: z.number().int() }))
    .output(RegistersView),
  definition: oc
    .route({ method: 'GET', path: '/registers/{register}/definition', summary: '登记簿定义', tags: ['register'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ register: RegisterId }))
    .output(DefinitionView),
  /** A register of the jurisdiction's own; it is given its id here. */
  add: oc
    .route({ method: 'POST', path: '/registers', summary: '新增登记簿', tags: ['register'] })
    .errors(errors)
    .input(z.strictObject({ definition: Register.unwrap().omit({ id: true }) }))
    .output(DefinitionView),
  change: oc
    .route({ method: 'PUT', path: '/registers/{register}/definition', summary: '修改登记簿定义', tags: ['register'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, definition: Register.unwrap().omit({ id: true }) }))
    .output(DefinitionView),
  /** Back to the pack's definition; what holds values stays, retired. */
  restore: oc
    .route({ method: 'POST', path: '/registers/{register}/restore', summary: '恢复业务包的定义', tags: ['register'] })
    .errors(errors)
    .input(z.strictObject(seen))
    .output(DefinitionView),
  /** A register the jurisdiction added, while it has no records and nothing is counted over it. */
  remove: oc
    .route({ method: 'POST', path: '/registers/{register}/remove', summary: '删除自建登记簿', tags: ['register'] })
    .errors(errors)
    .input(z.strictObject(seen))
    .output(z.object({ removed: z.literal(true) })),
}
