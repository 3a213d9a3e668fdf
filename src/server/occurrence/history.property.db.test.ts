import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CountingView, RecordWritten } from '#contract/record.ts'
import { addDays, Day } from '#core/day/day.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { casesOf } from '#test/long.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

const REFS = ['1-1-1', '1-1-2', '1-1-3']
const day = fc.integer({ min: -60, max: 60 }).map((count) => addDays(Day.parse('2026-01-01'), count))
const party = fc.constantFrom('许明远', '唐致远', '乔木')
const state = fc.constantFrom('submitted', 'submitted', 'draft')
const anEntry = fc.record({
  day,
  length: fc.constantFrom(0, 0, 2, 40),
  org: fc.constantFrom('办公室', '澜川市中级人民法院'),
  by: fc.uniqueArray(party, { maxLength: 2 }),
  form: fc.constantFrom('专题辅导', '案例研讨'),
  settledOn: fc.option(day),
  state,
})
type AnEntry = typeof anEntry extends fc.Arbitrary<infer T> ? T : never
const register = fc.constantFrom('study-session', 'old-petition')

const rule = fc.record({
  register,
  form: fc.option(fc.constantFrom('专题辅导', '案例研讨')),
  needs: fc.constantFrom('submitted', 'accepted'),
  completion: fc.option(fc.constantFrom('done', 'open')),
  since: fc.constantFrom('period', 'ever'),
  within: fc.option(fc.constantFrom(...REFS)),
  notWith: fc.subarray(REFS, { maxLength: 1 }),
  before: fc.constantFrom(false, false, true),
  scope: fc.constantFrom(null, 'each'),
  measure: fc.constantFrom(
    { kind: 'count' },
    { kind: 'count' },
    { kind: 'days' },
    { kind: 'days' },
    { kind: 'distinct', field: 'topic' },
    {
      kind: 'ratio',
      numerator: { measure: { kind: 'count' }, counting: null },
      denominator: { measure: { kind: 'count' }, counting: null },
    },
  ),
})
type ARule = typeof rule extends fc.Arbitrary<infer T> ? T : never

const nth = fc.nat({ max: 50 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('enter' as const), register, entry: anEntry }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct' as const), nth, entry: anEntry }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), nth, state: fc.constantFrom('accepted', 'returned') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rule' as const), nth, ref: fc.constantFrom(...REFS), counts: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('define' as const), ref: fc.constantFrom(...REFS), rule }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reorganise' as const), name: fc.constantFrom('乔木', '齐文远', '陆怀瑾'), from: day }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask' as const), scope: fc.constantFrom('org', 'per-member') }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The records entered so far, with the revision that stands. */
const entered: { id: string; register: string; revision: number }[] = []

function payloadOf(of: string, { day: from, length, org, by, form, settledOn, state: becomes }: AnEntry): object {
  const to = addDays(from, length) > '2026-03-02' ? from : addDays(from, length)
  const petition = { number: from, list: PETITION_LIST, ...(settledOn === null ? {} : { settledOn }) }
  return {
    org: court.org(org),
    occurredOn: { from, to },
    subjects: by.map((name) => ({ kind: 'person', id: court.person(name) })),
    values: of === 'old-petition' ? petition : { form, themes: ['廉洁教育'], topic: form },
    state: becomes,
  }
}
const PETITION_LIST = '年初存量清单'

function ruleOf(given: ARule): object {
  const where = given.form === null || given.register !== 'study-session' ? null : { kind: 'one-of', field: 'form', values: [given.form] }
  const leaders = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  const scope = given.scope === 'each' ? leaders : null
  const isPetition = given.register === 'old-petition'
  const measure = isPetition && given.measure.kind === 'distinct' ? { kind: 'distinct', field: 'number' } : given.measure
  return definitionOf(
    court,
    given.register,
    { scope, measure, midPeriod: 'full' },
    {
      sources: [{ register: given.register, where }],
      needs: given.needs,
      completion: isPetition && given.completion !== null ? { field: 'settledOn', counts: given.completion } : null,
      since: given.since,
      within: given.within === null ? null : court.commitment(given.within),
      notWith: given.notWith.map(court.commitment),
      before: given.before ? { register: 'study-session', where: null } : null,
    },
  )
}

async function write(path: string, payload: object, known?: { revision: number }): Promise<number> {
  const { status, body } = await court.ask('POST', path, payload)
  if (status === 200) {
    const { record } = RecordWritten.parse(body)
    if (known === undefined) entered.push({ id: record.id, register: record.register, revision: 1 })
    else known.revision = record.revision
  }
  return status
}

async function take(taken: Step): Promise<number> {
  switch (taken.kind) {
    case 'enter':
      return write(`/registers/${taken.register}/records`, payloadOf(taken.register, taken.entry))
    case 'define': {
      const path = `/commitments/${court.commitment(taken.ref)}/counting`
      const { version } = CountingView.parse((await court.ask('GET', path)).body)
      return (await court.ask('PUT', path, { version, definition: ruleOf(taken.rule) })).status
    }
    case 'reorganise': {
      const { version } = (await court.ask('GET', '/organisation')).body
      const member = { kind: 'person', id: court.person(taken.name) }
      const group = court.group('班子成员')
      return (
        await court.ask('POST', '/organisation/memberships', { version, group, member, from: taken.from, to: addDays(taken.from, 9) })
      ).status
    }
    case 'ask':
      return (await court.answer('each-or-whole', { kind: 'choice', value: taken.scope })).status
    case 'correct':
    case 'void':
    case 'review':
    case 'rule':
      return takeOn(taken, entered[taken.nth % Math.max(entered.length, 1)])
  }
}

type OnRecord = Extract<Step, { kind: 'correct' | 'void' | 'review' | 'rule' }>

async function takeOn(taken: OnRecord, known: (typeof entered)[number] | undefined): Promise<number> {
  if (known === undefined) return 0
  const { id, revision } = known
  switch (taken.kind) {
    case 'correct':
      return write(`/records/${id}/correct`, { revision, entry: payloadOf(known.register, taken.entry), note: '更正' }, known)
    case 'void':
      return write(`/records/${id}/void`, { revision, reason: '重复登记，以另一条为准' }, known)
    case 'review':
      return write(`/records/${id}/review`, { revision, state: taken.state, note: '材料' }, known)
    case 'rule': {
      const path = `/commitments/${court.commitment(taken.ref)}/rulings`
      return (await court.ask('POST', path, { record: id, counts: taken.counts, reason: '会议纪要' })).status
    }
  }
}

test('whatever is written through the verbs, what is kept equals a full evaluation', { timeout: 600_000 }, async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const taken of steps) {
        const status = await take(taken)
        expect(status).toBeLessThan(500)
        if (status === 200) done.set(taken.kind, (done.get(taken.kind) ?? 0) + 1)
        expect(await court.differences()).toEqual([])
      }
    }),
    { numRuns: casesOf(200), seed: 20_260_302, endOnFailure: true },
  )
  console.log([...done].map(([kind, count]) => `${kind} ${count}`).join(', '))
  expect([...done.keys()].toSorted()).toEqual(['ask', 'correct', 'define', 'enter', 'reorganise', 'review', 'rule', 'void'])
})
