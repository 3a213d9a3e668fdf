import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import { COURT, JOINS, LEAVES } from '#test/year/court-people.ts'
import type { Act, Entry, Fact, Value } from '#test/year/fact.ts'
import { type Defined, rule } from '#test/year/example-definitions.ts'
import type { Names } from '#test/year/names.ts'

/** Sends a request below `/api` as somebody who is signed in; throws where it is not answered with 200. */
export type Ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object) => Promise<Record<string, unknown>>

function idOf(kind: string, name: string, found: string | undefined): string {
  if (found === undefined) throw new Error(`no ${kind} ${name}`)
  return found
}

/** Who is who now. */
export async function namesNow(ask: Ask): Promise<Names & { readonly version: number; readonly view: z.infer<typeof OrganisationView> }> {
  const view = OrganisationView.parse(await ask('GET', '/organisation'))
  const { orgs, terms, people, groups, posts } = view.organisation
  const org = (name: string) => idOf('org', name, terms.find((term) => term.name === name && orgs.some(({ id }) => id === term.org))?.org)
  return {
    version: view.version,
    view,
    org,
    person: (name) => idOf('person', name, people.find((each) => each.name === name)?.id),
    group: (name) => idOf('group', name, groups.find((each) => each.name === name)?.id),
    commitment: () => [],
    head: (name) => idOf('head of', name, posts.find((post) => post.org === org(name) && post.isHead)?.id),
  }
}

/** Loads the sample organisation where there is none, with a group of everybody. */
export async function fillOrganisation(ask: Ask): Promise<void> {
  const before = OrganisationView.parse(await ask('GET', '/organisation'))
  if (before.organisation.orgs.length === 0) await ask('POST', '/organisation/sample', {})
  const { version, org, view } = await namesNow(ask)
  if (!view.organisation.groups.some(({ name }) => name === '全院干警'))
    await ask('POST', '/organisation/groups', { version, name: '全院干警', everyoneIn: org(COURT) })
}

/** The changes in the leading group: one leaves, one joins and takes over the office. Entered on the day each happens. */
export async function changeLeaders(ask: Ask, today: string): Promise<void> {
  if (today < LEAVES.on) return
  const now = await namesNow(ask)
  const members = now.view.organisation.memberships
  const isLeaver = ({ member }: (typeof members)[number]) => member.kind === 'person' && member.id === now.person(LEAVES.name)
  let { version } = now
  const done = async (path: string, payload: object) => {
    version = z.object({ version: z.number() }).parse(await ask('POST', path, { version, ...payload })).version
  }
  const left = members.find((each) => each.group === now.group('班子成员') && isLeaver(each))
  const office = now.view.organisation.relations.find(
    ({ kind, org, leader }) => kind === 'inChargeOf' && org === now.org('办公室') && leader.id === now.person(LEAVES.name),
  )
  if (left?.to === null) await done(`/organisation/memberships/${left.id}/end`, { to: LEAVES.on })
  if (office?.to === null) await done(`/organisation/relations/${office.id}/end`, { to: LEAVES.on })
  if (today < JOINS.on) return
  const joining = { kind: 'person', id: now.person(JOINS.name) }
  if (members.some(({ group, member }) => group === now.group('班子成员') && member.id === joining.id)) return
  await done('/organisation/memberships', { group: now.group('班子成员'), member: joining, from: JOINS.on })
  await done('/organisation/relations', { kind: 'inChargeOf', leader: joining, org: now.org('办公室'), from: JOINS.on })
}

/** Defines how commitments of a plan are counted, and says for each what must still be answered. */
export async function define(
  ask: Ask,
  planId: string,
  definitions: readonly Defined[],
  names: Names,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { commitments } = PlanView.parse(await ask('GET', `/plans/${planId}`))
  const open = new Map<string, readonly string[]>()
  for (const { c, ref, sources, mode = 'any', counting = {}, measure = null, scope = null, event = null } of definitions) {
    const id = commitments.find((each) => each.ref === ref)?.id
    if (id === undefined) throw new Error(`the plan has no ${ref}`)
    const { version } = z.object({ version: z.number() }).parse(await ask('GET', `/commitments/${id}/counting`))
    const definition = {
      org: names.org(COURT),
      scope,
      measure,
      counting: rule(sources, { mode, ...counting }),
      event,
      midPeriod: 'pro-rata',
      isExact: false,
      waived: [],
    }
    const defined = await ask('PUT', `/commitments/${id}/counting`, { version, definition })
    open.set(c, z.object({ open: z.array(z.string()) }).parse(defined).open)
  }
  return open
}

/** The records that were entered, by the key of their fact. */
export type Entered = Map<string, { readonly id: string; readonly revision: number; readonly entry: Entry }>

/** Enters a fact, or does to its record what was done then. */
export async function enterStep(
  ask: Ask,
  entered: Entered,
  names: Names,
  { fact, act }: { readonly fact: Fact; readonly act: Act | null },
): Promise<void> {
  const before = entered.get(fact.key)
  if (act === null || before === undefined) {
    const payload = { ...payloadOf(fact.entry, names, entered), state: fact.isDraft ? 'draft' : 'submitted' }
    keep(entered, fact, fact.entry, await ask('POST', `/registers/${fact.register}/records`, payload))
    return
  }
  const { id, revision } = before
  switch (act.kind) {
    case 'accept':
    case 'return': {
      const state = act.kind === 'accept' ? 'accepted' : 'returned'
      return keep(entered, fact, before.entry, await ask('POST', `/records/${id}/review`, { revision, state, note: '已核' }))
    }
    case 'void':
      return keep(
        entered,
        fact,
        before.entry,
        await ask('POST', `/records/${id}/void`, { revision, reason: '重复录入，与另一条为同一件事' }),
      )
    case 'submit':
    case 'correct': {
      const entry = { ...before.entry, ...act.changes, values: { ...before.entry.values, ...act.changes.values } }
      const payload = { revision, entry: { ...payloadOf(entry, names, entered), state: 'submitted' }, note: '补正' }
      return keep(entered, fact, entry, await ask('POST', `/records/${id}/correct`, payload))
    }
  }
}

const Written = z.object({ record: z.object({ id: z.string(), revision: z.number() }) })

function keep(entered: Entered, { key }: Fact, entry: Entry, answer: Record<string, unknown>): void {
  entered.set(key, { ...Written.parse(answer).record, entry })
}

function payloadOf({ org, from, to, startsAtNoon, endsAtNoon, people, values }: Entry, names: Names, entered: Entered): object {
  return {
    org: names.org(org),
    occurredOn: { from, to, startsAtNoon, endsAtNoon },
    subjects: people.map((name) => ({ kind: 'person', id: names.person(name) })),
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, valueOf(value, names, entered)])),
  }
}

function valueOf(value: Value, names: Names, entered: Entered): unknown {
  if (typeof value !== 'object') return value
  if ('people' in value) return value.people.map((name) => ({ kind: 'person', id: names.person(name) }))
  if ('orgs' in value) return value.orgs.map((name) => ({ kind: 'org', id: names.org(name) }))
  if ('commitments' in value) return value.commitments.flatMap(names.commitment)
  return 'fact' in value ? entered.get(value.fact)?.id : value
}
