import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { certain } from '#core/text/certain.ts'

/**
 * What is promised: count 次数, ratio 比率, trend 变化, coverage 覆盖, deadline 时限, duration 时间量; `achieved` a promise without a number
 * (done or not done); `undefined` 待定义: a vague target that never computes until a person defines it.
 */
export const readingKinds = ['count', 'ratio', 'trend', 'coverage', 'deadline', 'duration', 'achieved', 'undefined'] as const
export const ReadingKind = z.enum(readingKinds)
export type ReadingKind = z.infer<typeof ReadingKind>

/** 频次: once 一次性, none 水平或上限 (no recurrence), else every `every` units. */
export const periodUnits = ['once', 'none', 'day', 'week', 'month', 'quarter', 'half-year', 'year'] as const
export const Period = z.object({ unit: z.enum(periodUnits), every: z.number().int().min(1) }).readonly()
export type Period = z.infer<typeof Period>

/** `~` keeps 左右 and asks for a tolerance; the last five belong to trends (下降不低于, 减少, 增长…以上, 增长, 零增长). */
export const comparators = [
  '>=',
  '<=',
  '=',
  '>',
  '<',
  '~',
  'range',
  'decrease>=',
  'decrease=',
  'increase>=',
  'increase=',
  'increase<=',
] as const
export const Comparator = z.enum(comparators)
export type Comparator = z.infer<typeof Comparator>

/** Who or what the promise holds for, each by itself. */
export const scopes = ['org', 'leader', 'per-member', 'per-unit', 'per-case', 'per-item', 'pairs'] as const
export const Scope = z.enum(scopes)
export type Scope = z.infer<typeof Scope>

/** 整改类型: immediate 立行立改, staged 分阶段, standing 长期坚持. */
export const natures = ['immediate', 'staged', 'standing'] as const
export const Nature = z.enum(natures)
export type Nature = z.infer<typeof Nature>

/** A decimal number as text: `12`, `0.5`, `98.6`; never a float. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

/** How one commitment was read: every value stated with its span or implied with the reason. */
export const Reading = z
  .object({
    kind: ReadingKind,
    period: certain(Period),
    comparator: certain(Comparator).nullable(),
    value: certain(Decimal).nullable(),
    /** Upper end of a range. */
    upper: certain(Decimal).nullable(),
    /** 次, 天, 件, %, 万元 … as written, simplified. */
    unit: certain(z.string()).nullable(),
    scope: certain(Scope),
    /** The day it is due, where it can be computed. */
    deadline: certain(Day).nullable(),
    /** The wording of the time limit: 2026年6月底前, 收到之日起5个工作日内. */
    deadlineText: certain(z.string()).nullable(),
    /** What is counted or done, in the document's words. */
    object: certain(z.string()).nullable(),
    /** What a ratio divides by, in the document's words. */
    base: certain(z.string()).nullable(),
    /** 力争 striving, 原则上 in-principle. */
    modality: certain(z.enum(['striving', 'in-principle'])).nullable(),
    nature: certain(Nature).nullable(),
    /** 牵头领导 / 责任领导. */
    leaders: z.array(certain(z.string())).readonly(),
    /** 牵头单位 / 责任单位. */
    leadOrgs: z.array(certain(z.string())).readonly(),
    /** 配合单位. */
    supportingOrgs: z.array(certain(z.string())).readonly(),
    /** 责任人. */
    owners: z.array(certain(z.string())).readonly(),
  })
  .readonly()
export type Reading = z.infer<typeof Reading>
