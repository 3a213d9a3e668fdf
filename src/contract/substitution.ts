import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Names } from '#contract/record.ts'
import { Day } from '#core/day/day.ts'
import { Substitution } from '#core/substitution/substitution.ts'

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }
const id = z.uuid()
const decide = (name: string, summary: string) =>
  oc
    .route({ method: 'POST', path: `/substitutions/{id}/${name}`, summary, tags: ['substitution'] })
    .errors(errors)
    .input(z.strictObject({ id }))
    .output(Substitution)

// REFUSED: The business says no: `same-person`, `interval-reversed`, `too-long`, `not-the-holder`, `own-request`, `not-concerned`, `not-waiting`, `not-acting-now`.
export const substitution = {
  /** Those that concern whoever asks; of the office all. `acting`: for which the session acts; `mayAct`: for which it may today. */
  list: oc
    .route({ method: 'GET', path: '/substitutions', summary: '代理', tags: ['substitution'] })
    .errors({ FORBIDDEN })
    .output(
      z.object({
        items: z.array(Substitution).readonly(),
        acting: id.nullable(),
        mayAct: z.array(id).readonly(),
        self: id.nullable(),
        names: Names,
      }),
    ),
  request: oc
    .route({ method: 'POST', path: '/substitutions', summary: '委托代理', tags: ['substitution'] })
    .errors(errors)
    .input(z.strictObject({ post: id, absent: id, substitute: id, from: Day, to: Day, reason: z.string().trim().min(2).max(200) }))
    .output(Substitution),
  confirm: decide('confirm', '确认代理'),
  decline: decide('decline', '不同意代理'),
  end: decide('end', '结束代理'),
  /** From now on the session acts for that post, and for oneself no more; null: for oneself again. */
  act: oc
    .route({ method: 'POST', path: '/substitutions/act', summary: '以代理身份办理', tags: ['substitution'] })
    .errors(errors)
    .input(z.strictObject({ id: id.nullable() }))
    .output(z.object({ acting: id.nullable() })),
}
