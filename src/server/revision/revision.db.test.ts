import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionOf, enter, studyOf } from '#server/occurrence/court.fixture.ts'
import { PLAN, type RevisedCourt, startRevisedCourt } from '#server/revision/revision.fixture.ts'

let court: RevisedCourt

beforeAll(async () => {
  court = await startRevisedCourt()
  const { questions } = await court.plan()
  const answers: Readonly<Record<string, object>> = {
    'in-force': { kind: 'interval', from: '2026-01-01', to: '2026-12-31' },
    'year-meaning': { kind: 'choice', value: 'calendar' },
    'first-period': { kind: 'choice', value: 'full' },
    'immediate-limit': { kind: 'days', days: 30 },
    'due-on': { kind: 'day', day: '2026-06-30' },
    'each-or-whole': { kind: 'choice', value: 'org' },
  }
  for (const { id, code } of questions)
    await court.ask('POST', `/plans/${court.id}/questions/${id}/answer`, { answer: answers[code] ?? {} })
  await court.ask('POST', `/plans/${court.id}/confirm`, { clause: null })
})
afterAll(() => court.server.close())

const idAt = async (ref: string): Promise<string> => (await court.plan()).commitments.find((each) => each.ref === ref)?.id ?? ''

test('a changed number goes into the plan with its records, its counting and its answers', async () => {
  const id = await idAt('1-2-1-1')
  const before = await court.plan()
  await court.ask('PUT', `/commitments/${id}/counting`, { version: 0, definition: definitionOf(court, 'study-session') })
  await enter(court, 'study-session', studyOf(court, '2026-02-10'))
  const view = await court.compared(PLAN.replace('不少于12次', '不少于15次'))
  const changed = view.pairs.filter(({ kind }) => kind !== 'kept')
  expect(changed).toMatchObject([{ kind: 'changed', old: id, differences: ['wording', 'target'], now: { records: 1, isClosing: false } }])
  expect(changed[0]?.before?.reading?.value?.value).toBe('12')
  expect(changed[0]?.after?.reading?.value?.value).toBe('15')
  const answer = await court.apply(view, [id], { versions: { [id]: changed[0]?.now?.version ?? 0 } })
  expect(answer).toMatchObject({ status: 200, body: { revision: 2, changed: 1, added: 0, discarded: 0, left: 0 } })
  const after = await court.plan()
  expect(after.commitments.map((each) => each.id)).toEqual(before.commitments.map((each) => each.id))
  expect(after.document.text).toContain('不少于15次')
  expect(after.commitments[0]).toMatchObject({ id, state: 'confirmed', reading: { value: { value: '15' } }, decision: { kind: 'revised' } })
  expect(after.frame).toEqual(before.frame)
  expect(after.questions).toHaveLength(before.questions.length)
  expect(after.questions.every(({ answer: given }) => given !== null)).toBe(true)
  const row = await court.server.database.db
    .selectFrom('occurrence')
    .select(['required', 'actual'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('commitmentId', '=', id)
    .execute()
  expect(row.map(({ required, actual }) => [Number(required), Number(actual)])).toEqual([[15, 1]])
  expect(await court.differences()).toEqual([])
})
