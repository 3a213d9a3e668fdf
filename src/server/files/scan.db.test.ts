import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadRoutes } from '#server/http/upload-routes.ts'
import { filePart } from '#test/database/file-part.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

/** In two parts, as a scanner would remove this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const folder = mkdtempSync('/tmp/xiaohao-scanner-')
const scanner = path.join(folder, 'scanner')

let server: TestServer
let cookie = ''
beforeAll(async () => {
  scanWith('0')
  server = await startTestServer({ jobNames: ['plan-import'], scanner })
  cookie = await server.setUp()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Puts a scanner there that finds what holds the word `malware`, and otherwise ends with a code. */
function scanWith(code: string): void {
  writeFileSync(scanner, `#!/bin/sh\nif /bin/grep -q malware "$1"; then exit 1; fi\nexit ${code}\n`)
  chmodSync(scanner, 0o755)
}

async function send(route: string, content: string) {
  const { headers, payload } = filePart('a.txt', Buffer.from(content))
  return server.inject({ method: 'POST', url: `/api${route}`, headers: { ...headers, cookie }, payload })
}
const leftovers = () => readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).length
const refused = (code: string) => ({ status: 400, code: 'INVALID', body: { data: { fields: [{ path: ['file'], code }] } } })

test.for(uploadRoutes.map(({ path: route }) => route))('assurance 75: %s refuses the test signature of scanners', async (route) => {
  expect(await send(route, EICAR)).toMatchObject(refused('infected'))
  expect(await send(route, `some words before it ${EICAR}`)).toMatchObject(refused('infected'))
  expect(leftovers()).toBe(0)
})

test('assurance 75: what the scanner finds is refused, what it does not is taken', async () => {
  expect(await send('/evidence', 'this holds malware')).toMatchObject(refused('infected'))
  expect(leftovers()).toBe(0)
  expect((await send('/evidence', 'this holds nothing bad')).status).toBe(200)
})

test.for([
  ['ends with an error', () => scanWith('2')],
  ['is gone', () => rmSync(scanner)],
] as const)('assurance 75: nothing is taken while the scanner %s', async ([, breakIt]) => {
  const before = leftovers()
  breakIt()
  expect(await send('/evidence', 'this too holds nothing bad')).toMatchObject(refused('not-scanned'))
  expect(leftovers()).toBe(before)
})
