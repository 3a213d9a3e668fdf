import fc from 'fast-check'
import * as z from 'zod'
import type { change as changeContract } from '#contract/change.ts'
import { DispatchView } from '#contract/dispatch.ts'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import { ProgressView } from '#contract/progress.ts'
import { DefinitionView } from '#contract/register.ts'
import { addDays, Day } from '#core/day/day.ts'
import type { ClosureCourt } from '#server/closure/closure.fixture.ts'
import { definitionOf, studyOf } from '#server/occurrence/court.fixture.ts'

const Changes = z.custom<z.output<NonNullable<(typeof changeContract.ofCommitment)['~orpc']['outputSchema']>>>()
const Lights = z.object({ version: z.number(), thresholds: z.looseObject({}) })
const ref = fc.constantFrom('1-1-1', '1-1-2', '1-1-3')

/** Something that is done on the day on which it happens, by chance: nothing of it corrects what was known. */
export const doing = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('enter' as const), unit: fc.constantFrom('办公室', '政治部') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('prove' as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('change' as const), ref, asked: fc.constantFrom('extension', 'amendment', 'termination') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('dispatch' as const), ref }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remind' as const), ref }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('say' as const), words: fc.constantFrom('已拟定方案', '正在征求意见') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('light' as const), slack: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('register' as const) }) },
)
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

const DUE = Day.parse('2026-04-01')
const REASON = '依据上级统一部署需要作出调整'

/** People who do it: `verifier`, `leader` decide, 程砚秋 heads the unit, 办公室 has another. */
export async function peopled(court: ClosureCourt): Promise<void> {
  await court.join('verifier', 'office')
  await court.join('leader', 'leader')
  await court.join('程砚秋', 'unit', '程砚秋')
  await court.join('陆怀瑾', 'unit', '陆怀瑾')
  for (const [each, register] of [
    ['1-1-1', 'study-session'],
    ['1-1-2', 'study-session'],
    ['1-1-3', 'regulation-made'],
  ] as const)
    await court.ask('office', 'PUT', `/commitments/${court.court.commitment(each)}/counting`, {
      version: 0,
      definition: definitionOf(court.court, register),
    })
}

/** Its name where it was done, null where it was refused. */
function took(name: string, { status }: { readonly status: number }): string | null {
  if (status >= 500) throw new Error(`${name} answered ${status}`)
  return status === 200 ? name : null
}

/** Does it through the verbs on `today`; gives what was done, or null where nothing was. */
export function doer(world: ClosureCourt): (doing: Doing, today: Day) => Promise<string | null> {
  const { court, ask } = world
  const close = async (): Promise<string | null> => {
    const commitment = court.commitment('1-1-3')
    const { state, level } = await world.view('office', commitment)
    if (state === 'requested') return took('agree', await world.agree(level === 0 ? 'verifier' : 'leader', commitment))
    if (state === 'open' || state === 'returned') return took('request', await world.request('office', commitment))
    return took('reopen', await world.act('office', commitment, 'reopen', { note: REASON }))
  }
  const changing = async (each: string, kind: string): Promise<string | null> => {
    const path = `/commitments/${court.commitment(each)}/changes`
    const stands = Changes.parse((await ask('office', 'GET', path)).body)
    const running = stands.items.find(({ state }) => state === 'requested')
    if (running === undefined) {
      const asked = {
        extension: { kind: 'extension', due: addDays(stands.due ?? stands.originalDue ?? DUE, 30) },
        amendment: { kind: 'amendment', wording: `${stands.wording}。`, value: String(Number(stands.value ?? '3') + 1) },
      }
      return took(
        `${kind} asked`,
        await ask('office', 'POST', path, { asked: kind in asked ? Reflect.get(asked, kind) : { kind }, reason: REASON }),
      )
    }
    const who = running.level === 0 ? 'verifier' : 'leader'
    const [seen] = Changes.parse((await ask(who, 'GET', path)).body).items
    const payload = { version: seen?.version, pinned: seen?.pinned, note: '' }
    return took(`${running.proposal.asked.kind} ${who}`, await ask(who, 'POST', `/changes/${running.id}/agree`, payload))
  }
  const dispatching = async (each: string): Promise<string | null> => {
    const commitment = court.commitment(each)
    const { state, version } = DispatchView.parse((await ask('office', 'GET', `/commitments/${commitment}/dispatch`)).body)
    const path = `/commitments/${commitment}/dispatch`
    if (state === 'waiting') {
      const items = [{ commitment, version, org: court.org('政治部'), supporting: [court.org('办公室')] }]
      return took('handed out', await ask('office', 'POST', '/dispatch', { items, note: '' }))
    }
    if (state === 'dispatched') {
      const owner = { kind: 'person', id: court.person('程砚秋') }
      const confirmed = took(
        'confirmed',
        await ask('程砚秋', 'POST', '/dispatch/confirm', { items: [{ commitment, version }], owner, note: '' }),
      )
      if (confirmed !== null) return confirmed
      return took('withdrawn', await ask('office', 'POST', `${path}/withdraw`, { version, note: REASON }))
    }
    const to = { version, org: court.org('办公室'), supporting: [], note: REASON }
    return took('reassigned', await ask('office', 'POST', `${path}/reassign`, to))
  }
  const say = async (words: string): Promise<string | null> => {
    const path = `/commitments/${court.commitment('1-1-2')}/progress`
    const { year, quarter, updates } = ProgressView.parse((await ask('程砚秋', 'GET', path)).body)
    const revision = Math.max(0, ...updates.filter((each) => each.year === year && each.quarter === quarter).map((each) => each.revision))
    return took('said', await ask('程砚秋', 'PUT', path, { org: court.org('政治部'), year, quarter, revision, words }))
  }
  const setLights = async (slack: number): Promise<string | null> => {
    const { version, thresholds } = Lights.parse((await ask('office', 'GET', '/lights')).body)
    return took('lights', await ask('office', 'PUT', '/lights', { version, thresholds: { ...thresholds, slackUnits: String(slack) } }))
  }
  const redefine = async (): Promise<string | null> => {
    const path = '/registers/study-session'
    const { version, register } = DefinitionView.parse((await ask('office', 'GET', `${path}/definition`)).body)
    if (version > 0 && version % 3 === 0) return took('restored', await ask('office', 'POST', `${path}/restore`, { version }))
    const { id: _id, ...definition } = register
    const filing =
      register.filing === null
        ? { every: 1, unit: 'month', zeroField: null, by: [], isJoint: false, graceDays: version % 7, since: null }
        : null
    return took('register', await ask('office', 'PUT', `${path}/definition`, { version, definition: { ...definition, filing } }))
  }
  return async (given, today) => {
    const on = { from: today, to: today }
    switch (given.kind) {
      case 'enter': {
        const entry = { ...studyOf(court, today), org: court.org(given.unit) }
        return took('entered', await ask('office', 'POST', '/registers/study-session/records', entry))
      }
      case 'prove': {
        const values = { title: '议事规则', act: '修订', area: '综合', issuedOn: today, commitments: [court.commitment('1-1-3')] }
        await world.prove('regulation-made', { org: court.org('办公室'), occurredOn: on, subjects: [], values, state: 'submitted' })
        return 'proved'
      }
      case 'close':
        return close()
      case 'change':
        return changing(given.ref, given.asked)
      case 'dispatch':
        return dispatching(given.ref)
      case 'remind':
        return took('reminded', await ask('office', 'POST', '/reminders', { commitments: [court.commitment(given.ref)], note: '' }))
      case 'say':
        return say(given.words)
      case 'light':
        return setLights(given.slack)
      case 'register':
        return redefine()
    }
  }
}

const Listed = z.object({ rows: z.array(z.object({ id: z.string(), revision: z.number() })) })

/** Corrects all that was known: every record is voided, every number and every lead another, the office renamed. Gives how much was corrected. */
export async function correctAll({ court, ask }: ClosureCourt): Promise<number> {
  let corrected = 0
  const count = ({ status }: { readonly status: number }): void => void (corrected += Number(status === 200))
  for (const register of ['study-session', 'regulation-made']) {
    const { body } = await ask('office', 'POST', `/registers/${register}/records/window`, { offset: 0, limit: 200 })
    for (const { id, revision } of Listed.parse(body).rows)
      count(await ask('office', 'POST', `/records/${id}/void`, { revision, reason: '重复登记，以另一条为准' }))
  }
  const path = `/plans/${court.planId}`
  for (const { id, version } of PlanView.parse((await ask('office', 'GET', path)).body).commitments)
    count(await ask('office', 'PATCH', `${path}/commitments/${id}`, { version, changes: { leadOrgs: ['研究室'], value: '9' }, note: '' }))
  const { version } = OrganisationView.parse((await ask('office', 'GET', '/organisation')).body)
  count(
    await ask('office', 'POST', `/organisation/orgs/${court.org('办公室')}/rename`, { version, name: '综合办公室', from: '2026-01-05' }),
  )
  return corrected
}
