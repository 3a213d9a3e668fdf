import type { HomeView } from '#contract/home.ts'
import { placesOf } from '#core/access/candidates.ts'
import { isBusinessPost } from '#core/access/post.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import { dueFilings } from '#server/home/filings.ts'
import { ledItems } from '#server/home/led.ts'
import { ownItems } from '#server/home/own.ts'
import { officeQueue } from '#server/home/queue.ts'
import { waitingRecords } from '#server/home/records.ts'
import { unitStandings } from '#server/home/units.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 首页: what whoever is signed in must find without a click. From kept occurrences and standings; nothing is computed. */
export async function getHome(context: Context & { readonly packs: readonly Pack[] }): Promise<HomeView> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('home:read')
    const { asOf, packs } = context
    const { jurisdictionId, post, person } = actor
    // the policy gives this to nobody else
    if (!isBusinessPost(post)) throw new AppError('FORBIDDEN')
    const seen = await scope()
    const sight = await recordSight(tx, seen, packs)
    const { pack } = await loadRegisterSet(tx, jurisdictionId, packs)
    const isUnit = post === 'unit'
    const { whole: organisation } = await cachedOrganisation(tx, jurisdictionId)
    const mine = await ownItems(tx, seen, asOf, !isUnit)
    const shown = [...new Set(mine.map(({ commitment }) => commitment))]
    return {
      asOf,
      post,
      hasPerson: person !== null,
      places: placesOf(organisation, asOf).get(person ?? '')?.places ?? [],
      mine,
      fields: await ledItems(tx, seen, shown),
      ...(await waitingRecords(tx, sight)),
      filings: await dueFilings(tx, sight, { organisation, posts: pack.manifest.posts, asOf }),
      units: isUnit ? [] : await unitStandings(tx, jurisdictionId),
      plans: isUnit ? [] : await summaries(tx, seen, null),
      queue: post === 'office' ? await officeQueue(tx, sight) : null,
    }
  })
}
