import type { Court } from '#server/occurrence/court.fixture.ts'
import { uuidv7 } from '#server/platform/ids.ts'

/** An inspection that has found something in a unit, as it stands once the unit was told of it. */
export async function storeFinding(
  court: Court,
  {
    org,
    words,
    state = 'raised',
    mark = 0,
  }: { readonly org: string; readonly words: string; readonly state?: string; readonly mark?: number },
): Promise<{ readonly id: string; readonly inspection: string }> {
  const { jurisdictionId, server } = court
  const { db } = server.database
  const [inspection, visit, id] = [uuidv7(), uuidv7(), uuidv7()]
  const [at, days] = ['2026-03-01T01:00:00.000Z', { fromDay: '2026-02-26', toDay: '2026-02-27' }]
  await db
    .insertInto('inspection')
    .values({
      jurisdictionId,
      id: inspection,
      version: 1,
      kind: 'special',
      state: 'ended',
      title: '送达工作专项督查',
      topic: '送达',
      purpose: '看送达是否规范',
      ...days,
      mark,
      createdBy: uuidv7(),
      createdByName: '督察员',
      createdAt: at,
      filedAt: at,
    })
    .execute()
  await db
    .insertInto('inspectionVisit')
    .values({
      jurisdictionId,
      id: visit,
      inspectionId: inspection,
      ordinal: 1,
      orgId: court.org(org),
      orgName: org,
      ...days,
      people: 2,
      minutes: 60,
    })
    .execute()
  await db
    .insertInto('inspectionFinding')
    .values({
      jurisdictionId,
      id,
      version: 1,
      inspectionId: inspection,
      visitId: visit,
      ordinal: 1,
      orgId: court.org(org),
      orgName: org,
      words,
      demand: '逐件补齐送达回证并复核一遍',
      dueOn: '2026-03-31',
      state,
      createdAt: at,
      changedAt: at,
    })
    .execute()
  if (state !== 'noted')
    await db
      .insertInto('inspectionFindingStep')
      .values({ jurisdictionId, findingId: id, ordinal: 1, kind: 'raise', note: '', account: uuidv7(), byName: '督察员', at })
      .execute()
  return { id, inspection }
}
