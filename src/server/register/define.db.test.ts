import { afterAll, beforeAll, expect, test } from 'vitest'
import { DefinitionView, RegistersView } from '#contract/register.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

type View = ReturnType<typeof DefinitionView.parse>
const read = async (register: string): Promise<View> =>
  DefinitionView.parse((await court.ask('GET', `/registers/${register}/definition`)).body)
const bodyOf = ({ register }: View): object => Object.fromEntries(Object.entries(register).filter(([key]) => key !== 'id'))
const change = ({ version, register }: View, definition: object) =>
  court.ask('PUT', `/registers/${register.id}/definition`, { version, definition })
const drill = {
  title: '读书班',
  group: 'theory',
  fields: [{ id: 'f1', label: '书目', type: 'text', isRequired: true }],
  filledBy: ['units'],
  readBy: ['everyone'],
  sensitivity: 'open',
}

test('another pack may be chosen while nothing was entered, and no longer', async () => {
  const { version } = RegistersView.parse((await court.ask('GET', '/registers')).body)
  const chosen = await court.ask('PUT', '/register-pack', { pack: 'enterprise', version })
  expect(chosen).toMatchObject({ status: 200, body: { version: version + 1, pack: { id: 'enterprise' } } })
  const nothing = await court.ask('POST', '/registers/study-session/records', { ...studyOf(court, '2026-02-02') })
  expect(nothing.status).toBe(404)
  expect(await court.ask('PUT', '/register-pack', { pack: 'court', version })).toMatchObject({
    status: 409,
    body: { data: { version: 1 } },
  })
  expect((await court.ask('PUT', '/register-pack', { pack: 'court', version: 1 })).status).toBe(200)
  await enter(court, 'study-session', studyOf(court, '2026-02-02'))
  expect(await court.ask('PUT', '/register-pack', { pack: 'enterprise', version: 2 })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'pack-has-records' } },
  })
})

test('a register is added, changed, filled, and removed only while it is empty', async () => {
  const added = DefinitionView.parse((await court.ask('POST', '/registers', { definition: drill })).body)
  expect(added).toMatchObject({ ofPack: null, own: { isOfPack: false, changedBy: '张三' }, use: { records: 0 } })
  const { id } = added.register
  const wider = { ...drill, fields: [...drill.fields, { id: 'f2', label: '天数', type: 'number' }] }
  const changed = DefinitionView.parse((await change(added, wider)).body)
  expect(await change(added, drill)).toMatchObject({ status: 409, body: { data: { version: changed.version } } })
  await enter(court, id, { ...studyOf(court, '2026-02-03'), values: { f1: '论语', f2: 3 } })
  const seen = await read(id)
  expect(seen.use).toEqual({
    records: 1,
    fields: [expect.objectContaining({ field: 'f1' }), expect.objectContaining({ field: 'f2' })],
    counted: [],
  })
  expect(await change(seen, drill)).toMatchObject({ status: 400, body: { data: { fields: [{ path: ['f2'], code: 'field-in-use' }] } } })
  expect(await court.ask('POST', `/registers/${id}/remove`, { version: seen.version })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'register-has-records' } },
  })
  const retired = { ...wider, fields: wider.fields.map((field) => ({ ...field, isRetired: field.id === 'f2' })) }
  const after = DefinitionView.parse((await change(seen, retired)).body)
  const late = await court.ask('POST', `/registers/${id}/records`, { ...studyOf(court, '2026-02-04'), values: { f1: '孟子', f2: 1 } })
  expect(late).toMatchObject({ status: 400, body: { data: { fields: [{ path: ['f2'], code: 'retired' }] } } })
  expect((await change(after, { ...retired, isRetired: true })).status).toBe(200)
  const closed = await court.ask('POST', `/registers/${id}/records`, { ...studyOf(court, '2026-02-04'), values: { f1: '孟子' } })
  expect(closed).toMatchObject({ status: 400, body: { data: { fields: [{ path: ['register'], code: 'retired' }] } } })
})

test('a register of the pack is changed and goes back, but keeps what was entered', async () => {
  const ofPack = await read('drill')
  expect(ofPack).toMatchObject({ version: 0, own: null })
  const definition = bodyOf(ofPack)
  const more = { ...definition, title: '演练', fields: [...ofPack.register.fields, { id: 'f1', label: '天气', type: 'text' }] }
  const changed = DefinitionView.parse((await change(ofPack, more)).body)
  expect(changed).toMatchObject({
    register: { title: '演练' },
    ofPack: { title: ofPack.register.title },
    own: { isOfPack: true, hasPackMoved: false },
  })
  const back = await court.ask('POST', '/registers/drill/restore', { version: changed.version })
  expect(back).toMatchObject({ status: 200, body: { version: 0, own: null, register: { title: ofPack.register.title } } })
  expect((await court.ask('POST', '/registers/drill/restore', { version: 0 })).status).toBe(422)
})

test('what a commitment counts by is not taken away', async () => {
  const where = { kind: 'one-of', field: 'form', values: ['案例研讨'] }
  const counting = definitionOf(court, 'study-session', {}, { sources: [{ register: 'study-session', where }] })
  const defined = await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, { version: 0, definition: counting })
  expect(defined).toMatchObject({ status: 200 })
  const study = await read('study-session')
  expect(study.use.counted).toEqual([{ field: 'form', options: ['案例研讨'] }])
  const fields = study.register.fields.map((field) =>
    field.id === 'form' ? { ...field, options: ['集体学习研讨', '专题辅导'], optionsEn: [] } : field,
  )
  expect(await change(study, { ...bodyOf(study), fields })).toMatchObject({
    status: 400,
    body: { data: { fields: [{ path: ['form'], code: 'option-in-use' }] } },
  })
})

test('every change is journalled, and another jurisdiction sees none of it', async () => {
  const { rows } = await court.server.database.pool.query<{ verb: string }>(
    "SELECT verb FROM journal_entry WHERE verb LIKE 'register.%' ORDER BY id",
  )
  const verbs = rows.map(({ verb }) => verb)
  expect(new Set(verbs)).toEqual(new Set(['register.choose-pack', 'register.add', 'register.change', 'register.restore']))
  const cookie = await otherCourt(court.server)
  const { body } = await court.server.ask('GET', '/api/registers', null, cookie)
  expect(RegistersView.parse(body)).toMatchObject({ version: 0, own: [] })
})
