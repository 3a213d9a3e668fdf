import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Day } from '#core/day/day.ts'
import { rolledTo } from '#server/occurrence/counting-clock.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { compareKept, recomputeKept, rollForward } from '#server/occurrence/every-jurisdiction.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  for (const ref of ['1-1-1', '1-1-3'])
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, {
      version: 0,
      definition: definitionOf(court, 'study-session'),
    })
})
afterAll(() => court.server.close())

/** Kept rows with the transaction that wrote each. */
async function kept(): Promise<{ state: string; pace: string | null; writer: string }[]> {
  const { pool } = court.server.database
  const query = 'SELECT state, pace, xmin::text AS writer FROM occurrence ORDER BY commitment_id, subject, period'
  return (await pool.query<{ state: string; pace: string | null; writer: string }>(query)).rows
}

async function evaluatedOn(): Promise<unknown> {
  return (await court.server.database.pool.query<{ day: string }>('SELECT evaluated_on AS day FROM occurrence_clock')).rows[0]?.day
}

const rolled = () => court.server.database.db.transaction().execute((tx) => rolledTo(tx, court.jurisdictionId, Day.parse('2026-05-11')))

test('days that were missed are caught up at once; a second time writes nothing; an earlier day takes nothing back', async () => {
  const { db } = court.server.database
  expect((await kept()).map(({ state }) => state)).toEqual(['open', 'open'])
  await rollForward(db, Day.parse('2026-05-01'))
  const after = await kept()
  expect(after.map(({ state }) => state).toSorted()).toEqual(['missed', 'open'])
  expect(await court.differences()).toEqual([])
  await rollForward(db, Day.parse('2026-05-01'))
  await rollForward(db, Day.parse('2026-04-01'))
  expect(await kept()).toEqual(after)
  expect(await evaluatedOn()).toBe('2026-05-01')
})

test('a write of a later day brings forward what it touches; the daily work the rest', async () => {
  court.server.clock.forward(70 * 24 * 60)
  await court.signIn()
  await enter(court, 'field-research', {
    ...studyOf(court, '2026-01-10'),
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: court.org('办公室') }], question: '问', result: '答' },
  })
  expect(await evaluatedOn()).toBe('2026-05-01')
  expect((await court.occurrences('1-1-1'))[0]?.occurrence.asOf).toBe('2026-05-11')
  expect(await court.differences()).toEqual([])
  expect(await rolled()).toBe(0)
  await enter(court, 'study-session', studyOf(court, '2026-01-10', { state: 'draft' }))
  expect(await court.differences()).toEqual([])
  expect(await rolled()).toBe(99)
  await rollForward(court.server.database.db, Day.parse('2026-05-11'))
  expect(await evaluatedOn()).toBe('2026-05-11')
  expect(await court.differences()).toEqual([])
})

test('earlier days and what was known then are worked out on demand', async () => {
  const [begun] = await court.occurrences('1-1-3', '?asOf=2026-03-02')
  expect(begun?.occurrence).toMatchObject({ state: 'open', asOf: '2026-03-02' })
  const before = court.server.clock.now()
  court.server.clock.forward(5)
  await enter(court, 'study-session', studyOf(court, '2026-03-01'))
  expect((await court.occurrences('1-1-3'))[0]?.occurrence).toMatchObject({ state: 'met', metOn: '2026-03-01' })
  expect((await court.occurrences('1-1-3', `?knownAt=${before}`))[0]?.occurrence.state).toBe('missed')
  expect(await court.ask('GET', `/commitments/${court.commitment('1-1-3')}/occurrences?asOf=9999-12-31`)).toMatchObject({
    status: 422,
    body: { data: { refusal: 'day-out-of-range' } },
  })
})

test('what was spoilt in the database is found, and put right', async () => {
  const { db, pool } = court.server.database
  expect(await compareKept(db)).toEqual({ commitments: 2, occurrences: 2, differing: [] })
  await pool.query(`UPDATE occurrence SET detail = jsonb_set(detail, '{actual}', '"7"') WHERE commitment_id = $1`, [
    court.commitment('1-1-1'),
  ])
  await pool.query('DELETE FROM occurrence WHERE commitment_id = $1', [court.commitment('1-1-3')])
  expect((await compareKept(db)).differing.map(({ changed, gone }) => [changed, gone])).toEqual([
    [1, 0],
    [1, 0],
  ])
  await recomputeKept(db, Day.parse('2026-05-11'))
  expect((await compareKept(db)).differing).toEqual([])
})

test('what grew by day follows the credits: what is missing, other or too much is found, and put right', async () => {
  const { db, pool } = court.server.database
  const { rows: grown } = await pool.query('SELECT commitment_id, on_day, quantity, records FROM occurrence_growth ORDER BY 1, 2')
  expect(grown.length).toBeGreaterThan(1)
  for (const spoil of ['UPDATE', 'DELETE', 'INSERT'] as const) {
    await pool.query(SPOILING[spoil], [court.commitment('1-1-1')])
    expect((await compareKept(db)).differing).toMatchObject([{ commitment: court.commitment('1-1-1'), changed: 0, isStandingRight: false }])
    await recomputeKept(db, Day.parse('2026-05-11'))
    expect((await pool.query('SELECT commitment_id, on_day, quantity, records FROM occurrence_growth ORDER BY 1, 2')).rows).toEqual(grown)
  }
})

const SPOILING = {
  UPDATE: 'UPDATE occurrence_growth SET quantity = 7 WHERE commitment_id = $1',
  DELETE: 'DELETE FROM occurrence_growth WHERE commitment_id = $1',
  INSERT: `INSERT INTO occurrence_growth SELECT DISTINCT jurisdiction_id, commitment_id, subject, period, part, date '1999-01-01', 1, 1
    FROM occurrence_growth WHERE commitment_id = $1`,
}

test('the daily work is done once at the start and scheduled for every day', async () => {
  const done = vi.fn<() => Promise<void>>(async () => undefined)
  await court.server.jobs.daily('roll-forward-trial', done)
  await vi.waitUntil(() => done.mock.calls.length > 0, { timeout: 20_000, interval: 50 })
  const { rows } = await court.server.database.pool.query("SELECT cron, timezone FROM pgboss.schedule WHERE name = 'roll-forward-trial'")
  expect(rows).toEqual([{ cron: '1 0 * * *', timezone: 'Asia/Shanghai' }])
})
