import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { closure as contract } from '#contract/closure.ts'
import { usualLevels } from '#core/closure/settings.ts'
import { DigestSection } from '#core/digest/digest.ts'
import { QueueGroup } from '#core/queue/queue.ts'
import { OrganisationView } from '#contract/org.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { upload } from '#server/evidence/evidence.fixture.ts'
import { definitionOf, studyOf } from '#server/occurrence/court.fixture.ts'

const Preview = z.custom<z.output<NonNullable<(typeof contract.previewLevels)['~orpc']['outputSchema']>>>()
const Watch = z.custom<z.output<NonNullable<(typeof contract.watch)['~orpc']['outputSchema']>>>()
const Versioned = z.object({ commitment: z.looseObject({ version: z.number() }) })
const Listed = z.object({ items: z.array(z.looseObject({ ref: z.string(), isMine: z.boolean() })) })
const Digest = z.object({ sections: z.array(DigestSection) })
const Queue = z.object({ groups: z.array(QueueGroup) })
const watchList = async () => Watch.parse((await court.ask('office', 'GET', '/closure-watch')).body)
const SECRETARY = '许明远'
const DEPUTY = '唐致远'

let court: ClosureCourt
let commitment = ''
let secretary = ''
beforeAll(async () => {
  court = await startClosureCourt()
  commitment = court.court.commitment('1-1-3')
  const { organisation } = OrganisationView.parse((await court.ask('office', 'GET', '/organisation')).body)
  const person = court.court.person(SECRETARY)
  secretary = organisation.holdings.find((each) => each.person === person)?.post ?? ''
  const scope = { kind: 'post', post: secretary }
  const definition = definitionOf(court.court, 'reception', { scope })
  await court.ask('office', 'PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
  await court.prove('reception', {
    org: court.court.org('澜川市中级人民法院'),
    occurredOn: { from: '2026-02-20', to: '2026-02-20' },
    subjects: [{ kind: 'post', id: secretary }],
    values: { form: '定点接访', visits: 3, people: 3, settled: 1, handed: 2, zero: false },
    state: 'submitted',
  })
})
afterAll(() => court.court.server.close())

/** What the list says waits for somebody, and for the office what the queue and the digest say. */
async function waits(who: string): Promise<readonly [readonly string[], readonly string[]]> {
  const { items } = Listed.parse((await court.ask(who, 'GET', '/closures')).body)
  const mine = items.filter(({ isMine }) => isMine).map(({ ref }) => ref)
  const { sections } = Digest.parse((await court.ask(who, 'GET', '/digest')).body)
  expect(sections.find(({ kind }) => kind === 'decide')?.count ?? 0).toBe(mine.length)
  if (who !== 'office') return [mine, []]
  const { groups } = Queue.parse((await court.ask('office', 'GET', '/queue')).body)
  const found = groups.filter(({ kind }) => kind === 'verify' || kind === 'meeting')
  return [mine, found.flatMap(({ kind, items: some }) => some.map(({ ref }) => `${kind} ${ref}`))]
}

const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

test('where there is nobody to verify it waits for nobody, and says so', async () => {
  expect((await court.request('office', commitment)).status).toBe(200)
  expect(await court.view('office', commitment)).toMatchObject({ missing: [], turn: { kind: 'nobody', post: null } })
  expect(await court.agree('office', commitment)).toMatchObject(refused('doer-cannot-decide'))
  expect(await waits('office')).toEqual([[], []])
})

test('where the office alone has asked, the next level up verifies', async () => {
  await court.join('副院长', 'leader', DEPUTY)
  expect(await court.view('副院长', commitment)).toMatchObject({ turn: { kind: 'above', post: 'leader' }, may: { agree: true } })
  expect(await waits('副院长')).toEqual([['1-1-3'], []])
  expect((await court.agree('副院长', commitment)).status).toBe(200)
  expect(await court.view('office', commitment)).toMatchObject({ steps: [{}, { kind: 'agree', lifted: true, level: 0 }] })
})

test('what the secretary did is approved by no leader but by the meeting, also when the secretary has no account', async () => {
  await court.join('又一位院领导', 'leader')
  expect(await court.view('又一位院领导', commitment)).toMatchObject({ turn: { kind: 'meeting' }, may: { agree: false } })
  expect(await court.agree('又一位院领导', commitment)).toMatchObject(refused('meeting-decides'))
  expect(await waits('又一位院领导')).toEqual([[], []])
  expect(await waits('office')).toEqual([['1-1-3'], ['meeting 1-1-3']])
  const seen = await court.view('office', commitment)
  expect(seen.may.meeting).toBe(true)
  const held = { heldOn: '2026-03-02', evidence: [await court.file('office', '会议纪要.pdf')], pinned: seen.pinned }
  expect(await court.act('office', commitment, 'meeting', { ...held, minutes: '同意。' })).toMatchObject(refused('reason-too-short'))
  const minutes = '领导小组会议审议，同意销号'
  expect(await court.act('又一位院领导', commitment, 'meeting', { ...held, minutes })).toMatchObject({ status: 403 })
  expect(await court.act('office', commitment, 'meeting', { ...held, minutes, evidence: [] })).toMatchObject(refused('no-minutes'))
  expect((await court.act('office', commitment, 'meeting', { ...held, minutes })).status).toBe(200)
  const closed = await court.view('office', commitment)
  expect(closed).toMatchObject({ state: 'closed', turn: null })
  expect(closed.steps.at(-1)).toMatchObject({ kind: 'meeting', heldOn: '2026-03-02', minutes: [{ name: '会议纪要.pdf' }] })
  expect(await court.ask('office', 'DELETE', `/evidence/${held.evidence[0]}`)).toMatchObject(refused('evidence-linked'))
  const { rawPayload } = await court.court.server.app.inject({
    url: `/api/closures/${closed.id}/file`,
    headers: { cookie: court.cookie('office') },
  })
  expect(Object.keys(unzipSync(rawPayload)).filter((name) => name.endsWith('会议纪要.pdf'))).toHaveLength(1)
})

test('what nobody who leads has done is approved by a leader, and the preview tells both', async () => {
  const preview = async (of: string | null) =>
    Preview.parse(
      (
        await court.ask('office', 'POST', '/closure-levels/preview', {
          levels: usualLevels,
          nature: 'staged',
          origin: null,
          commitment: of,
        })
      ).body,
    )
  // the office has entered it
  expect((await preview(commitment)).levels.map(({ turn }) => turn.kind)).toEqual(['above', 'meeting'])
  const free = await preview(null)
  expect(free.levels.map(({ turn, people }) => [turn.kind, people.length])).toEqual([
    ['level', 1],
    ['level', 2],
  ])
  expect(
    await court.ask('又一位院领导', 'POST', '/closure-levels/preview', {
      levels: usualLevels,
      nature: 'staged',
      origin: null,
      commitment: null,
    }),
  ).toMatchObject({
    status: 403,
  })
})

test('nine blanks are no reason, and a file of a forbidden kind is no evidence', async () => {
  expect(await court.act('office', commitment, 'reopen', { note: '         ' })).toMatchObject(refused('reason-too-short'))
  const program = await upload(court.court, court.cookie('office'), '整改证明.exe', Buffer.from('MZ\u0090\u0000program'))
  expect(program).toMatchObject({ status: 422, body: { data: { refusal: expect.any(String) } } })
  const disguised = await upload(court.court, court.cookie('office'), '整改证明.pdf', Buffer.from('MZ\u0090\u0000program'))
  expect(disguised).toMatchObject({ status: 422, body: { data: { refusal: expect.any(String) } } })
})

test('criteria are said in words, seen where it is judged, and change what is judged', async () => {
  const before = await court.view('office', commitment)
  expect(before.criteria).toBe('')
  const path = `/commitments/${commitment}/closure-criteria`
  const words = '规则印发并组织学习，抽查三项决定均有审议记录'
  expect((await court.ask('副院长', 'PUT', path, { version: 0, words })).status).toBe(403)
  expect((await court.ask('office', 'PUT', path, { version: 0, words })).status).toBe(200)
  expect((await court.ask('office', 'PUT', path, { version: 0, words })).status).toBe(409)
  const after = await court.view('office', commitment)
  expect(after.criteria).toBe(words)
  expect(after.pinned).not.toBe(before.pinned)
})

test('what is asked for keeps its proof: a register may say that it needs none', async () => {
  await court.act('office', commitment, 'reopen', { note: '回头看发现规则没有执行到位' })
  const entry = {
    org: court.court.org('澜川市中级人民法院'),
    occurredOn: { from: '2026-02-25', to: '2026-02-25' },
    subjects: [{ kind: 'post', id: secretary }],
    values: { form: '定点接访', visits: 1, people: 1, settled: 1, handed: 0, zero: false },
    state: 'submitted',
  }
  await court.court.ask('POST', '/registers/reception/records', entry)
  expect((await court.view('office', commitment)).missing.map(({ code }) => code)).toEqual(['no-evidence'])
  const Definition = z.object({ version: z.number(), register: z.looseObject({ id: z.string() }) })
  const { version, register } = Definition.parse((await court.ask('office', 'GET', '/registers/reception/definition')).body)
  const { id: _, ...definition } = { ...register, needsEvidence: false }
  const changed = await court.ask('office', 'PUT', '/registers/reception/definition', { version, definition })
  expect(changed.status).toBe(200)
  expect((await court.view('office', commitment)).missing).toEqual([])
})

test('a standing commitment is closed by period, looked at again, and opened by a relapse', async () => {
  await court.join('核实人', 'office')
  const other = court.court.commitment('1-1-1')
  const edited = { changes: { nature: 'standing', value: '1' }, note: '长期坚持' }
  const { version } = Versioned.parse((await court.ask('office', 'GET', `/commitments/${other}`)).body).commitment
  const place = `/plans/${court.court.planId}/commitments/${other}`
  expect((await court.court.ask('PATCH', place, { version, ...edited })).status).toBe(200)
  const definition = definitionOf(court.court, 'study-session')
  expect((await court.ask('office', 'PUT', `/commitments/${other}/counting`, { version: 0, definition })).status).toBe(200)
  await court.prove('study-session', studyOf(court.court, '2026-02-10'))
  const seen = await court.view('office', other)
  expect(seen).toMatchObject({ missing: [], period: { from: '2026-01-01', to: '2026-12-31' }, stage: '2026-01-01' })
  expect((await court.request('office', other)).status).toBe(200)
  for (const who of ['核实人', '副院长']) expect((await court.agree(who, other)).status).toBe(200)
  const [watched] = (await watchList()).items
  expect(watched).toMatchObject({ ref: '1-1-1', closedOn: '2026-03-02', due: '2026-05-31', isDue: false, looks: 0, last: null })
  const check = (who: string, input: object) => court.act(who, other, 'checks', { on: '2026-03-02', outcome: 'kept', ...input })
  const note = '抽查三月学习记录，专题研讨照常开展'
  expect(await check('office', { note })).toMatchObject(refused('doer-cannot-decide'))
  expect(await check('核实人', { note })).toMatchObject({ status: 200 })
  expect(await check('副院长', { note, on: '2026-03-03' })).toMatchObject(refused('check-in-future'))
  expect((await watchList()).items).toMatchObject([{ looks: 1, last: { outcome: 'kept', by: '核实人' } }])
  const relapsed = await check('副院长', { note: '二季度没有再开展，问题又出现了', outcome: 'relapsed' })
  expect(relapsed).toMatchObject({ status: 200, body: { state: 'open', reopened: 1 } })
  expect((await watchList()).items).toEqual([])
})

test('several are agreed to at once only by who opened each', async () => {
  const other = court.court.commitment('1-1-1')
  for (const each of [commitment, other]) expect(await court.request('office', each)).toMatchObject({ status: 200 })
  const seen = await Promise.all([commitment, other].map((each) => court.view('核实人', each)))
  const items = seen.map(({ id, version, pinned }) => ({ id, version, pinned }))
  expect(await court.ask('核实人', 'POST', '/closures/agree', { items, note: '' })).toMatchObject(refused('not-opened'))
  expect((await court.view('核实人', commitment)).signed).toEqual([])
  for (const { id, pinned } of items) {
    expect((await court.ask('核实人', 'POST', `/closures/${id}/opened`, { pinned })).status).toBe(200)
  }
  expect(await court.ask('核实人', 'POST', '/closures/agree', { items, note: '' })).toMatchObject({ status: 200, body: { agreed: 2 } })
})
