import { afterAll, beforeAll, expect, test } from 'vitest'
import { DispatchBoard } from '#contract/dispatch.ts'
import { FindingView } from '#contract/finding.ts'
import { OrganisationView } from '#contract/org.ts'
import { usualLevels } from '#core/closure/settings.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { definitionOf } from '#server/occurrence/court.fixture.ts'

const LEADER = '唐致远'
const OTHER = '贺兰舟'
const EFFECT = '议事规则修订后，重大事项均经集体研究，抽查未再发现个人专断'

let court: ClosureCourt
let commitment = ''
beforeAll(async () => {
  court = await startClosureCourt()
  await court.join('核实人', 'office')
  await court.join(LEADER, 'leader', LEADER)
  await court.join(OTHER, 'leader', OTHER)
  commitment = court.court.commitment('1-1-3')
})
afterAll(() => court.court.server.close())

const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const board = async (who: string) => DispatchBoard.parse((await court.ask(who, 'GET', '/dispatch')).body)
const organisation = async () => OrganisationView.parse((await court.ask('office', 'GET', '/organisation')).body)
const postOf = async (name: string) => {
  const person = court.court.person(name)
  return (await organisation()).organisation.holdings.find((each) => each.person === person)?.post ?? ''
}
const responsibility = async () => {
  const row = await court.court.server.database.db
    .selectFrom('ledgerEntry')
    .select('responsibility')
    .where('jurisdictionId', '=', court.court.jurisdictionId)
    .where('commitmentId', '=', commitment)
    .executeTakeFirstOrThrow()
  return row.responsibility
}

test('who claims a finding leads it: they alone state its effect', async () => {
  const { plan, claims } = await board(LEADER)
  const items = claims.slice(0, 1).map(({ finding: key, version }) => ({ finding: key, version }))
  const finding = items[0]?.finding ?? ''
  expect((await court.ask(LEADER, 'POST', `/plans/${plan}/claims`, { items, leader: null })).status).toBe(200)
  for (const ref of ['1-1-1', '1-1-2', '1-1-3', '1-1-4']) await court.terminate(court.court.commitment(ref), ['核实人', OTHER])
  const path = `/plans/${plan}/findings/${finding}`
  const view = async (who: string) => FindingView.parse((await court.ask(who, 'GET', path)).body)
  expect(await view(OTHER)).toMatchObject({ state: 'ready', lead: { source: 'claim', isMe: false }, may: { state: false } })
  expect(await view(LEADER)).toMatchObject({ lead: { source: 'claim', isMe: true }, may: { state: true } })
  const say = (who: string) => court.ask(who, 'POST', `${path}/effect`, { version: 0, words: EFFECT })
  expect(await say(OTHER)).toMatchObject(refused('not-lead-leader'))
  expect((await say(LEADER)).status).toBe(200)
})

test('what who leads the finding did is approved by the meeting', async () => {
  await court.act('office', commitment, 'reopen', { note: '上级要求继续推进这项任务' })
  const post = await postOf(LEADER)
  const definition = definitionOf(court.court, 'reception', { scope: { kind: 'post', post } })
  await court.ask('office', 'PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
  await court.prove('reception', {
    org: court.court.org('澜川市中级人民法院'),
    occurredOn: { from: '2026-02-20', to: '2026-02-20' },
    subjects: [{ kind: 'post', id: post }],
    values: { form: '定点接访', visits: 3, people: 3, settled: 1, handed: 2, zero: false },
    state: 'submitted',
  })
  expect((await court.request('office', commitment)).status).toBe(200)
  expect((await court.agree('核实人', commitment)).status).toBe(200)
  expect(await court.view(OTHER, commitment)).toMatchObject({ turn: { kind: 'meeting' }, may: { agree: false } })
  expect(await court.agree(OTHER, commitment)).toMatchObject(refused('meeting-decides'))
})

test('people of a unit who do not see it are nobody of its level', async () => {
  await court.join('乔木', 'unit', '乔木')
  const levels = [{ role: 'verify', post: 'unit', accounts: [], mode: 'any' }, usualLevels.staged[1]]
  const asked = { levels: { immediate: levels, staged: levels, standing: levels, origins: [] }, nature: 'staged', origin: null }
  const turnAt = async (of: string | null) =>
    (await court.ask('office', 'POST', '/closure-levels/preview', { ...asked, commitment: of })).body
  expect(await turnAt(null)).toMatchObject({ levels: [{ turn: { kind: 'level' }, people: ['乔木'] }, {}] })
  expect(await turnAt(commitment)).toMatchObject({ levels: [{ turn: { kind: 'above', post: 'office' }, people: ['核实人'] }, {}] })
  expect(await turnAt(court.court.commitment('2-1-1'))).toMatchObject({ levels: [{ turn: { kind: 'level' }, people: ['乔木'] }, {}] })
})

test('the ledger names who leads by the post as it is called today, and no longer once it is empty', async () => {
  const { plan } = await board('office')
  const party = { kind: 'post', id: await postOf('许明远') }
  expect((await court.ask('office', 'POST', `/plans/${plan}/first-responsible`, { version: 0, party })).status).toBe(200)
  const before = await responsibility()
  expect(before).toMatch(/^第一责任人：澜川市中级人民法院 .+；牵头领导：唐致远$/)
  const { version } = await organisation()
  const renamed = await court.ask('office', 'POST', `/organisation/orgs/${court.court.org('澜川市中级人民法院')}/rename`, {
    version,
    name: '澜川中院',
    from: '2026-03-01',
  })
  expect(renamed).toMatchObject({ status: 200 })
  expect(await responsibility()).toBe(before.replace('澜川市中级人民法院', '澜川中院'))
  const { version: now, organisation: stands } = await organisation()
  const holding = stands.holdings.find(({ person }) => person === court.court.person(LEADER))?.id ?? ''
  expect((await court.ask('office', 'POST', `/organisation/holdings/${holding}/end`, { version: now, to: '2026-03-01' })).status).toBe(200)
  expect(await responsibility()).not.toContain('牵头领导')
})
