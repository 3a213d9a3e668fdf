import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { PackManifest } from '#core/pack/pack.ts'
import { Register } from '#core/register/register.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterAll(() => server.close())

const Answer = z.object({ pack: PackManifest, packs: z.array(PackManifest), registers: z.array(Register) })

test('who is signed in reads the registers of the pack that is suggested, each as its file says', async () => {
  const { status, body } = await server.ask('GET', '/api/registers', null, cookie)
  expect(status).toBe(200)
  const { pack, packs, registers } = Answer.parse(body)
  expect(pack.id).toBe('court')
  expect(packs.map(({ id }) => id)).toEqual(['court', 'enterprise'])
  const study = registers.find(({ id }) => id === 'study-session')
  expect(study).toMatchObject({ title: '中心组学习', titleEn: expect.stringMatching(/study/i), acceptance: 'none' })
  expect(study?.hints[1]?.where).toEqual({ kind: 'one-of', field: 'themes', values: ['习近平法治思想与法治建设'] })
})

test('nobody else does', async () => {
  expect(await server.ask('GET', '/api/registers')).toMatchObject({ status: 401 })
})

test('they are described', async () => {
  const { status, body } = await server.ask('GET', '/api/openapi.json')
  expect(status).toBe(200)
  expect(body['paths']).toMatchObject({ '/registers': { get: { tags: ['register'] } } })
})
