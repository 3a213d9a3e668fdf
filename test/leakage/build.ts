import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import { digestOf } from '#server/authn/sessions/token.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { filePart } from '#test/database/file-part.ts'
import { PASSWORD, type TestServer } from '#test/database/test-server.ts'
import { type Planted, startPlanting } from '#test/leakage/canary.ts'
import { type DrawnWorld, PLANS } from '#test/leakage/draw.ts'
import { buildActs } from '#test/leakage/build-acts.ts'
import { buildPersonal } from '#test/leakage/build-personal.ts'
import { buildInspection } from '#test/leakage/build-inspection.ts'
import { buildDesk } from '#test/leakage/build-desk.ts'
import { type Ids, noIds } from '#test/leakage/ids.ts'
import { planOf } from '#test/leakage/plan-of.ts'

const Id = z.object({ id: z.string() })
export const Entered = z.object({ record: z.object({ id: z.string(), revision: z.number() }) })
const Taken = z.object({ evidence: z.object({ id: z.string() }) })

/** A world as it stands in a database. */
export interface World {
  readonly number: number
  readonly drawn: DrawnWorld
  readonly planted: Planted
  readonly ids: Ids
  /** Of each account, in the order drawn. */
  readonly cookies: readonly string[]
  readonly ask: (account: number, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) => Promise<unknown>
  readonly upload: (account: number, path: string, name: string, bytes: Uint8Array) => Promise<unknown>
}

/** Builds a world as a jurisdiction of its own on a server, through its routes, with a word of its own in every row. */
export async function buildWorld(server: TestServer, drawn: DrawnWorld, number: number): Promise<World> {
  const planted = startPlanting(number)
  const { word } = planted
  const cookies: string[] = [await newCourt(server, word)]
  const ids = noIds()
  const world: World = {
    number,
    drawn,
    planted,
    ids,
    cookies,
    async ask(account, method, path, payload) {
      const answer = await server.ask(method, `/api${path}`, payload ?? null, cookies[account])
      if (answer.status !== 200)
        throw new Error(`${method} ${path} ${JSON.stringify(payload)} → ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async upload(account, path, name, bytes) {
      const { headers, payload } = filePart(name, bytes)
      const answer = await server.inject({
        method: 'POST',
        url: `/api${path}`,
        headers: { ...headers, cookie: cookies[account] ?? '' },
        payload,
      })
      if (answer.status !== 200) throw new Error(`${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
  }
  await buildOrganisation(world)
  for (const [n, { post, person }] of drawn.accounts.entries()) {
    if (n === 0) continue
    const name = word({ of: 'everybody' })
    const made = await signInNew(server, cookies[0] ?? '', { person: person === null ? null : (ids.people[person] ?? ''), name, post })
    cookies.push(made.cookie)
    ids.accounts.push(made.id)
  }
  await buildPlans(server, world)
  // a plan is confirmed whole, so what stays a draft comes last
  const isDraft = (n: number): boolean => drawn.commitments[n]?.end === 'draft'
  for (const each of [...drawn.commitments.keys()].toSorted((a, b) => Number(isDraft(a)) - Number(isDraft(b))))
    await buildCommitment(world, each)
  for (const each of drawn.records.keys()) await buildRecord(world, each)
  for (const each of drawn.evidence.keys()) await buildEvidence(world, each)
  await buildOffice(world)
  await buildPersonal(world)
  await buildActs(server, world)
  await buildInspection(world)
  await buildDesk(server, world)
  return world
}

async function newCourt({ database, clock, ask }: TestServer, word: Planted['word']): Promise<string> {
  const token = word({ of: 'nobody' })
  await database.db.deleteFrom('setupToken').execute()
  await database.db
    .insertInto('setupToken')
    .values({ tokenDigest: digestOf(token), createdAt: clock.now() })
    .execute()
  const names = {
    jurisdiction: `法院${word({ of: 'everybody' })}`,
    name: word({ of: 'everybody' }),
    login: word({ of: 'account', account: 0 }),
  }
  const answer = await ask('POST', '/api/setup', { token, ...names, password: PASSWORD })
  if (answer.cookie === null) throw new Error(`set-up answered ${answer.status} ${answer.code}`)
  return answer.cookie
}

async function buildOrganisation({ drawn, ids, ask, planted: { word } }: World): Promise<void> {
  let { version } = OrganisationView.parse(await ask(0, 'GET', '/organisation'))
  const from = '2026-01-01'
  const add = async (path: string, payload: object): Promise<string> => {
    const made = z
      .object({ id: z.string(), version: z.number() })
      .parse(await ask(0, 'POST', `/organisation${path}`, { version, ...payload }))
    version = made.version
    return made.id
  }
  const named = (what: string): string => `${what}${word({ of: 'everybody' })}`
  for (const [n, parent] of drawn.parents.entries())
    ids.orgs.push(
      await add('/orgs', {
        name: n === drawn.parents.length - 1 ? '政治部' : named('机构'),
        kind: parent === null ? 'institution' : 'department',
        parent: parent === null ? null : ids.orgs[parent],
        aliases: [named('简称')],
        from,
      }),
    )
  for (const { org, isHead, looksAfter } of drawn.people) {
    const person = await add('/people', { name: named('人员') })
    ids.people.push(person)
    const post = await add('/posts', { org: ids.orgs[org], title: named('职务'), isHead, isForOne: false, from })
    ids.posts.push(post)
    await add('/holdings', { post, person, from })
    for (const [n, each] of looksAfter.entries())
      await add('/relations', {
        kind: drawn.contacts[n] === true ? 'contactUnit' : 'inChargeOf',
        leader: { kind: 'person', id: person },
        org: ids.orgs[each],
        from,
      })
  }
  const members = await add('/groups', { name: '院领导', everyoneIn: null })
  for (const person of ids.people.slice(0, 2)) await add('/memberships', { group: members, member: { kind: 'person', id: person }, from })
  const units = await add('/groups', { name: named('群组'), everyoneIn: null })
  for (const org of drawn.group) await add('/memberships', { group: units, member: { kind: 'org', id: ids.orgs[org] }, from })
  ids.groups.push(units, members)
}

async function buildPlans(server: TestServer, { ids, ask, planted: { word } }: World): Promise<void> {
  const { accountId } = z.object({ accountId: z.string() }).parse(await ask(0, 'GET', '/session'))
  ids.accounts.unshift(accountId)
  for (let plan = 0; plan < PLANS; plan += 1) {
    const read = planOf(
      (isTitle) => word({ of: 'plan', plan, ...(isTitle === true ? { isTitle } : {}) }),
      () => word({ of: 'office' }),
    )
    const planId = await storePlan(server, accountId, read)
    const { clauses, questions } = PlanView.parse(await ask(0, 'GET', `/plans/${planId}`))
    const inForce = questions.find(({ code }) => code === 'in-force')?.id ?? ''
    await ask(0, 'POST', `/plans/${planId}/questions/${inForce}/answer`, {
      answer: { kind: 'interval', from: '2026-01-01', to: '2026-12-31' },
    })
    await ask(0, 'POST', `/plans/${planId}/confirm`, { clause: null })
    ids.plans.push(planId)
    ids.clauses.push(clauses.find(({ kind }) => kind === 'measure')?.id ?? '')
    ids.questions.push(...questions.map(({ id }) => id))
  }
}

const Changed = z.object({ commitments: z.array(z.object({ id: z.string(), version: z.number() })) })

async function buildCommitment(world: World, n: number): Promise<void> {
  const {
    drawn,
    ids,
    ask,
    planted: { word },
  } = world
  const each = drawn.commitments[n]
  if (each === undefined) return
  const names = await namesOf(world)
  const own = (): string => word({ of: 'commitment', commitment: n })
  const plan = ids.plans[each.plan]
  const changes = {
    leadOrgs: [...each.leads.map((org) => names.orgs[org]), ...(each.isLedByGroup ? [names.group] : [])],
    supportingOrgs: each.supports.map((org) => names.orgs[org]),
    leaders: each.leader === null ? [] : [names.people[each.leader]],
    owners: each.owner === null ? [] : [names.people[each.owner]],
    ...(each.isCounted ? { scope: 'per-member' } : {}),
    object: own(),
    kind: 'count',
    comparator: '>=',
    value: each.isClosing ? '1' : '2',
    unit: '次',
    ...(each.isClosing ? { deadline: '2026-12-31' } : {}),
    period: each.isClosing ? { unit: 'once', every: 1 } : { unit: 'month', every: 1 },
  }
  const clause = ids.clauses[each.plan]
  const added = Changed.parse(
    await ask(0, 'POST', `/plans/${plan}/commitments`, {
      clause,
      span: null,
      text: `${word({ of: 'commitment', commitment: n, isSentence: true })}每月不少于2次`,
      changes,
    }),
  )
  const { id = '', version = 1 } = added.commitments[0] ?? {}
  ids.commitments[n] = id
  const edited = Changed.parse(
    await ask(0, 'PATCH', `/plans/${plan}/commitments/${id}`, { version, changes: { base: own() }, note: own() }),
  )
  if (each.end === 'confirmed') await ask(0, 'POST', `/plans/${plan}/confirm`, { clause: null })
  if (each.end === 'discarded')
    await ask(0, 'POST', `/plans/${plan}/commitments/${id}/discard`, {
      version: edited.commitments[0]?.version,
      reason: 'wording',
      note: own(),
    })
  if (each.isCounted || each.isClosing)
    await ask(0, 'PUT', `/commitments/${id}/counting`, { version: 0, definition: countingOf(ids, each.isClosing) })
}

function countingOf({ orgs, groups }: Ids, isClosing: boolean): object {
  return {
    org: orgs[0],
    scope: isClosing ? null : { kind: 'each', population: { kind: 'group', group: groups[0] }, reach: 'own' },
    measure: null,
    counting: {
      sources: [{ register: isClosing ? 'regulation-made' : 'training', where: null }],
      mode: 'any',
      needs: 'submitted',
      completion: null,
      since: 'period',
      within: null,
      notWith: [],
      before: null,
    },
    event: null,
    midPeriod: null,
    isExact: false,
    waived: [],
  }
}

/** The names of orgs, people and the group, in the order drawn. */
async function namesOf({ ids, ask }: World) {
  const { organisation } = OrganisationView.parse(await ask(0, 'GET', '/organisation'))
  return {
    orgs: ids.orgs.map((id) => organisation.terms.find(({ org }) => org === id)?.name ?? ''),
    people: ids.people.map((id) => organisation.people.find((person) => person.id === id)?.name ?? ''),
    group: organisation.groups.find(({ id }) => id === ids.groups[0])?.name ?? '',
  }
}

/** An entry of a record, with words that `own` gives; `isControl`: for the field that may be marked. */
export function entryOf(
  { drawn, ids }: Pick<World, 'drawn' | 'ids'>,
  n: number,
  own: (isControl?: true) => string,
  state: 'draft' | 'submitted',
): object {
  const each = drawn.records[n]
  const values = {
    training: { kind: ['审判业务'], topic: own(), hours: '2' },
    'ideology-risk': { area: ['出版物'], level: '高', risk: own(), control: own(true) },
    'regulation-made': { title: own(), act: '新建', area: '综合', issuedOn: each?.day, commitments: ids.commitments.slice(-1) },
  }[each?.register ?? 'training']
  return { org: ids.orgs[each?.org ?? 0], occurredOn: { from: each?.day, to: each?.day }, subjects: [], values, state }
}

async function buildRecord(world: World, n: number): Promise<void> {
  const {
    drawn,
    ids,
    ask,
    planted: { word },
  } = world
  const each = drawn.records[n]
  if (each === undefined) return
  const own = (isControl?: true): string => word({ of: 'record', record: n, ...(isControl === true ? { isControl } : {}) })
  // who decides on it is the office; who entered it first is the account it was drawn for
  const by = each.end === 'accepted' || each.end === 'returned' ? 0 : each.by
  const enter = async (state: 'draft' | 'submitted') =>
    Entered.parse(await ask(by, 'POST', `/registers/${each.register}/records`, entryOf(world, n, own, state))).record
  let { id, revision } = await enter(each.end === 'draft' ? 'draft' : 'submitted')
  ids.records.push(id)
  const next = async (account: number, path: string, payload: object): Promise<void> => {
    ;({ revision } = Entered.parse(await ask(account, 'POST', `/records/${id}/${path}`, { revision, ...payload })).record)
  }
  if (each.isCorrected) {
    const entry = entryOf(world, n, own, each.end === 'draft' ? 'draft' : 'submitted')
    await next(by, 'correct', { entry, note: own() })
  }
  if (each.end === 'accepted' || each.end === 'returned') await next(0, 'review', { state: each.end, note: own() })
  if (each.end === 'voided') await next(by, 'void', { reason: `作废的原因在这里说明${own()}` })
  const counted = drawn.commitments.findIndex(({ isCounted }) => isCounted)
  if (counted >= 0 && each.register === 'training' && each.end === 'submitted') {
    const reason = word({ of: 'commitment', commitment: counted })
    await ask(0, 'POST', `/commitments/${ids.commitments[counted]}/rulings`, { record: id, counts: false, reason })
  }
}

async function buildEvidence({ drawn, ids, ask, upload, planted: { word } }: World, n: number): Promise<void> {
  const { by, records } = drawn.evidence[n] ?? { by: [], records: [] }
  const own = (): string => word({ of: 'evidence', evidence: n })
  for (const account of by) {
    const { evidence } = Taken.parse(await upload(account, '/evidence', `${own()}.txt`, Buffer.from(`佐证材料${own()}`)))
    ids.evidence.push(evidence.id)
  }
  for (const record of records) {
    if (drawn.records[record]?.end === 'voided') continue
    const Linked = z.object({ items: z.array(z.object({ links: z.array(Id) })) })
    const linked = Linked.parse(await ask(0, 'POST', `/records/${ids.records[record]}/evidence`, { evidence: [ids.evidence[n]] }))
    ids.links.push(...linked.items.flatMap(({ links }) => links.map(({ id }) => id)))
    if (n % 2 === 0 && n < drawn.evidence.length - 1)
      await ask(0, 'POST', `/evidence-links/${ids.links.at(-1)}/unlink`, { reason: word({ of: 'record', record }) })
  }
}

const savedView = { view: { plan: null, filters: [], sort: [], groupBy: null }, columns: [], compact: false }

/** What the office alone has (sheets, reconciliations), quarters as everybody knows them, and everybody’s own views. */
async function buildOffice({ drawn, ids, ask, upload, planted: { word } }: World): Promise<void> {
  const office = (): string => word({ of: 'office' })
  const sheet = (headers: readonly string[]) =>
    writeTable({
      sheet: '表',
      title: office(),
      subtitle: '',
      columns: headers.map((header) => ({ header, width: 12, kind: 'text' })),
      rows: [headers.map(() => office())],
    })
  const take = async (path: string, headers: readonly string[]): Promise<string> =>
    Id.parse(await upload(0, path, `${office()}.xlsx`, await sheet(headers))).id
  ids.reconciliations.push(await take('/reconciliations', ['编号', '整改措施', '已完成', '应完成', '是否销号']))
  await ask(0, 'POST', `/reconciliations/${ids.reconciliations[0]}/compare`, { version: 1, org: null })
  ids.recordImports.push(await take('/record-imports', ['日期', '主题']))
  const lock = Id.parse(await ask(0, 'POST', '/period-locks', { year: 2025, quarter: 4 }))
  await ask(0, 'POST', `/period-locks/${lock.id}/unlock`, { reason: `上报后发现了应当更正的差错${word({ of: 'everybody' })}` })
  ids.locks.push(lock.id)
  for (const account of drawn.accounts.keys())
    ids.views.push(Id.parse(await ask(account, 'POST', '/ledger/views', { name: word({ of: 'account', account }), ...savedView })).id)
}
