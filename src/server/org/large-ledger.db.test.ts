import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { Day } from '#core/day/day.ts'
import { ledgerJob } from '#server/ledger/job.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { rollForward } from '#server/occurrence/every-jurisdiction.ts'

/** More than is worked out while one waits. */
const RECORDS = 20_001
const TODAY = Day.parse('2026-03-02')

let court: Court
beforeAll(async () => {
  court = await startCourt([ledgerJob.name])
  await court.answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  const scope = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session', { scope, midPeriod: 'full' }),
  })
  const values = { mode: '蹲点调研', place: [{ kind: 'org', id: court.org('办公室') }], question: '问', result: '答' }
  await enter(court, 'field-research', { ...studyOf(court, '2026-01-10'), values })
})
afterAll(() => court.server.close())

const Stood = z.object({ stood: z.object({ asOf: z.string(), rolled: z.number().nullable() }) })

/** How the ledger says that it stands. */
async function stood() {
  const view = { plan: null, filters: [], sort: [], groupBy: null }
  return Stood.parse((await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 1 })).body).stood
}

async function keptSubjects(): Promise<readonly string[]> {
  const query = 'SELECT DISTINCT subject FROM occurrence ORDER BY 1'
  return (await court.server.database.pool.query<{ subject: string }>(query)).rows.map(({ subject }) => subject)
}

async function multiply(): Promise<void> {
  const { pool } = court.server.database
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'record_revision' AND table_schema = 'public'`,
  )
  const columns = rows.map(({ name }) => name)
  await pool.query(
    `INSERT INTO record_revision (${columns.join(', ')}) SELECT ${columns.map((name) => (name === 'id' ? 'gen_random_uuid()' : name)).join(', ')}
      FROM record_revision CROSS JOIN generate_series(1, $1::int) WHERE register = 'field-research'`,
    [RECORDS],
  )
}

test('of a large ledger a change of the organisation is saved at once, what follows from it is worked out afterwards', async () => {
  await multiply()
  const before = await keptSubjects()
  expect(before.length).toBeGreaterThan(1)
  const { organisation, version } = OrganisationView.parse((await court.ask('GET', '/organisation')).body)
  const member = { kind: 'person', id: organisation.people.find(({ id }) => !before.includes(`person:${id}`))?.id ?? '' }
  const joined = await court.ask('POST', '/organisation/memberships', {
    version,
    group: court.group('班子成员'),
    member,
    from: '2026-01-01',
  })
  expect([joined.status, joined.body]).toMatchObject([200, {}])

  // lists say that they are not up to date; who looks at one commitment sees it as it is
  expect(await keptSubjects()).toEqual(before)
  expect(await stood()).toEqual({ asOf: '2026-03-01', rolled: 0 })
  const subjects = (await court.occurrences('1-1-1')).map(({ occurrence }) => occurrence.subject)
  expect(new Set(subjects)).toEqual(new Set([...before, `person:${member.id}`]))

  // what is entered meanwhile finds everything as it is
  await enter(court, 'study-session', studyOf(court, '2026-01-20', { subjects: [member] }))
  expect(await keptSubjects()).toContain(`person:${member.id}`)

  await rollForward(court.server.database.db, TODAY)
  expect(await stood()).toEqual({ asOf: TODAY, rolled: null })
  expect(await court.differences()).toEqual([])
})
