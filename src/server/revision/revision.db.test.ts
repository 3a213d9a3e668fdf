import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LedgerRow } from '#core/ledger/row.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { importWords, PLAN, revisedPlan } from '#server/revision/revision.fixture.ts'

let court: Court

beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

/** What the ledger says of a commitment, as known at an instant: its sentence and what is measured. */
async function told(plan: string, id: string, knownAt: string | null) {
  const view = { plan, filters: [], sort: [], groupBy: null, knownAt }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 50 })
  const row = z
    .array(LedgerRow)
    .parse(body['rows'])
    .find((each) => each.id === id)
  return [row?.sentence, row?.indicator]
}

const differing = <Pair extends { readonly kind: string }>({ pairs }: { readonly pairs: readonly Pair[] }): readonly Pair[] =>
  pairs.filter(({ kind }) => kind !== 'kept')

test('a changed number goes into the plan with its records, its counting and its answers', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const id = await plan.at('1-2-1-1')
  const before = await plan.view()
  await court.ask('PUT', `/commitments/${id}/counting`, { version: 0, definition: definitionOf(court, 'study-session') })
  await enter(court, 'study-session', studyOf(court, '2026-02-10'))
  const view = await plan.compared(PLAN.replace('不少于12次', '不少于15次'))
  const changed = differing(view)
  expect(changed).toMatchObject([
    {
      kind: 'changed',
      old: id,
      differences: ['wording', 'target'],
      now: { records: 1, isClosing: false },
      before: { reading: { value: { value: '12' } } },
      after: { reading: { value: { value: '15' } } },
    },
  ])
  const then = court.server.clock.now()
  court.server.clock.forward(1)
  const answer = await plan.apply(view, [id])
  expect(await told(plan.id, id, then)).toEqual(['每年组织专题学习不少于12次，其中法治专题不少于4次', '专题学习 每年 ≥ 12 次'])
  expect(await told(plan.id, id, null)).toEqual(['每年组织专题学习不少于15次，其中法治专题不少于4次', '专题学习 每年 ≥ 15 次'])
  const page = await court.ask('GET', `/commitments/${id}?knownAt=${encodeURIComponent(then)}`)
  expect(JSON.stringify(page.body['excerpt'])).toContain('不少于12次')
  expect(answer).toMatchObject({ status: 200, body: { revision: 2, changed: 1, added: 0, discarded: 0, left: 0 } })
  const after = await plan.view()
  expect(after.commitments.map((each) => each.id)).toEqual(before.commitments.map((each) => each.id))
  expect(after.document.text).toContain('不少于15次')
  expect(after.commitments[0]).toMatchObject({ id, state: 'confirmed', reading: { value: { value: '15' } }, decision: { kind: 'revised' } })
  expect(after.frame).toEqual(before.frame)
  expect(after.questions.map((each) => [each.code, each.answer])).toEqual(before.questions.map((each) => [each.code, each.answer]))
  const rows = await court.server.database.db
    .selectFrom('occurrence')
    .select(['required', 'actual'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('commitmentId', '=', id)
    .execute()
  expect(rows.map(({ required, actual }) => [Number(required), Number(actual)])).toEqual([[15, 1]])
  expect(await court.differences()).toEqual([])
  expect((await court.ask('GET', `/commitments/${id}`)).body['history']).toMatchObject([
    { kind: 'change', verb: 'revise', parts: ['value'] },
    { kind: 'define' },
    { kind: 'change', verb: 'confirm' },
  ])
})

const NEXT = PLAN.replace('不少于12次', '不少于15次')
  .replace('每季度组织庭审观摩2次。', '')
  .replace('修订议事规则。', '修订议事规则。每年开展廉政家访不少于2次。')

test('what is not confirmed stays as it was, on the earlier revision', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const before = await plan.view()
  const view = await plan.compared(NEXT)
  expect(differing(view).map(({ kind }) => kind)).toEqual(['changed', 'gone', 'new'])
  expect(await plan.apply(view, [])).toMatchObject({ status: 200, body: { changed: 0, added: 0, discarded: 0, left: 2 } })
  const after = await plan.view()
  expect(after.document.text).toBe(NEXT)
  expect(after.commitments.map(({ id }) => id)).toEqual(before.commitments.map(({ id }) => id))
  expect(after.commitments[0]).toMatchObject({
    span: null,
    reading: { value: { value: '12', certainty: 'implied', because: 'earlier-revision' } },
    cited: { revision: 1, sentence: '每年组织专题学习不少于12次，其中法治专题不少于4次' },
  })
  const placed = after.commitments.flatMap(({ span, text }) =>
    span === null ? [] : [[after.document.text.slice(span.start, span.end), text]],
  )
  expect(placed.filter(([stands, text]) => stands !== text)).toEqual([])
  // the next version is still held against what was left
  const again = await plan.compared(NEXT)
  expect(differing(again).map(({ kind }) => kind)).toEqual(['changed', 'gone', 'new'])
  expect(
    await plan.apply(
      again,
      differing(again).map(({ key }) => key),
    ),
  ).toMatchObject({ body: { revision: 3, changed: 1, added: 1, discarded: 1, left: 0 } })
  const last = await plan.view()
  expect(last.commitments.map(({ reading, state }) => `${reading.value?.value ?? ''} ${state}`)).toEqual([
    '15 confirmed',
    '4 confirmed',
    '2 discarded',
    ' confirmed',
    '2 confirmed',
    '1 confirmed',
    '3 confirmed',
  ])
  expect(last.commitments.every(({ ref }, at, all) => all.findIndex((each) => each.ref === ref) === at)).toBe(true)
  expect(await court.differences()).toEqual([])
})

test('what records count for is not given up without a reason', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const id = await plan.at('1-2-1-3')
  await court.ask('PUT', `/commitments/${id}/counting`, { version: 0, definition: definitionOf(court, 'study-session') })
  await enter(court, 'study-session', studyOf(court, '2026-02-11'))
  const view = await plan.compared(NEXT)
  expect(await plan.apply(view, [id])).toMatchObject({ status: 422, body: { data: { refusal: 'reason-needed' } } })
  expect((await plan.view()).document.text).toBe(PLAN)
  expect(await plan.apply(view, [id], { reason: '经领导小组同意，并入庭审评查' })).toMatchObject({ status: 200, body: { discarded: 1 } })
  expect((await plan.view()).commitments.find((each) => each.id === id)).toMatchObject({
    state: 'discarded',
    decision: { kind: 'discarded', reason: 'revised', note: '经领导小组同意，并入庭审评查' },
  })
  expect(await court.differences()).toEqual([])
})

test('what was left out and stands in a later version again comes back as it was', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const id = await plan.at('1-2-1-3')
  const left = await plan.compared(NEXT)
  await plan.apply(left, [id])
  expect(differing(await plan.compared(NEXT)).map(({ kind }) => kind)).toEqual(['changed', 'new'])
  const back = await plan.compared(PLAN)
  expect(differing(back)).toMatchObject([{ kind: 'new', key: id }])
  expect(await plan.apply(back, [id])).toMatchObject({ body: { changed: 0, added: 1, discarded: 0, left: 0 } })
  expect((await plan.view()).commitments.find((each) => each.id === id)).toMatchObject({
    state: 'confirmed',
    decision: { kind: 'revised' },
  })
  expect(await court.differences()).toEqual([])
})

test('what a person decided stays where the document says what it said', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const [first, second] = (await plan.view()).commitments
  await court.ask('PATCH', `/plans/${plan.id}/commitments/${first?.id}`, { version: first?.version, changes: { leadOrgs: ['研究室'] } })
  await court.ask('PATCH', `/plans/${plan.id}/commitments/${second?.id}`, { version: second?.version, changes: { value: '6' } })
  const view = await plan.compared(PLAN.replace('不少于12次', '不少于15次').replace('不少于4次', '不少于5次'))
  expect(differing(view)).toMatchObject([{ now: { isDecided: true } }, { now: { isDecided: true } }])
  await plan.apply(
    view,
    differing(view).map(({ key }) => key),
  )
  const after = (await plan.view()).commitments
  expect(after[0]?.reading).toMatchObject({ value: { value: '15' }, leadOrgs: [{ value: '研究室' }] })
  expect(after[1]?.reading).toMatchObject({ value: { value: '5', certainty: 'stated' } })
})

test('a draft is revised too; parts of a split keep what a person said', async () => {
  const plan = await revisedPlan(court)
  const [first] = (await plan.view()).commitments
  const parts = [
    { span: null, text: '上半年学习', changes: { value: '5' } },
    { span: null, text: '下半年学习', changes: { value: '7' } },
  ]
  await court.ask('POST', `/plans/${plan.id}/commitments/${first?.id}/split`, { version: first?.version, parts })
  const view = await plan.compared(NEXT)
  const answer = await plan.apply(
    view,
    differing(view).map(({ key }) => key),
  )
  expect(answer).toMatchObject({ status: 200, body: { changed: 1, added: 1, discarded: 1 } })
  const after = (await plan.view()).commitments
  expect(after.map(({ state, reading }) => `${state} ${reading.value?.value ?? ''}`)).toEqual([
    'replaced 15',
    'draft 5',
    'draft 7',
    'draft 4',
    'discarded 2',
    'draft ',
    'draft 2',
    'draft 1',
    'draft 3',
  ])
})

test('two who apply at once: one does, the other is told', async () => {
  const plan = await revisedPlan(court)
  const [one, other] = [await plan.compared(NEXT), await plan.compared(PLAN)]
  const answers = await Promise.all([plan.apply(one, []), plan.apply(other, []), plan.apply(one, [])])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect((await court.ask('GET', `/plans/${plan.id}/revisions`)).body['items']).toHaveLength(2)
})

test('what changed since it was shown is not applied', async () => {
  const plan = await revisedPlan(court)
  const view = await plan.compared(NEXT)
  const [{ id, version } = { id: '', version: 0 }] = (await plan.view()).commitments
  await court.ask('PATCH', `/plans/${plan.id}/commitments/${id}`, { version, changes: { value: '9' } })
  expect(await plan.apply(view, [id], { versions: { [id]: version } })).toMatchObject({ status: 409 })
  expect((await plan.view()).document.text).toBe(PLAN)
})

test.for([
  ['itself', 'same-plan'],
  ['one somebody has worked on', 'already-worked-on'],
] as const)('a plan does not become a version of %s', async ([which, refusal]) => {
  const plan = await revisedPlan(court)
  let from = plan.id
  if (which !== 'itself') {
    const other = await revisedPlan(court, NEXT)
    await other.confirm()
    from = other.id
  }
  expect(await court.ask('POST', `/plans/${plan.id}/revisions`, { from })).toMatchObject({ status: 422, body: { data: { refusal } } })
})

test('a version that is withdrawn leaves the plan as it was, and no file', async () => {
  const plan = await revisedPlan(court)
  const before = await plan.view()
  const view = await plan.compared(`${NEXT}\n（征求意见稿）`)
  expect(await court.ask('DELETE', `/plans/${plan.id}/revisions/${view.revision.id}`)).toMatchObject({ status: 200 })
  expect(await plan.view()).toEqual(before)
  expect(await plan.apply(view, [])).toMatchObject({ status: 409 })
  const { rows } = await court.server.database.pool.query('SELECT file_id FROM plan_revision WHERE id = $1', [view.revision.id])
  expect(rows).toEqual([{ file_id: null }])
})

test('an imported plan is gone once it is a version of another', async () => {
  const plan = await revisedPlan(court)
  const from = await importWords(court, NEXT)
  await court.ask('POST', `/plans/${plan.id}/revisions`, { from })
  expect(await court.ask('GET', `/plans/${from}`)).toMatchObject({ status: 404 })
})

test('what was left of a version is applied later, from the version itself', async () => {
  const plan = await revisedPlan(court)
  await plan.confirm()
  const view = await plan.compared(NEXT)
  const [changed, gone, added] = differing(view)
  expect(await plan.apply(view, [changed?.key ?? ''])).toMatchObject({ body: { revision: 2, changed: 1, left: 1 } })
  const again = await plan.again(view.revision.id)
  expect(again.revision).toMatchObject({ state: 'open', base: 2 })
  expect(differing(again).map(({ kind, before, after }) => [kind, before?.sentence, after?.sentence])).toEqual([
    ['gone', gone?.before?.sentence, undefined],
    ['new', undefined, added?.after?.sentence],
  ])
  const keys = differing(again).map(({ key }) => key)
  expect(await plan.apply(again, keys)).toMatchObject({ status: 200, body: { revision: 3, added: 1, discarded: 1, left: 0 } })
  expect(differing(await plan.again(view.revision.id)).map(({ kind }) => kind)).toEqual([])
  expect(await court.differences()).toEqual([])
})

test('a version compared again and withdrawn leaves the file of the one that was applied', async () => {
  const plan = await revisedPlan(court)
  const view = await plan.compared(`${NEXT}\n（送审稿）`)
  await plan.apply(view, [])
  const again = await plan.again(view.revision.id)
  expect(await court.ask('DELETE', `/plans/${plan.id}/revisions/${again.revision.id}`)).toMatchObject({ status: 200 })
  const { rows } = await court.server.database.pool.query(
    'SELECT count(*)::int AS files FROM plan_document d JOIN stored_file f ON f.id = d.file_id WHERE d.plan_id = $1',
    [plan.id],
  )
  expect(rows).toEqual([{ files: 2 }])
  expect(await court.ask('POST', `/plans/${plan.id}/revisions/${again.revision.id}/again`)).toMatchObject({ status: 409 })
})
