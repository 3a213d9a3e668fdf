import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Instant } from '#core/day/day.ts'
import { Reading } from '#core/draft/reading.ts'
import { PhraseRule, RuleFile, RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { PlanId } from '#core/plan/plan.ts'

/** A rule as the page lists it. `removed`: it teaches nothing any more; `used`: in which plans, the last first. */
const ListedRule = z
  .object({
    ...PhraseRule.shape,
    version: z.number().int(),
    changedAt: Instant,
    removed: z.object({ at: Instant, by: z.string(), because: z.string() }).readonly().nullable(),
    used: z
      .array(z.object({ plan: PlanId, title: z.string(), uses: z.number().int(), quotes: z.array(z.string()).readonly() }).readonly())
      .readonly(),
  })
  .readonly()

/** A sentence that is read otherwise with the rule; `isOwn`: the one it was taught on. */
const PreviewedSentence = z
  .object({
    plan: PlanId,
    title: z.string(),
    text: z.string(),
    isOwn: z.boolean(),
    before: z.array(Reading).readonly(),
    after: z.array(Reading).readonly(),
  })
  .readonly()

/** `plans`: how many were looked at; `isCut`: there are more sentences than are shown. */
export const RulePreview = z
  .object({ plans: z.number().int(), isCut: z.boolean(), sentences: z.array(PreviewedSentence).readonly() })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }
const id = z.uuid()
const version = z.number().int().min(1)

// REFUSED: the business says no: `TeachRefusal`, or `phrase-rule-changed` where somebody else changed it meanwhile.
export const phraseRule = {
  /** 短语规则 of the jurisdiction: those that hold, those switched off, then the removed ones. */
  list: oc
    .route({ method: 'GET', path: '/phrase-rules', summary: '短语规则', tags: ['phrase-rule'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(ListedRule).readonly() })),
  /** 保留: from the next document on. What has been read stays as it is. */
  add: oc
    .route({ method: 'POST', path: '/phrase-rules', summary: '新增短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(RuleWords)
    .output(PhraseRule),
  change: oc
    .route({ method: 'PUT', path: '/phrase-rules/{id}', summary: '修改短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(z.strictObject({ ...RuleWords.shape, id, version }))
    .output(PhraseRule),
  /** 停用 or 启用. */
  switch: oc
    .route({ method: 'PUT', path: '/phrase-rules/{id}/switch', summary: '启用或停用短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(z.strictObject({ id, version, isOn: z.boolean() }))
    .output(PhraseRule),
  remove: oc
    .route({ method: 'POST', path: '/phrase-rules/{id}/remove', summary: '删除短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(z.strictObject({ id, version, reason: z.string().trim().min(2).max(500) }))
    .output(z.object({ removed: z.literal(true) })),
  /** What a rule would change in the plans there are, if they were read anew; nothing is kept. `instead`: the rule it takes the place of. */
  preview: oc
    .route({ method: 'POST', path: '/phrase-rules/preview', summary: '试用短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(z.strictObject({ ...RuleWords.shape, instead: id.nullable().default(null) }))
    .output(RulePreview),
  /** 导出: those that are not removed. */
  export: oc
    .route({ method: 'POST', path: '/phrase-rules/export', summary: '导出短语规则', tags: ['phrase-rule'] })
    .errors({ FORBIDDEN })
    .output(z.file()),
  /** 导入 of what an export has written; what is taught already is left as it is. */
  import: oc
    .route({ method: 'POST', path: '/phrase-rules/import', summary: '导入短语规则', tags: ['phrase-rule'] })
    .errors(errors)
    .input(RuleFile)
    .output(
      z.object({
        added: z.number().int(),
        same: z.number().int(),
        unusable: z.array(z.object({ phrase: z.string(), code: z.string() }).readonly()).readonly(),
      }),
    ),
}
