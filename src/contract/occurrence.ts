import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Occurrence } from '#core/occurrence/occurrence.ts'

/** Occurrences with the light each shows, as of a day. */
export const OccurrencesView = z
  .object({ asOf: Day, items: z.array(z.object({ occurrence: Occurrence, light: Light }).readonly()).readonly() })
  .readonly()

const asked = z.strictObject({ id: CommitmentId, ...momentShape })

// REFUSED: `asOf` lies before any record may, or too far ahead.
export const occurrence = {
  /** All of a commitment. Another day or instant than now is worked out on demand. */
  list: oc
    .route({ method: 'GET', path: '/commitments/{id}/occurrences', summary: '期次', tags: ['occurrence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(asked)
    .output(OccurrencesView),
  /** What is owed now: begun and not met, what is due first first. `light`: the worst of them; null where nothing is owed. */
  owed: oc
    .route({ method: 'GET', path: '/commitments/{id}/owed', summary: '尚欠', tags: ['occurrence'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(asked)
    .output(OccurrencesView.unwrap().extend({ light: Light.nullable() }).readonly()),
}
