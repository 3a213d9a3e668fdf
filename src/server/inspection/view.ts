import type { InspectionView } from '#contract/inspection.ts'
import { Day, Instant } from '#core/day/day.ts'
import { actOnInspection, enterOnTheSpot, type InspectionParty } from '#core/inspection/decisions.ts'
import { InspectionAct, InspectionAnswer } from '#core/inspection/inspection.ts'
import { InspectionPlan } from '#core/inspection/plan.ts'
import { teamAndVisits } from '#core/inspection/planned.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Belonging, loadBelonging } from '#server/inspection/belonging.ts'
import { forecastOf } from '#server/inspection/burden.ts'
import { loadFindings } from '#server/inspection/findings.ts'
import { loadPhotos } from '#server/inspection/photos.ts'
import { loadPromises } from '#server/inspection/promises.ts'
import { loadInspection, ownOrgs, type StoredInspection } from '#server/inspection/stored.ts'

/** As whom somebody acts on an inspection. */
export function partyIn({ members }: Pick<StoredInspection, 'members'>, scope: Scope): InspectionParty {
  const own = members.find(({ account }) => account === scope.accountId)
  return { isOffice: scope.post === 'office', leads: own?.leads === true, goesAlong: own !== undefined }
}

/** The plan of an inspection as it stands. */
export function planOf(stored: StoredInspection): InspectionPlan {
  const { row, items } = stored
  const { kind, title, topic, purpose, fromDay: from, toDay: to, drawId: draw, reasonOver } = row
  return InspectionPlan.parse({
    kind,
    title,
    topic,
    purpose,
    from,
    to,
    draw,
    reasonOver,
    ...teamAndVisits(stored),
    items: items.map(({ words, lookAt, commitments }) => ({ words, lookAt, commitments })),
  })
}

/** An inspection as whoever asks sees it. */
export async function viewOf(tx: Tx, scope: Scope, asOf: Day, id: string): Promise<InspectionView> {
  const { jurisdictionId } = scope
  const stored = await loadInspection(tx, scope, id)
  const { row, members } = stored
  const own = ownOrgs(stored, scope)
  const visits = stored.visits.filter(({ org }) => own === null || own.has(org))
  const party = partyIn(stored, scope)
  const belonging = await loadBelonging(tx, jurisdictionId, asOf)
  const isPlanner = scope.post === 'office' && row.state === 'draft'
  const isInside = party.isOffice || party.goesAlong
  const canSpot = enterOnTheSpot(row.state, party).ok
  const promises = await loadPromises(
    tx,
    scope,
    stored.items.flatMap(({ commitments }) => commitments),
    own === null,
  )
  return {
    id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    title: row.title,
    topic: row.topic,
    purpose: row.purpose,
    from: row.fromDay,
    to: row.toDay,
    draw: await drawOf(tx, jurisdictionId, row.drawId),
    reasonOver: own === null ? row.reasonOver : '',
    summary: own === null ? row.summary : '',
    suggestions: own === null ? row.suggestions : '',
    filedAt: row.filedAt === null ? null : Instant.parse(row.filedAt),
    filedBy: row.filedByName,
    cancelled: row.cancelled,
    asOf,
    members,
    visits,
    items: stored.items.map(({ id: item, words, lookAt, commitments }) => ({
      id: item,
      words,
      lookAt,
      promises: commitments.flatMap((commitment) => promises.get(commitment) ?? []),
    })),
    answers: await answersOf(tx, jurisdictionId, { stored, visits: own === null || isOver(row.state) ? visits : [] }),
    talks: isInside
      ? await talksOf(
          tx,
          jurisdictionId,
          visits.map((visit) => visit.id),
        )
      : [],
    findings: await loadFindings(tx, scope, { asOf, belonging }, { inspection: id }),
    forecast: own === null ? await forecastOf(tx, scope, { id, plan: planOf(stored), names: namesIn(belonging) }) : null,
    may: InspectionAct.options.filter((act) => actOnInspection(row.state, act, party).ok),
    isPlanner,
    enters: canSpot,
    notes: canSpot,
  }
}

/** The names of orgs by their ids. */
export function namesIn({ orgs }: Belonging): ReadonlyMap<string, string> {
  return new Map(orgs.map(({ id, name }) => [id, name]))
}

function isOver(state: string): boolean {
  return state === 'ended' || state === 'reported'
}

async function drawOf(tx: Tx, jurisdictionId: string, id: string | null): Promise<InspectionView['draw']> {
  if (id === null) return null
  const row = await tx
    .selectFrom('draw')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** What was seen in some visits, with the files put to it. */
export async function answersOf(
  tx: Tx,
  jurisdictionId: string,
  { stored, visits }: { readonly stored: StoredInspection; readonly visits: readonly { readonly id: string }[] },
): Promise<InspectionView['answers']> {
  if (visits.length === 0) return []
  const rows = await tx
    .selectFrom('inspectionAnswer')
    .select(['visitId', 'itemId', 'version', 'answer', 'note', 'byName as by', 'at'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('visitId', '=', eb.fn.any(eb.val(visits.map(({ id }) => id)))))
    .execute()
  const photos = await loadPhotos(tx, jurisdictionId, { inspection: stored.row.id })
  return rows.map(({ visitId, itemId, answer, at, ...row }) => ({
    ...row,
    visit: visitId,
    item: itemId,
    answer: InspectionAnswer.parse(answer),
    at: Instant.parse(at),
    photos: photos.filter((each) => each.visit === visitId && each.item === itemId).map(({ photo }) => photo),
  }))
}

async function talksOf(tx: Tx, jurisdictionId: string, visits: readonly string[]): Promise<InspectionView['talks']> {
  const rows = await tx
    .selectFrom('inspectionTalk')
    .select(['id', 'visitId as visit', 'onDay as on', 'people', 'words', 'speaker', 'byName as by'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('visitId', '=', eb.fn.any(eb.val([...visits]))))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, on: Day.parse(row.on) }))
}
