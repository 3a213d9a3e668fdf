import { afterAll, beforeAll, expect, test } from 'vitest'
import { OrganisationView } from '#contract/org.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  const scope = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session', { scope, midPeriod: 'full' }),
  })
})
afterAll(() => court.server.close())

const subjects = async (query = '') => (await court.occurrences('1-1-1', query)).map(({ occurrence }) => occurrence.subject).toSorted()

test('who had to is told as it was known: a change of the roster that was entered later counts from then on only', async () => {
  const before = await subjects()
  const known = court.server.clock.now()
  court.server.clock.forward(1)
  const { version, organisation } = OrganisationView.parse((await court.ask('GET', '/organisation')).body)
  const newcomer = organisation.people.find(({ id }) => !before.some((subject) => subject.includes(id)))?.id ?? ''
  const member = { kind: 'person', id: newcomer }
  const group = court.group('班子成员')
  const added = await court.ask('POST', '/organisation/memberships', { version, group, member, from: '2026-01-01' })
  expect([added.status, added.body]).toMatchObject([200, {}])
  const after = await subjects()
  expect(after).toEqual([...before, `person:${newcomer}`].toSorted())
  expect(await subjects(`?asOf=2026-03-01&knownAt=${encodeURIComponent(known)}`)).toEqual(before)
  expect(await subjects('?asOf=2026-03-01')).toEqual(after)
})
