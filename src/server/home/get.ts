import type { HomeView } from '#contract/home.ts'
import { placesOf } from '#core/access/candidates.ts'
import { isBusinessPost } from '#core/access/post.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import { dueFilings } from '#server/home/filings.ts'
import { ledItems } from '#server/home/led.ts'
import { ownItems } from '#server/home/own.ts'
import { officeQueue } from '#server/home/queue.ts'
import { waitingRecords } from '#server/home/records.ts'
import { unitStandings } from '#server/home/units.ts'
import { editionFor, readAt, type WithJobs } from '#server/ledger/edition.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'

/** 首页: what whoever is signed in must find without a click. From kept occurrences and standings; of another moment than now from those that are worked out for it. */
export async function getHome(context: WithJobs & { readonly packs: readonly Pack[] }, moment: Moment): Promise<HomeView> {
  const edition = isNow(moment, context.asOf) ? null : await editionFor(context, moment, 'home:read')
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('home:read')
    const { packs } = context
    const asOf = moment.asOf ?? context.asOf
    const { jurisdictionId, post, person } = actor
    const tx = edition === null ? current : readAt(current, jurisdictionId, edition)
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
      stood: edition?.stood ?? null,
      post,
      hasPerson: person !== null,
      places: placesOf(organisation, asOf).get(person ?? '')?.places ?? [],
      mine,
      fields: await ledItems(tx, seen, shown),
      ...(await waitingRecords(tx, sight)),
      filings: await dueFilings(tx, sight, { organisation, posts: pack.manifest.posts, asOf }),
      units: isUnit ? [] : await unitStandings(tx, jurisdictionId),
      plans: isUnit ? [] : await summaries(tx, seen, null),
      queue: post === 'office' && edition === null ? await officeQueue(tx, sight) : null,
    }
  })
}
