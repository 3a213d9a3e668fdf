import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer({ jobNames: ['plan-import'] })
  cookie = await server.setUp()
})
afterAll(() => server.close())

const BOUNDARY = 'boundary'
const part = (field: string, name: string, content: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n`
const send = (payload: string, signed: string | null = cookie) =>
  server.inject({
    method: 'POST',
    url: '/api/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...(signed ? { cookie: signed } : {}) },
    payload,
  })
const end = `--${BOUNDARY}--\r\n`
const rowsOf = async () => (await server.database.pool.query<{ name: string }>('SELECT name FROM stored_file ORDER BY id')).rows
const leftovers = () => readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).length

test.for([
  ['no file', end, 400, 'missing'],
  ['another field', part('document', 'a.txt', '一') + end, 400, 'missing'],
  ['an empty file', part('file', 'a.txt', '') + end, 400, 'empty'],
] as const)('%s is refused and leaves nothing', async ([, payload, status, code]) => {
  expect(await send(payload)).toMatchObject({ status, code: 'INVALID', body: { data: { fields: [{ path: ['file'], code }] } } })
  expect([await rowsOf(), leftovers()]).toEqual([[], 0])
})

test('a body cut off is refused and leaves nothing', async () => {
  const { status, body } = await send(part('file', 'a.txt', '一').slice(0, -8))
  expect([status, body['data'], await rowsOf(), leftovers()]).toEqual([400, { fields: [{ path: ['file'], code: 'incomplete' }] }, [], 0])
})

test('a file too large is refused and leaves nothing', async () => {
  const answer = await send(part('file', 'a.txt', 'x'.repeat(50 * 1024 ** 2 + 1)) + end)
  expect([answer.status === 400 || answer.status === 413, await rowsOf(), leftovers()]).toEqual([true, [], 0])
})

test('JSON is no file', async () => {
  const answer = await server.ask('POST', '/api/imports', { file: 'x' }, cookie)
  expect(answer).toMatchObject({ status: 400, code: 'INVALID' })
})

test('nothing is taken from those not signed in', async () => {
  expect((await send(part('file', 'a.txt', '一') + end, null)).status).toBe(401)
  expect(leftovers()).toBe(0)
})

test('a name keeps neither its path nor characters that deceive', async () => {
  expect((await send(part('file', '../../etc/整改\u202Efdp方案.txt', '一、整改') + end)).status).toBe(200)
  expect(await rowsOf()).toEqual([{ name: '整改fdp方案.txt' }])
  expect(leftovers()).toBe(1)
})
