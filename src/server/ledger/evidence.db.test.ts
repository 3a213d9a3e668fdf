import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommitmentEvidence } from '#contract/evidence.ts'
import type { LedgerView } from '#core/ledger/ledger.ts'
import { LedgerRow } from '#core/ledger/row.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

type View = Partial<z.input<typeof LedgerView>>

let court: Court
let cookie: string
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  for (const ref of ['1-1-1', '1-1-2'])
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, {
      version: 0,
      definition: definitionOf(court, 'study-session'),
    })
}, 60_000)
afterAll(() => court.server.close())

const file = async (words: string) => (await uploaded(court, cookie, `${words}.txt`, Buffer.from(words))).evidence.id
const study = (on: string, changes: object = {}) => enter(court, 'study-session', studyOf(court, on, changes))

/** The files behind each commitment, in the order of the plan. */
async function files(view: View = {}) {
  const seen = { plan: null, filters: [], sort: [], groupBy: null, ...view }
  const { body } = await court.ask('POST', '/ledger/window', { view: seen, offset: 0, limit: 10 })
  return z
    .object({ rows: z.array(LedgerRow) })
    .parse(body)
    .rows.map(({ evidence }) => evidence)
}

test('files follow records, links and definitions; each is counted once', async () => {
  const [list, minutes] = [await file('签到表'), await file('会议纪要')]
  const { record } = await study('2026-01-05', { evidence: [list, minutes] })
  expect(await files()).toEqual([2, 2, 0, 0, 0])
  const second = await study('2026-02-05', { evidence: [list] })
  expect(await files()).toEqual([2, 2, 0, 0, 0])
  const voided = await court.ask('POST', `/records/${record.id}/void`, { id: record.id, revision: 1, reason: '重复登记，以另一条为准' })
  expect([voided.status, await files()]).toEqual([200, [1, 1, 0, 0, 0]])
  await court.ask('POST', `/records/${second.record.id}/evidence`, { evidence: [await file('照片说明')] })
  expect(await files()).toEqual([2, 2, 0, 0, 0])
  const isOther = definitionOf(court, 'field-research')
  await court.ask('PUT', `/commitments/${court.commitment('1-1-2')}/counting`, { version: 1, definition: isOther })
  expect(await files()).toEqual([2, 0, 0, 0, 0])
  const { body } = await court.ask('GET', `/records/${second.record.id}/evidence`)
  const [first] = z.object({ items: z.array(z.object({ links: z.array(z.object({ id: z.string() })) })) }).parse(body).items
  await court.ask('POST', `/evidence-links/${first?.links.at(-1)?.id ?? ''}/unlink`, { reason: '传错了文件，换一份' })
  expect(await files()).toEqual([1, 0, 0, 0, 0])
  expect(await court.differences()).toEqual([])
})

test('a record that is taken out by hand takes its files along', async () => {
  const { record } = await study('2026-02-20', { evidence: [await file('现场照片')] })
  expect((await files())[0]).toBe(2)
  const ruling = { record: record.id, counts: false, reason: '不是中心组学习' }
  expect((await court.ask('POST', `/commitments/${court.commitment('1-1-1')}/rulings`, ruling)).status).toBe(200)
  expect((await files())[0]).toBe(1)
  expect(await court.differences()).toEqual([])
})

test('rows are filtered and sorted by it; a past day has the files of then', async () => {
  const none = { filters: [{ kind: 'oneOf' as const, column: 'evidence' as const, values: [null] }] }
  expect(await files(none)).toEqual([0, 0, 0, 0])
  expect(await files({ filters: [{ kind: 'number', column: 'evidence', from: 1, to: null }] })).toEqual([1])
  expect((await files({ sort: [{ column: 'evidence', descending: true }] }))[0]).toBe(1)
  expect(await files({ asOf: '2026-01-31' })).toEqual([0, 0, 0, 0, 0])
  const before = court.server.clock.now()
  court.server.clock.forward(1)
  await study('2026-02-25', { evidence: [await file('后来的材料')] })
  expect([(await files())[0], (await files({ knownAt: before }))[0]]).toEqual([2, 1])
})

test('the list names each file with the records it proves, and only those one may see', async () => {
  const id = court.commitment('1-1-1')
  const list = async (as: string) =>
    CommitmentEvidence.parse((await court.server.ask('POST', `/api/commitments/${id}/evidence`, { offset: 0, limit: 50 }, as)).body)
  const all = await list(cookie)
  expect([all.total, all.hidden, all.items.map(({ evidence: { name }, records }) => [name, records.length])]).toEqual([
    2,
    0,
    [
      ['后来的材料.txt', 1],
      ['照片说明.txt', 1],
    ],
  ])
  const unit = await signInNew(court.server, cookie, { person: court.person('程砚秋'), name: '程砚秋', post: 'unit' })
  const own = await list(unit.cookie)
  expect(own.total + own.hidden).toBe(2)
  const foreign = await court.server.ask('POST', `/api/commitments/${court.planId}/evidence`, { offset: 0, limit: 50 }, cookie)
  expect(foreign.status).toBe(404)
})
