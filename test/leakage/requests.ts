import { usualLevels } from '#core/closure/settings.ts'
import { downloadRoutes } from '#server/http/download-routes.ts'
import { everyProcedure, type Procedure } from '#test/database/procedures.ts'
import { sampleRequest } from '#test/database/sample-input.ts'
import { entryOf, type World } from '#test/leakage/build.ts'
import type { Ids } from '#test/leakage/ids.ts'

/** A request as it goes out. */
export interface Asked {
  readonly method: Procedure['method']
  readonly url: string
  readonly payload: object | null
}

type Input = Readonly<Record<string, unknown>>

/** Which ids of a world a path is about, by its beginning; a path that begins otherwise is tried with an id of every kind. */
const POOLS: readonly (readonly [string, keyof Ids])[] = [
  ['/plans/{planId}', 'plans'],
  ['/plans/{plan}', 'plans'],
  ['/commitments/{', 'commitments'],
  ['/records/{', 'records'],
  ['/marks/records/{', 'records'],
  ['/evidence/{id}', 'evidence'],
  ['/evidence-links/{link}', 'links'],
  ['/accounts/{id}', 'accounts'],
  ['/imports/{id}', 'imports'],
  ['/record-imports/{id}', 'recordImports'],
  ['/reconciliations/{id}', 'reconciliations'],
  ['/period-locks/{id}', 'locks'],
  ['/closures/{id}', 'closures'],
  ['/draws/{id}', 'draws'],
  ['/handovers/{id}', 'handovers'],
  ['/substitutions/{id}', 'substitutions'],
  ['/grants/{id}', 'grants'],
  ['/ledger/views/{id}', 'views'],
  ['/organisation/orgs/{id}', 'orgs'],
  ['/organisation/people/{id}', 'people'],
  ['/journal/{id}', 'entries'],
  ['/difficulties/{id}', 'difficulties'],
  ['/changes/{id}', 'changes'],
  ['/quarter-reports/{id}', 'reports'],
  ['/plan-batches/{id}', 'batches'],
  ['/phrase-rules/{id}', 'phraseRules'],
  ['/inspections/{id}', 'inspections'],
  ['/inspection-findings/{id}', 'findings'],
  ['/similar-case-reviews/{id}', 'reviews'],
]

const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }
/** Rows of every state, not only those that a view shows of itself. */
const every = { ...view, filters: [{ kind: 'oneOf', column: 'state', values: ['draft', 'confirmed', 'discarded', 'replaced'] }] }
const registers = ['training', 'ideology-risk', 'regulation-made', 'conduct-entry']
const months = ['2026-01', '2026-02', '2026-03']

/** Reading requests whose input is more than ids. A route that others than the office may ask fails the test until it stands here or below. */
const READING: Readonly<Record<string, (world: World) => readonly Input[]>> = {
  'ledger.window': () => [
    { view: every, offset: 0, limit: 100 },
    { view: { ...view, groupBy: 'leadOrgs' }, offset: 0, limit: 100 },
  ],
  'ledger.values': () => ['sentence', 'leadOrgs', 'leaders', 'measure'].map((column) => ({ view: every, column, search: '' })),
  'ledger.counts': () => ['leadOrgs', 'aspect', 'leaders'].map((by) => ({ view, by })),
  'ledger.export': () => [{ view: every, columns: ['ref', 'sentence', 'leadOrgs', 'leaders', 'indicator', 'remark'] }],
  'record.window': () =>
    registers.flatMap((register) => [
      { register, offset: 0, limit: 100 },
      { register, offset: 0, limit: 100, text: 'cnry' },
    ]),
  'record.start': ({ ids }) => [{}, ...ids.commitments.map((commitment) => ({ commitment }))],
  'record.parties': () => [{ text: 'cnry', kinds: ['person', 'post', 'org', 'group'], on: '2026-03-02', limit: 50 }],
  'record.members': ({ ids }) => ids.groups.map((group) => ({ group, on: '2026-03-02' })),
  'record.names': ({ ids }) => [
    {
      keys: [
        ...ids.records.map((id) => `record:${id}`),
        ...ids.commitments.map((id) => `commitment:${id}`),
        ...ids.orgs.map((id) => `org:${id}`),
        ...ids.people.map((id) => `person:${id}`),
      ],
    },
  ],
  // a workbook takes as long as a hundred other answers: one of them in each world
  'recordImport.export': ({ number }) =>
    registers
      .slice(number % 2)
      .slice(0, 1)
      .map((register) => ({ register })),
  'register.filing': () => registers.map((register) => ({ register })),
  'register.definition': () => registers.map((register) => ({ register })),
  'dispatch.board': ({ ids }) => [{}, ...ids.plans.map((plan) => ({ plan }))],
  'dispatch.sheet': ({ ids }) => ids.plans.map((plan) => ({ plan })),
  // of each plan those whose it may be: leaders, and units that were handed something
  'dispatch.pledgeFile': ({ ids, drawn, number }) =>
    [
      ...ids.people.slice(0, 2).map((id) => ({ kind: 'person', id })),
      ...drawn.commitments.flatMap(({ course }) => (course.kind === 'confirmed' ? [{ kind: 'org', id: ids.orgs[course.to] }] : [])),
    ].map((party) => ({ plan: ids.plans[number % ids.plans.length], party })),
  'inspection.promises': () => [{ text: 'cnry' }],
  'inspection.notice': ({ ids, drawn }) => [
    ...ids.inspections.map((id) => ({ id, org: ids.orgs[drawn.people[2]?.org ?? 0] })),
    ...ids.inspections.map((id) => ({ id, org: ids.orgs.at(-1) })),
  ],
  'inspection.report': ({ ids }) => ids.inspections.map((id) => ({ id })),
  'revision.get': ({ ids }) => ids.revisions.map((id) => ({ planId: ids.plans[0], id })),
  'timetable.get': () => [{ year: 2026 }],
  'timetable.export': () => [{ year: 2026 }],
  'submission.list': () => [{ year: 2025, quarter: 4 }],
  'quarterReport.draft': () => [{ year: 2025, quarter: 4 }],
  'calendar.month': () => months.map((month) => ({ month })),
  'calendar.day': ({ drawn }) => ['2026-01-31', '2026-02-28', ...drawn.records.slice(0, 2).map(({ day }) => day)].map((day) => ({ day })),
}

/** Writing requests that fit, so that they come past the door and the answer says as much as it can. */
const WRITING: Readonly<Record<string, (world: World) => readonly Input[]>> = {
  'digest.setAddress': () => [{ email: null, isOn: false }],
  'quarterReport.draftFile': () => [{ year: 2025, quarter: 4, address: null }],
  'quarterReport.issue': () => [{ year: 2025, quarter: 4, address: null }],
  'ledger.views.save': () => [
    { name: '我的视图', view: { plan: null, filters: [], sort: [], groupBy: null }, columns: [], compact: false },
  ],
  'record.enter': (world) =>
    world.drawn.records.map(({ register }, n) => ({ register, ...entryOf(world, n, () => '新的一条', 'submitted') })),
  'record.correct': (world) =>
    world.ids.records.map((id, n) => ({ id, revision: 1, entry: entryOf(world, n, () => '改过的一条', 'submitted'), note: '数字有误' })),
  'record.void': ({ ids }) => ids.records.map((id) => ({ id, revision: 2, reason: '这一条登记错了所以作废' })),
  'record.review': ({ ids }) =>
    ids.records.flatMap((id) => [1, 2].map((revision) => ({ id, revision, state: 'returned', note: '请补充' }))),
  'evidence.link': ({ ids }) => ids.records.map((record) => ({ record, evidence: ids.evidence })),
  'evidence.date': ({ ids }) => ids.evidence.map((id) => ({ id, version: 1, datedOn: '2026-02-01' })),
  'dispatch.confirm': ({ ids, drawn }) =>
    ids.commitments.map((commitment, n) => ({
      commitment,
      version: 1,
      owner: {
        kind: 'person',
        id: ids.people[drawn.people.findIndex(({ org }) => org === drawn.commitments[n]?.course.to)] ?? ids.people[0],
      },
      tasks: [],
      note: '',
    })),
  'difficulty.raise': ({ ids }) =>
    ids.commitments.map((commitment) => ({
      commitment,
      org: ids.orgs[1],
      words: '人手不够，办不过来，请予协调',
      wants: '请增加人手',
      post: ids.posts[0],
      answerBy: '2026-03-20',
    })),
  'difficulty.act': ({ ids }) =>
    ids.difficulties.flatMap((id) =>
      [1, 2].map((version) => ({ id, version, act: 'answer', note: '已经协调了有关部门', body: null, day: null })),
    ),
  'change.ask': ({ ids }) =>
    ids.commitments.map((commitment) => ({ commitment, asked: { kind: 'termination' }, reason: '情况有变，请求终止这项任务' })),
  'progress.write': ({ ids }) =>
    ids.commitments.map((commitment) => ({ commitment, org: ids.orgs[1], year: 2026, quarter: 1, revision: 0, words: '正在办理' })),
  'reminder.send': ({ ids }) => ids.commitments.map((commitment) => ({ commitments: [commitment], note: '请抓紧' })),
  'closure.setLevels': () => [{ version: 0, levels: usualLevels }],
  'evidence.unlink': ({ ids }) => ids.links.map((link) => ({ link, reason: '这份材料不属于这一条' })),
}

/** Every route that gives JSON or a file. */
export function everyRoute(): readonly Procedure[] {
  const downloads = downloadRoutes.map(({ path }): Procedure => ({
    name: `GET ${path}`,
    method: 'GET',
    path: path.replaceAll(/:(\w+)/g, '{$1}'),
    input: path.includes(':') ? { type: 'object', properties: { id: { type: 'string', format: 'uuid' } }, required: ['id'] } : null,
  }))
  return [...everyProcedure(), ...downloads]
}

/** What one does with one's own session, factors and identities: it ends the session, or answers 401 to a wrong code. They hold nothing of anybody else. */
const OWN_CREDENTIALS = /^(?:session|secondFactor|federated)\./
/** Asked without a session: nothing there is anybody's. */
const OPEN = new Set(['setup.state', 'setup.complete', 'session.signIn', 'federated.ways', 'federated.start', 'federated.finish'])

/** Everything to ask of a route in a world; `foreign`: another world, whose ids are asked for as well. */
export function requestsOf(procedure: Procedure, world: World, foreign: World | null, isOffice: boolean): readonly Asked[] {
  const { name } = procedure
  if (OPEN.has(name) || (procedure.method !== 'GET' && OWN_CREDENTIALS.test(name))) return []
  const made = READING[name] ?? WRITING[name]
  const others = foreign === null || made === undefined || name.endsWith('xport') ? [] : made(foreign).slice(0, 2)
  if (made !== undefined) {
    const asked = [...made(world), ...others].map((input) => requestOf(procedure, input))
    return [...new Map(asked.map((each) => [JSON.stringify(each), each])).values()]
  }
  const [, pool] = POOLS.find(([path]) => procedure.path.startsWith(path)) ?? []
  const idsOf = ({ ids }: World): readonly string[] =>
    pool === undefined ? Object.values(ids).flatMap((some) => some.slice(0, 1)) : ids[pool]
  const isAboutIds = procedure.path.includes('{')
  // what the office writes of its own world tells it nothing: one answer of each route will do
  const most = isOffice && !isReading(procedure) ? 1 : Infinity
  const ids = isAboutIds
    ? [...idsOf(world).slice(0, most), ...(foreign === null ? [] : idsOf(foreign).slice(0, 1))]
    : [world.ids.orgs[0] ?? '']
  return ids.map((id) => ({ method: procedure.method, ...sampleRequest(procedure, id) }))
}

/** Whether a route only reads, whatever its method. */
export function isReading({ name, method }: Procedure): boolean {
  return method === 'GET' || name in READING
}

function requestOf({ method, path }: Procedure, input: Input): Asked {
  const rest = new Map(Object.entries(input))
  const filled = path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name))
    rest.delete(name)
    return encodeURIComponent(value)
  })
  if (method !== 'GET') return { method, url: `/api${filled}`, payload: Object.fromEntries(rest) }
  const query = new URLSearchParams([...rest].map(([name, value]): [string, string] => [name, String(value)]))
  return { method, url: `/api${filled}?${query.toString()}`, payload: null }
}
