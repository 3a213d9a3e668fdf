import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { journal } from '#contract/journal.ts'
import { EntryProof, isProven } from '#core/journal/proof.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { isSignedBy, signerOf } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'
import { systemClock } from '#server/platform/clock.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { sm2 } from 'sm-crypto-v2'

const Window = journal.window['~orpc'].outputSchema ?? z.never()
let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
  for (const name of ['办公室', '政治部', '研究室'])
    await server.ask(
      'POST',
      '/api/organisation/orgs',
      { version: await versionNow(), name, kind: 'department', parent: null, aliases: [], from: '2026-01-01' },
      cookie,
    )
})
afterAll(() => server.close())

const versionNow = async () => (await server.ask('GET', '/api/organisation', null, cookie)).body['version']
const windowOf = async (asked: object) => Window.parse((await server.ask('POST', '/api/journal/window', asked, cookie)).body)

test('entries are read page by page, the newest first', async () => {
  const all = await windowOf({})
  expect(all.items.map(({ verb }) => verb)).toEqual(['org.add', 'org.add', 'org.add', 'setup.complete'])
  const first = await windowOf({ limit: 3 })
  const second = await windowOf({ limit: 3, after: first.next })
  expect([...first.items, ...second.items]).toEqual(all.items)
  expect(second.next).toBeNull()
})

test.for<[object, number]>([
  [{ verb: 'org' }, 3],
  [{ verb: 'org.add' }, 3],
  [{ verb: 'or' }, 0],
  [{ actor: '张' }, 4],
  [{ actor: '%' }, 0],
  [{ from: '2026-03-02', to: '2026-03-02' }, 4],
  [{ from: '2026-03-03' }, 0],
  [{ result: 'refused' }, 0],
])('%j leaves %i', async ([asked, count]) => {
  expect((await windowOf(asked)).items).toHaveLength(count)
})

test('what is sealed has its place and its proof, and leaves as a file', async () => {
  const [newest] = (await windowOf({})).items
  expect(newest?.index).toBeNull()
  expect((await server.ask('GET', `/api/journal/${newest?.id}/proof`, null, cookie)).status).toBe(404)
  const signer = signerOf(sm2.generateKeyPairHex())
  do await sealAll({ database: server.database, signer, clock: systemClock }, null)
  while (((await server.ask('GET', '/api/journal', null, cookie)).body['unsealed'] ?? 0) !== 0)
  // the proof that was not there yet left a trace as well
  expect((await windowOf({})).items[0]?.index).toBe(4)
  const proof = EntryProof.parse((await server.ask('GET', `/api/journal/${newest?.id}/proof`, null, cookie)).body)
  expect(isProven(proof, { tree: journalHash, digest: sm3, isSigned: isSignedBy })).toBe(true)
  const file = await server.app.inject({ url: '/api/journal/export', headers: { cookie } })
  expect(file.headers['content-disposition']).toContain('.jsonl')
  expect(
    file.body
      .trim()
      .split('\n')
      .map((line) => Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))[0]),
  ).toEqual(['bundle', ...Array.from({ length: 5 }, () => 'entry'), 'head', 'end'])
  expect((await windowOf({ verb: 'journal.export' })).items).toHaveLength(1)
})
