import type { InspectionView } from '#contract/inspection.ts'
import type { Day } from '#core/day/day.ts'
import { enterOnTheSpot } from '#core/inspection/decisions.ts'
import type { InspectionAnswer } from '#core/inspection/inspection.ts'
import { recordTalk } from '#core/inspection/talk.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { putPhotos } from '#server/inspection/photos.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadInspection, type StoredInspection } from '#server/inspection/stored.ts'
import { answersOf, partyIn } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

type Answered = InspectionView['answers'][number]
type Talk = InspectionView['talks'][number]

interface Answer {
  readonly id: string
  readonly visit: string
  readonly item: string
  readonly version: number
  readonly answer: InspectionAnswer
  readonly note: string
  readonly photos: readonly string[]
}

/** 填写检查清单: what was seen of one item in one visit. CONFLICT where another of the team said so since. */
export async function answerItem(context: Caller, input: Answer): Promise<Answered> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:act')
    const seen = await scope()
    const stored = await loadInspection(tx, seen, input.id, 'share')
    accepted(enterOnTheSpot(stored.row.state, partyIn(stored, seen)))
    const visit = visitIn(stored, input.visit)
    const item = stored.items.find(({ id }) => id === input.item)
    if (item === undefined) throw new AppError('NOT_FOUND')
    const told = await answersOf(tx, actor.jurisdictionId, { stored, visits: [visit] })
    const stands = told.find((each) => each.item === input.item)
    const entry = { verb: 'inspection.answer', subject: { kind: 'inspection', id: input.id } } as const
    const said = { unit: visit.orgName, item: item.words, answer: input.answer, note: input.note, photos: input.photos }
    if (stands !== undefined && isSent(stands, input)) {
      // sent again because its answer was lost on the way
      await record({ ...entry, after: { ...said, isRepeated: true } })
      return stands
    }
    const before = await saveAnswer(tx, context, input)
    await tx
      .deleteFrom('inspectionPhoto')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('visitId', '=', input.visit)
      .where('itemId', '=', input.item)
      .where((eb) => eb.not(eb('evidenceId', '=', eb.fn.any(eb.val([...input.photos])))))
      .execute()
    const kept = await photosAt(tx, actor.jurisdictionId, input)
    const place = { inspection: input.id, visit: input.visit, about: { item: input.item } }
    const added = input.photos.filter((id) => !kept.includes(id))
    await putPhotos(tx, context, seen, place, added)
    await record({ ...entry, before, after: said })
    const all = await answersOf(tx, actor.jurisdictionId, { stored, visits: [visit] })
    const found = all.find((each) => each.item === input.item)
    if (found === undefined) throw new AppError('NOT_FOUND')
    return found
  })
}

/** Whether what is sent is what stands as the next version of what its sender saw: nothing else has happened since. */
function isSent({ version, answer, note, photos }: Answered, sent: Answer): boolean {
  const kept = new Set<string>(photos.map(({ evidence }) => evidence))
  const isSame = answer === sent.answer && note === sent.note && kept.size === sent.photos.length
  return version === sent.version + 1 && isSame && sent.photos.every((id) => kept.has(id))
}

/** Puts an answer in the place of the version that was seen; gives what stood. */
async function saveAnswer(tx: Tx, { actor, now }: Caller, { visit, item, version, answer, note }: Answer) {
  const { jurisdictionId, accountId: account, name: byName } = actor
  const own = { jurisdictionId, visitId: visit, itemId: item }
  const written = { version: version + 1, answer, note, account, byName, at: now }
  if (version === 0) {
    const row = await tx
      .insertInto('inspectionAnswer')
      .values({ ...own, ...written })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    if (row !== undefined) return null
  }
  const before = await tx
    .selectFrom('inspectionAnswer')
    .select(['version', 'answer', 'note', 'byName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('visitId', '=', visit)
    .where('itemId', '=', item)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined || before.version !== version) throw new AppError('CONFLICT', { version: before?.version ?? 0 })
  await tx
    .updateTable('inspectionAnswer')
    .set(written)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('visitId', '=', visit)
    .where('itemId', '=', item)
    .execute()
  return { answer: before.answer, note: before.note, by: before.byName }
}

async function photosAt(tx: Tx, jurisdictionId: string, { visit, item }: Answer): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('inspectionPhoto')
    .select('evidenceId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('visitId', '=', visit)
    .where('itemId', '=', item)
    .execute()
  return rows.map(({ evidenceId }) => evidenceId)
}

/** 记录访谈: what was said, without who said it unless they agreed. The journal keeps that it was entered, not what was said. */
export async function recordTalkAt(
  context: Caller,
  input: {
    readonly id: string
    readonly visit: string
    readonly on: Day
    readonly people: number
    readonly words: string
    readonly speaker: string
    readonly agreed: boolean
  },
): Promise<Talk> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:act')
    const { jurisdictionId, accountId: account, name: byName } = actor
    const seen = await scope()
    const stored = await loadInspection(tx, seen, input.id, 'share')
    accepted(enterOnTheSpot(stored.row.state, partyIn(stored, seen)))
    const { orgName } = visitIn(stored, input.visit)
    const { people } = await loadBelonging(tx, jurisdictionId, context.asOf)
    const speaker = accepted(recordTalk(input, people))
    const talk = { id: context.newId(), people: input.people, words: input.words, speaker }
    await tx
      .insertInto('inspectionTalk')
      .values({ jurisdictionId, ...talk, visitId: input.visit, onDay: input.on, account, byName, at: context.now })
      .execute()
    await record({
      verb: 'inspection.talk',
      subject: { kind: 'inspection', id: input.id },
      after: { unit: orgName, on: input.on, people: input.people, isNamed: speaker !== null },
    })
    return { ...talk, visit: input.visit, on: input.on, by: byName }
  })
}

/** One of the visits; NOT_FOUND where there is none of that id. */
export function visitIn({ visits }: StoredInspection, id: string): StoredInspection['visits'][number] {
  const visit = visits.find((each) => each.id === id)
  if (visit === undefined) throw new AppError('NOT_FOUND')
  return visit
}
