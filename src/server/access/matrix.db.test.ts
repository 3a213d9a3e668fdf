import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mode } from '#core/access/mode.ts'
import type { Standing } from '#core/access/policy.ts'
import { Post } from '#core/access/post.ts'
import { appoint, goIntoService } from '#server/access/administrators.fixture.ts'
import { matrix, routesOf } from '#server/access/matrix.fixture.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { downloadRoutes } from '#server/http/download-routes.ts'
import { uploadRoutes } from '#server/http/upload-routes.ts'
import { planImportJob } from '#server/import/job.ts'
import { everyProcedure } from '#test/database/procedures.ts'
import { sampleRequest } from '#test/database/sample-input.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const ID = '0198f4a0-0000-7000-8000-00000000dead'
const procedures = everyProcedure()
const files = [...uploadRoutes.map(({ path }) => `POST ${path}`), ...downloadRoutes.map(({ path }) => `GET ${path}`)]

test('assurance 28: every route stands in the matrix, and nothing else does', () => {
  expect([...matrix.keys()].toSorted()).toEqual([...procedures.map(({ name }) => name), ...files].toSorted())
})

/** Everybody who asks. On trial there are no administrators. */
const everybody: readonly Standing[] = [
  ...(['office', 'leader', 'unit', 'unassigned'] as const).map((post) => ({ post, mode: 'trial' as const })),
  ...Post.options.map((post) => ({ post, mode: 'service' as const })),
]
const servers = new Map<Mode, TestServer>()
const cookies = new Map<string, string>()
const keyOf = ({ post, mode }: Standing): string => `${mode} ${post}`
const serverOf = ({ mode }: Standing): TestServer => {
  const server = servers.get(mode)
  if (server === undefined) throw new Error('no server')
  return server
}

beforeAll(async () => {
  const [onTrial, inService] = [
    await startTestServer({ jobNames: [planImportJob.name] }),
    await startTestServer({ jobNames: [planImportJob.name] }),
  ]
  servers.set('trial', onTrial).set('service', inService)
  const office = await onTrial.setUp()
  for (const { post } of everybody.filter(({ mode }) => mode === 'trial'))
    cookies.set(keyOf({ post, mode: 'trial' }), (await signInNew(onTrial, office, { person: null, name: `someone ${post}`, post })).cookie)
  const by = await goIntoService(inService, await inService.setUp())
  const first = new Map(Object.entries(by))
  for (const post of Post.options) {
    const cookie = first.get(post) ?? (await appoint(inService, by, { name: `someone ${post}`, post })).cookie
    cookies.set(keyOf({ post, mode: 'service' }), cookie)
  }
})
afterAll(async () => {
  for (const server of servers.values()) await server.close()
})

/** What ends sessions, and what answers 401 where a guess is wrong. */
const ended = new Set(
  `session.signOut session.changePassword session.endAllOf session.confirm session.giveFactor session.giveSignature
   secondFactor.finishTotp secondFactor.addKey secondFactor.removeCodes`.split(/\s+/),
)
const cases = everybody.flatMap((who) =>
  procedures
    // going into service would end the trial
    .filter(
      ({ name }) => !routesOf('open').includes(name) && !ended.has(name) && (name !== 'setup.enterService' || !matrix.get(name)?.(who)),
    )
    .map((procedure) => ({ who, key: keyOf(who), procedure, name: procedure.name, isAllowed: matrix.get(procedure.name)?.(who) === true })),
)

test.for(cases)('assurance 28: $key asks $name: $isAllowed', async ({ who, key, procedure, isAllowed }) => {
  const { url, payload } = sampleRequest(procedure, ID)
  const { status } = await serverOf(who).ask(procedure.method, url, payload, cookies.get(key))
  // what is denied is so before anything is looked up; what is not may be of nothing
  expect({ status, isDenied: status === 401 || status === 403 }).toEqual({ status: isAllowed ? status : 403, isDenied: !isAllowed })
})

test.for(everybody.flatMap((who) => files.map((route) => ({ who, key: keyOf(who), route }))))(
  'assurance 28: $key asks $route',
  async ({ who, key, route }) => {
    const [method, path = ''] = route.split(' ')
    const headers = { cookie: cookies.get(key) ?? '', 'content-type': 'multipart/form-data; boundary=x' }
    const request =
      method === 'GET'
        ? { method: 'GET' as const, headers: { cookie: headers.cookie } }
        : { method: 'POST' as const, headers, payload: '--x--' }
    const { status } = await serverOf(who).inject({ ...request, url: `/api${path.replace(':id', ID)}` })
    expect(status === 403).toBe(matrix.get(route)?.(who) !== true)
    expect(status).not.toBe(401)
  },
)

test('assurance 35: nobody passes every row of the matrix in service', () => {
  const inService = everybody.filter(({ mode }) => mode === 'service')
  expect(inService.filter((who) => [...matrix.values()].every((may) => may(who)))).toEqual([])
  // nor do two posts that one person might come to hold, one after the other
  for (const who of inService) expect([...matrix.values()].filter((may) => may(who)).length).toBeLessThan(matrix.size)
})
