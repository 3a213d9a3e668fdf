import type * as z from 'zod'
import type { OccurrencesView } from '#contract/occurrence.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { gravestOf } from '#core/light/gravest.ts'
import { type Light, lightOf } from '#core/light/light.ts'
import type { Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import { explainedTo } from '#server/access/explained.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { askOccurrences } from '#server/occurrence/asked.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Input = Moment & { readonly id: CommitmentId }
type Seen = z.infer<typeof OccurrencesView>
type Caller = Context & { readonly packs: readonly Pack[] }

/** 期次 of a commitment with their lights, of the subjects that are seen. */
export async function listOccurrences(context: Caller, { id, ...moment }: Input): Promise<Seen> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('occurrence:read')
    const seen = await scope()
    const asOf = moment.asOf ?? context.asOf
    const past = readMoment(tx, context, moment)
    const isSeen = await subjectsSeen(past, seen, id)
    const { terms, occurrences } = await askOccurrences(tx, actor.jurisdictionId, context.asOf, { id, asOf, knownAt: moment.knownAt })
    const { thresholds } = await loadLightSetting(past, actor.jurisdictionId)
    return {
      asOf,
      items:
        terms === null
          ? []
          : (
              await explainedTo(
                past,
                seen,
                context.packs,
                occurrences.filter(({ subject }) => isSeen(subject)),
              )
            ).map((occurrence) => ({ occurrence, light: lightOf(occurrence, terms.target, thresholds) })),
    }
  })
}

/** 尚欠: what of a commitment has begun and is not met, what is due first first, under the light of the worst. */
export async function listOwed(context: Caller, input: Input): Promise<Seen & { readonly light: Light | null }> {
  const { asOf, items } = await listOccurrences(context, input)
  const owed = items
    .filter(({ occurrence: { state } }) => state === 'open' || state === 'short' || state === 'missed')
    .toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0))
  return { asOf, items: owed, light: gravestOf(owed.map(({ light }) => light)) }
}

function dueOf({ occurrence: { latestSafeDay, period } }: Seen['items'][number]): string {
  return latestSafeDay ?? period.to ?? '9999'
}
