import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Names } from '#contract/record.ts'
import { Day } from '#core/day/day.ts'
import { Handover } from '#core/handover/handover.ts'

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }
const id = z.uuid()
const act = (name: string, summary: string) =>
  oc
    .route({ method: 'POST', path: `/handovers/{id}/${name}`, summary, tags: ['handover'] })
    .errors(errors)
    .input(z.strictObject({ id }))
    .output(Handover)

// REFUSED: The business says no: `same-person`, `not-the-holder`, `unknown-person`, `handover-over`, `not-concerned`, `already-confirmed`.
export const handover = {
  /** Those that concern whoever asks; of the office all. */
  list: oc
    .route({ method: 'GET', path: '/handovers', summary: '交接', tags: ['handover'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(Handover).readonly(), self: id.nullable(), names: Names })),
  /** Lists what is open now. */
  begin: oc
    .route({ method: 'POST', path: '/handovers', summary: '发起交接', tags: ['handover'] })
    .errors(errors)
    .input(z.strictObject({ post: id, from: id, to: id, on: Day, note: z.string().trim().max(1000).default('') }))
    .output(Handover),
  /** Each side for itself. */
  confirm: act('confirm', '确认交接'),
  cancel: act('cancel', '取消交接'),
}
