import fc from 'fast-check'
import { CountingView, RecordWritten } from '#contract/record.ts'
import { PlanView } from '#contract/plan.ts'
import { OrganisationView } from '#contract/org.ts'
import { addDays, Day } from '#core/day/day.ts'
import { type Court, definitionOf, studyOf } from '#server/occurrence/court.fixture.ts'

const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays(Day.parse('2026-01-01'), count))
const nth = fc.nat({ max: 50 })
const who = fc.constantFrom('许明远', '唐致远', '乔木')
const unit = fc.constantFrom('办公室', '政治部', '研究室')
const topic = fc.constantFrom('廉洁', '审判')
const entry = fc.record({
  day,
  unit,
  by: fc.uniqueArray(who, { maxLength: 2 }),
  topic,
  state: fc.constantFrom('submitted', 'submitted', 'draft'),
})

/** Something that somebody does in a court, by chance. */
export const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('enter' as const), entry }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('correct' as const), nth, entry }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('accept' as const), nth }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('define' as const), nth, isEach: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const), who: fc.constantFrom('齐文远', '陆怀瑾'), from: day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('综合办公室', '办公室（新）') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), nth, unit, value: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), nth, other: nth }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rule' as const), nth, counts: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask' as const), scope: fc.constantFrom('org', 'per-member') }) },
)
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

type OnRecord = Extract<Act, { readonly kind: 'correct' | 'void' | 'accept' }>

/** Does it through the verbs; gives the status of the answer, 0 where there is nothing to do it to. */
export function actor(court: Court): (taken: Act) => Promise<number> {
  const entered: { id: string; revision: number }[] = []
  const write = async (path: string, payload: object, known?: { revision: number }): Promise<number> => {
    const { status, body } = await court.ask('POST', path, payload)
    if (status !== 200) return status
    const { record } = RecordWritten.parse(body)
    if (known === undefined) entered.push({ id: record.id, revision: 1 })
    else known.revision = record.revision
    return status
  }
  const entryOf = ({ entry: given }: Extract<Act, { readonly kind: 'enter' | 'correct' }>): object => ({
    ...studyOf(court, given.day),
    org: court.org(given.unit),
    subjects: given.by.map((name) => ({ kind: 'person', id: court.person(name) })),
    values: { form: '专题辅导', themes: ['廉洁教育'], topic: given.topic },
    state: given.state,
  })
  const onRecord = async (taken: OnRecord): Promise<number> => {
    const known = entered[taken.nth % Math.max(entered.length, 1)]
    if (known === undefined) return 0
    const { id, revision } = known
    if (taken.kind === 'correct') return write(`/records/${id}/correct`, { revision, entry: entryOf(taken), note: '更正' }, known)
    if (taken.kind === 'void') return write(`/records/${id}/void`, { revision, reason: '重复登记，以另一条为准' }, known)
    return write(`/records/${id}/review`, { revision, state: 'accepted', note: '' }, known)
  }
  const standing = async () => {
    const { commitments } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
    return commitments.filter(({ state }) => state === 'confirmed')
  }
  const chosen = async (index: number) => {
    const all = await standing()
    return all[index % Math.max(all.length, 1)]
  }
  const onCommitment = async (taken: Extract<Act, { readonly nth: number }>): Promise<number> => {
    const found = await chosen(taken.nth)
    if (found === undefined) return 0
    const { id, version } = found
    const path = `/plans/${court.planId}/commitments`
    if (taken.kind === 'edit') {
      // the unit that looks on leads it still: what was taken from it would not be seen any more
      const changes = { leadOrgs: [...new Set(['政治部', taken.unit])], value: String(taken.value) }
      return (await court.ask('PATCH', `${path}/${id}`, { version, changes, note: '' })).status
    }
    if (taken.kind === 'split') {
      const parts = [1, 2].map(() => ({ span: found.span, text: found.text, changes: {} }))
      return (await court.ask('POST', `${path}/${id}/split`, { version, parts })).status
    }
    if (taken.kind === 'merge') {
      const other = await chosen(taken.other)
      if (other === undefined || other.id === id) return 0
      return (await court.ask('POST', `${path}/merge`, { into: id, others: [other.id], versions: [version, other.version] })).status
    }
    if (taken.kind === 'rule') {
      const record = entered[taken.nth % Math.max(entered.length, 1)]?.id
      if (record === undefined) return 0
      const given = { record, counts: taken.counts, reason: '会议纪要' }
      // for the first that computes
      for (const each of await standing()) {
        const { status } = await court.ask('POST', `/commitments/${each.id}/rulings`, given)
        if (status === 200) return status
      }
      return 0
    }
    if (taken.kind !== 'define') return 0
    // what is each member's is asked of each, else it would not compute
    await court.answer('each-or-whole', { kind: 'choice', value: taken.isEach ? 'per-member' : 'org' })
    const counting = `/commitments/${id}/counting`
    const stands = CountingView.parse((await court.ask('GET', counting)).body)
    const leaders = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
    const definition = definitionOf(court, 'study-session', { scope: taken.isEach ? leaders : null, midPeriod: 'full' })
    return (await court.ask('PUT', counting, { version: stands.version, definition })).status
  }
  const organise = async (path: string, given: object): Promise<number> => {
    const { version } = OrganisationView.parse((await court.ask('GET', '/organisation')).body)
    return (await court.ask('POST', `/organisation/${path}`, { version, ...given })).status
  }
  return async (taken) => {
    switch (taken.kind) {
      case 'enter':
        return write('/registers/study-session/records', entryOf(taken))
      case 'correct':
      case 'void':
      case 'accept':
        return onRecord(taken)
      case 'join': {
        const member = { kind: 'person', id: court.person(taken.who) }
        return organise('memberships', { group: court.group('班子成员'), member, from: taken.from, to: addDays(taken.from, 9) })
      }
      case 'rename':
        return organise(`orgs/${court.org('办公室')}/rename`, { name: taken.name, from: '2026-01-05' })
      case 'ask':
        return (await court.answer('each-or-whole', { kind: 'choice', value: taken.scope })).status
      case 'define':
      case 'edit':
      case 'split':
      case 'merge':
      case 'rule':
        return onCommitment(taken)
    }
  }
}
