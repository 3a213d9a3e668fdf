import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Draw, DrawItem } from '#core/draw/draw.ts'
import { DrawSource } from '#core/draw/register-source.ts'
import { DrawRule } from '#core/draw/rule.ts'

const DrawEntry = Draw.unwrap()
  .pick({ id: true, name: true, state: true, items: true, fileName: true, createdBy: true, createdOn: true })
  .readonly()

/** The answer of the upload: the list was read, nothing is frozen yet. */
export const DrawTaken = z.object({ id: z.uuid() })

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const seen = { id: z.uuid(), version: z.number().int() }
const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'one-line')
const ItemId = z.string().min(1).max(200)
const Reason = z.string().trim().max(500)

/** A list is sent to `POST /draws` as an upload; the exported draw and the page that repeats it are downloads; the rest is JSON. */
export const draw = {
  /** The last first. */
  list: oc
    .route({ method: 'GET', path: '/draws', summary: '抽取', tags: ['draw'] })
    .errors({ FORBIDDEN })
    .output(z.object({ draws: z.array(DrawEntry).readonly() })),
  get: oc
    .route({ method: 'GET', path: '/draws/{id}', summary: '一次抽取', tags: ['draw'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(Draw),
  /** What was drawn and replaced, in the order of the draw; `from` counts from 0. */
  items: oc
    .route({ method: 'GET', path: '/draws/{id}/items', summary: '抽取结果', tags: ['draw'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid(), from: z.coerce.number().int().min(0).max(10_000_000).default(0) }))
    .output(z.object({ total: z.number().int(), items: z.array(DrawItem).readonly() })),
  /** A population from a register. `growing`: the draw whose population grows: what stands in it already does not come again. */
  fromRegister: oc
    .route({ method: 'POST', path: '/draws/from-register', summary: '从登记簿取总体', tags: ['draw'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED, INVALID })
    .input(z.strictObject({ source: DrawSource, growing: z.uuid().nullable() }))
    .output(DrawTaken),
  /** 冻结总体: from here neither the list nor the rule changes. */
  freeze: oc
    .route({ method: 'POST', path: '/draws/{id}/freeze', summary: '冻结总体', tags: ['draw'] })
    .errors(errors)
    .input(
      z.strictObject({
        ...seen,
        name: Line(100),
        purpose: z.string().trim().max(500),
        rule: DrawRule,
        excluded: z.array(z.strictObject({ id: ItemId, reason: Reason })).max(2000),
      }),
    )
    .output(Draw),
  /** `digest`: SM3 of a secret that stays with the party (empty with dice); `dice`: the sides thrown (empty with a secret). */
  contribute: oc
    .route({ method: 'POST', path: '/draws/{id}/contributions', summary: '提交随机种子的一份', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, party: Line(100), digest: z.string().max(64), dice: z.string().max(1000) }))
    .output(Draw),
  reveal: oc
    .route({ method: 'POST', path: '/draws/{id}/reveal', summary: '公开随机种子的一份', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, value: Line(200) }))
    .output(Draw),
  /** 替换: the next in the order comes in the place of a drawn item. `reason`: at least ten characters. */
  replace: oc
    .route({ method: 'POST', path: '/draws/{id}/replace', summary: '替换', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, item: ItemId, reason: Reason }))
    .output(Draw),
  /** What looking at a drawn item found. */
  judge: oc
    .route({ method: 'POST', path: '/draws/{id}/judge', summary: '登记评查结果', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, item: ItemId, outcome: z.enum(['sound', 'faulty']), note: Reason }))
    .output(Draw),
  /** 总体增加: the list of another draft becomes the next part of the population; the order goes on. */
  extend: oc
    .route({ method: 'POST', path: '/draws/{id}/extend', summary: '总体增加', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, draft: z.uuid() }))
    .output(Draw),
  abandon: oc
    .route({ method: 'POST', path: '/draws/{id}/abandon', summary: '终止抽取', tags: ['draw'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, reason: Reason }))
    .output(Draw),
  /** 抽取结果 as an .xlsx file. Official documents are Chinese. */
  sheet: oc
    .route({ method: 'POST', path: '/draws/{id}/sheet', summary: '导出抽取结果', tags: ['draw'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.file()),
}
