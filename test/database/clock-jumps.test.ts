import { afterAll, beforeAll, expect, test } from 'vitest'
import { sm2 } from 'sm-crypto-v2'
import { sealAllOf } from '#test/database/seal-all-of.ts'
import { signerOf } from '#server/journal/signer.ts'
import { verifyStored } from '#server/journal/verify-stored.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

const DAY = 24 * 60
let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
})
afterAll(() => court.server.close())

test('assurance 55: a clock that jumps back and forth leaves the journal in the order of what was done, and every figure as it must be', async () => {
  const { server } = court
  const signer = signerOf(sm2.generateKeyPairHex())
  const entered: string[] = []
  for (const days of [0, -3, 40, -39, 1]) {
    server.clock.forward(days * DAY)
    await court.signIn()
    // what took place before every day the clock has shown
    entered.push((await enter(court, 'study-session', studyOf(court, '2026-02-20'))).record.id)
    await sealAllOf(server, signer)
  }
  const { rows } = await server.database.pool.query<{ subject_id: string }>(
    "SELECT subject_id FROM journal_leaf JOIN journal_entry ON id = entry_id WHERE verb = 'record.enter' ORDER BY leaf_index",
  )
  expect(rows.map((row) => row.subject_id)).toEqual(entered)
  const reports = await verifyStored(server.database.db, server.clock.now())
  expect([...reports.values()].flatMap(({ faults }) => faults)).toEqual([])
  expect(await court.differences()).toEqual([])
})

test('a clock put back lets nobody stay longer than twelve hours by it', async () => {
  const { server } = court
  await court.signIn()
  server.clock.forward(-2 * 60)
  expect((await court.ask('GET', '/plans')).status).toBe(200)
  server.clock.forward(2 * 60 + 31)
  expect((await court.ask('GET', '/plans')).status).toBe(401)
})
