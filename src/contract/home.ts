import { oc } from '@orpc/contract'
import * as z from 'zod'
import { REFUSED } from '#contract/errors.ts'
import { Stood } from '#contract/moment.ts'
import { BusinessPost } from '#core/access/post.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import { momentShape } from '#core/moment/moment.ts'
import { PlanSummary } from '#core/plan/plan.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'

/**
 * A commitment as the first page shows it. `role`: it is owed by oneself (`subject` says as whom: the person, a post, an org), or one's org leads or supports it.
 * `owed`, `required`, `actual` in `unit`; `subjects`, `met`: of how many by themselves, and how many of them have done it. `dueBy`: latest safe day, else due
 * day. `light` null: nobody has said yet how it is counted. `register`: where a fact for it is entered; null where several are, or none.
 */
export const HomeItem = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    indicator: z.string(),
    role: z.enum(['self', 'lead', 'support']),
    subject: z.string().nullable(),
    units: z.string(),
    required: Decimal.nullable(),
    actual: Decimal.nullable(),
    owed: Decimal.nullable(),
    unit: z.string(),
    subjects: z.number().int(),
    met: z.number().int(),
    dueBy: Day.nullable(),
    light: Light.nullable(),
    register: RegisterId.nullable(),
  })
  .readonly()
export type HomeItem = z.infer<typeof HomeItem>

/** A record that waits for whoever sees it: returned with why (`note`), or a draft of one's own. */
export const HomeRecord = z
  .object({
    id: RecordId,
    register: RegisterId,
    title: z.string(),
    titleEn: z.string(),
    on: Day,
    note: z.string(),
    by: z.string(),
  })
  .readonly()

/** A filing that a unit of one's own has not made: `missing` after its last day, `open` before it. */
export const HomeFiling = z
  .object({
    register: RegisterId,
    title: z.string(),
    titleEn: z.string(),
    org: z.string(),
    from: Day,
    to: Day,
    dueOn: Day,
    state: z.enum(['missing', 'open']),
  })
  .readonly()

/** How a unit stands: rows it leads by what is wrong with them. `since`: the earliest day after which something of it was late. */
export const UnitStanding = z
  .object({
    name: z.string(),
    overdue: z.number().int(),
    dueSoon: z.number().int(),
    behind: z.number().int(),
    rows: z.number().int(),
    since: Day.nullable(),
  })
  .readonly()

/** What waits for the office. `undefined`: confirmed rows of which nobody has said how they are counted; `unused`: accounts nobody ever signed in with. */
export const OfficeQueue = z
  .object({
    imports: z.number().int(),
    questions: z.number().int(),
    drafts: z.number().int(),
    undefined: z.number().int(),
    records: z.number().int(),
    unused: z.number().int(),
  })
  .readonly()

/**
 * 首页 by post. `places`: where the person stands today (办公室 主任). `total`: how many rows `items` is the beginning of, what is due first first.
 * `mine`: what oneself owes or has done in the periods that run; of a unit also its orgs. `units`, `plans`, `queue` are empty or null for a unit. `stood`: of another
 * moment than now, which; then there is no `queue`: nobody can act in it.
 */
export const HomeView = z
  .object({
    asOf: Day,
    stood: Stood.nullable(),
    post: BusinessPost,
    hasPerson: z.boolean(),
    places: z.array(z.string()).readonly(),
    mine: z.array(HomeItem).readonly(),
    fields: z.object({ total: z.number().int(), items: z.array(HomeItem).readonly() }).readonly(),
    returned: z.array(HomeRecord).readonly(),
    drafts: z.array(HomeRecord).readonly(),
    filings: z.array(HomeFiling).readonly(),
    units: z.array(UnitStanding).readonly(),
    plans: z.array(PlanSummary).readonly(),
    queue: OfficeQueue.nullable(),
  })
  .readonly()
export type HomeView = z.infer<typeof HomeView>

export const home = {
  /** Everything the first page shows. REFUSED: `asOf` lies before any record may, or too far ahead. */
  get: oc
    .route({ method: 'GET', path: '/home', summary: '首页', tags: ['home'] })
    .errors({ REFUSED })
    .input(z.strictObject(momentShape))
    .output(HomeView),
}
