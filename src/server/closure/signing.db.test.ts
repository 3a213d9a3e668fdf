import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { usualLevels } from '#core/closure/settings.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'

const Id = z.object({ id: z.string() })
const AWAY = '唐致远'
const DEPUTY = '贺兰舟'
const OTHER = '宋知微'

let court: ClosureCourt
let commitment = ''
let post = ''
const accounts = new Map<string, string>()
beforeAll(async () => {
  court = await startClosureCourt()
  commitment = await court.fulfil('1-1-3')
  for (const [name, as] of [
    ['核实人', 'office'],
    ['复核人', 'office'],
    [AWAY, 'leader'],
    [DEPUTY, 'leader'],
    [OTHER, 'leader'],
  ] as const)
    await court.join(name, as, as === 'leader' ? name : undefined)
  const rows = await court.court.server.database.db.selectFrom('account').select(['id', 'name']).execute()
  for (const { id, name } of rows) accounts.set(name, id)
  const { organisation } = OrganisationView.parse((await court.ask('office', 'GET', '/organisation')).body)
  const person = court.court.person(AWAY)
  post = organisation.holdings.find((each) => each.person === person)?.post ?? ''
})
afterAll(() => court.court.server.close())

const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const accountOf = (name: string): string => accounts.get(name) ?? ''
let version = 0
async function setApprovers(names: readonly string[], mode: 'any' | 'all') {
  const [verify] = usualLevels.staged
  const way = [verify, { role: 'approve', post: 'leader', accounts: names.map(accountOf), mode }]
  const { status } = await court.ask('office', 'PUT', '/closure-levels', {
    version,
    levels: { immediate: way, staged: way, standing: way },
  })
  expect(status).toBe(200)
  version += 1
}
const askFor = () => court.request('office', commitment)
const open = async () => {
  if ((await court.view('office', commitment)).state === 'closed')
    await court.act('office', commitment, 'reopen', { note: '上级要求继续推进这项任务' })
}

test('会签: everybody named signs, and one who stands for another signs in their place, under both names', async () => {
  await setApprovers([AWAY, OTHER], 'all')
  await askFor()
  await court.agree('核实人', commitment)
  expect(await court.agree(DEPUTY, commitment)).toMatchObject(refused('not-your-level'))
  const asked = { post, absent: court.court.person(AWAY), substitute: court.court.person(DEPUTY), from: '2026-03-01', to: '2026-03-10' }
  const { id } = Id.parse((await court.ask('office', 'POST', '/substitutions', { ...asked, reason: '出差' })).body)
  expect((await court.ask(DEPUTY, 'POST', `/substitutions/${id}/confirm`, {})).status).toBe(200)
  expect((await court.ask(DEPUTY, 'POST', '/substitutions/act', { id })).status).toBe(200)
  expect((await court.agree(DEPUTY, commitment)).status).toBe(200)
  expect(await court.agree(DEPUTY, commitment)).toMatchObject(refused('decided-already'))
  expect(await court.agree(AWAY, commitment)).toMatchObject(refused('decided-already'))
  const { steps, state } = await court.view('office', commitment)
  expect(state).toBe('requested')
  expect(steps.at(-1)).toMatchObject({ account: accountOf(DEPUTY), forAccount: accountOf(AWAY), by: expect.stringContaining('代') })
  await court.ask(DEPUTY, 'POST', '/substitutions/act', { id: null })
  expect((await court.agree(OTHER, commitment)).status).toBe(200)
  expect((await court.view('office', commitment)).state).toBe('closed')
})

test('或签: one of the named is enough', async () => {
  await open()
  await setApprovers([AWAY, OTHER], 'any')
  await askFor()
  await court.agree('核实人', commitment)
  expect((await court.agree(OTHER, commitment)).status).toBe(200)
  expect((await court.view('office', commitment)).state).toBe('closed')
})

test('two approvers at once: one of them counts, and the other hears of it', async () => {
  await open()
  await askFor()
  await court.agree('核实人', commitment)
  const { id, version: seen, pinned } = await court.view(AWAY, commitment)
  const both = await Promise.all(
    [AWAY, OTHER].map((who) => court.ask(who, 'POST', '/closures/agree', { items: [{ id, version: seen, pinned }], note: '' })),
  )
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { state, steps } = await court.view('office', commitment)
  expect([state, steps.slice(-2).map(({ kind, level }) => `${kind} ${level}`)]).toEqual(['closed', ['agree 0', 'agree 1']])
})

test('加签: who is asked signs as well, and nobody who asked for it or verified', async () => {
  await open()
  await askFor()
  const sign = (who: string, account: string) => court.act(who, commitment, 'signers', { account: accountOf(account), note: '请一并核对' })
  expect(await sign('核实人', '张三')).toMatchObject(refused('signer-is-doer'))
  expect(await sign(DEPUTY, '复核人')).toMatchObject(refused('not-your-level'))
  expect((await sign('核实人', '复核人')).status).toBe(200)
  expect(await sign('核实人', '复核人')).toMatchObject(refused('signer-twice'))
  await court.agree('核实人', commitment)
  expect((await court.view('office', commitment)).level).toBe(0)
  expect((await court.agree('复核人', commitment)).status).toBe(200)
  expect((await court.view('office', commitment)).level).toBe(1)
  expect(await sign(AWAY, '核实人')).toMatchObject(refused('decided-earlier'))
})

test('sent back while it is approved: one of the two counts, the other hears of it', async () => {
  const { id, version: seen, pinned } = await court.view(AWAY, commitment)
  const both = await Promise.all([
    court.ask(AWAY, 'POST', '/closures/agree', { items: [{ id, version: seen, pinned }], note: '' }),
    court.ask(OTHER, 'POST', `/closures/${id}/return`, { version: seen, note: '印发的文本没有附在后面', demands: [] }),
  ])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { state, steps } = await court.view('office', commitment)
  expect([state, steps.at(-1)?.kind]).toEqual(both[0]?.status === 200 ? ['closed', 'agree'] : ['returned', 'return'])
})

test('where one of 会签 has left meanwhile, the rest do not close it: the meeting decides', async () => {
  await open()
  await setApprovers([AWAY, OTHER], 'all')
  await askFor()
  await court.agree('核实人', commitment)
  expect((await court.agree(OTHER, commitment)).status).toBe(200)
  expect((await court.ask('office', 'POST', `/accounts/${accountOf(AWAY)}/disable`, {})).status).toBe(200)
  const seen = await court.view('office', commitment)
  expect(seen).toMatchObject({ state: 'requested', turn: { kind: 'meeting' } })
  expect(await court.agree(DEPUTY, commitment)).toMatchObject(refused('not-your-level'))
  const evidence = [await court.file('office', '会议纪要.pdf')]
  const held = { heldOn: '2026-03-02', minutes: '领导小组会议同意这项任务销号', evidence, pinned: seen.pinned }
  expect((await court.act('office', commitment, 'meeting', held)).status).toBe(200)
  expect((await court.view('office', commitment)).state).toBe('closed')
})
