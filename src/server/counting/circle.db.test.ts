import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
}, 60_000)
afterAll(() => court.server.close())

const define = async (ref: string, version: number, counting: object) => {
  const path = `/commitments/${court.commitment(ref)}/counting`
  const answer = await court.ask('PUT', path, { version, definition: definitionOf(court, 'study-session', {}, counting) })
  return [answer.status, answer.body['data']]
}
const refused = (refs: string) => [422, { refusal: 'circular', params: { refs } }]

test('a part is not left out of what it is a part of', async () => {
  expect((await define('1-1-2', 0, {}))[0]).toBe(200)
  expect(await define('1-1-1', 0, { notWith: [court.commitment('1-1-2')] })).toEqual(refused('1-1-1 → 1-1-2 → 1-1-1'))
})

test('nothing is part of itself, and no two leave each other out', async () => {
  expect(await define('1-1-1', 0, { within: court.commitment('1-1-1') })).toEqual(refused('1-1-1 → 1-1-1'))
  expect((await define('1-1-1', 0, { notWith: [court.commitment('1-1-3')] }))[0]).toBe(200)
  expect(await define('1-1-3', 0, { notWith: [court.commitment('1-1-1')] })).toEqual(refused('1-1-3 → 1-1-1 → 1-1-3'))
  expect(await court.ask('GET', `/commitments/${court.commitment('1-1-3')}/counting`)).toMatchObject({ body: { version: 0 } })
})
