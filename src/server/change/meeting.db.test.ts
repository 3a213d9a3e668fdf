import { afterAll, beforeAll, expect, test } from 'vitest'
import { ChangeView } from '#contract/change.ts'
import { OrganisationView } from '#contract/org.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { definitionOf } from '#server/occurrence/court.fixture.ts'

const SECRETARY = '许明远'
const DEPUTY = '唐致远'

let court: ClosureCourt
let commitment = ''
beforeAll(async () => {
  court = await startClosureCourt()
  commitment = court.court.commitment('1-1-3')
  const { organisation } = OrganisationView.parse((await court.ask('office', 'GET', '/organisation')).body)
  const person = court.court.person(SECRETARY)
  const post = organisation.holdings.find((each) => each.person === person)?.post ?? ''
  const definition = definitionOf(court.court, 'reception', { scope: { kind: 'post', post } })
  await court.ask('office', 'PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
  await court.join('核实人', 'office')
  await court.join(SECRETARY, 'leader', SECRETARY)
  await court.join(DEPUTY, 'leader', DEPUTY)
})
afterAll(() => court.court.server.close())

const asked = { asked: { kind: 'extension', due: '2026-06-30' }, reason: '接访场所正在修缮，需要推迟完成' }
const minutes = '会议认为修缮确需时间，同意延期'
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

test('what who leads the approvers promised is put off by a meeting, with its minutes as a file', async () => {
  let at = ChangeView.parse((await court.ask('office', 'POST', `/commitments/${commitment}/changes`, asked)).body)
  const agree = (who: string) => court.ask(who, 'POST', `/changes/${at.id}/agree`, { version: at.version, pinned: at.pinned, note: '' })
  at = ChangeView.parse((await agree('核实人')).body)
  expect(await agree(DEPUTY)).toMatchObject(refused('meeting-decides'))
  const decide = (more: object) =>
    court.ask('office', 'POST', `/changes/${at.id}/meeting`, {
      version: at.version,
      heldOn: '2026-03-02',
      minutes,
      pinned: at.pinned,
      evidence: [],
      ...more,
    })
  expect(await decide({})).toMatchObject(refused('no-minutes'))
  const unknown = await decide({ evidence: ['00000000-0000-4000-8000-000000000000'] })
  expect(unknown).toMatchObject({ status: 400, body: { data: { fields: [{ code: 'unknown-evidence' }] } } })
  const file = await court.file('office', '会议纪要.pdf')
  expect(await decide({ evidence: [file], minutes: '         ' })).toMatchObject(refused('reason-too-short'))
  expect(await decide({ evidence: [file], heldOn: '2026-03-03' })).toMatchObject(refused('meeting-in-future'))
  at = ChangeView.parse((await decide({ evidence: [file] })).body)
  expect(at).toMatchObject({ state: 'granted', steps: [{}, {}, { kind: 'meeting', minutes: [{ evidence: file, name: '会议纪要.pdf' }] }] })
  // who sees the commitment opens the minutes; they are no longer taken back
  expect((await court.ask(DEPUTY, 'GET', `/evidence/${file}/file`)).status).toBe(200)
  expect(await court.ask('office', 'DELETE', `/evidence/${file}`)).toMatchObject(refused('evidence-linked'))
})
