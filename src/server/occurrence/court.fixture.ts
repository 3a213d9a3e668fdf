import { OccurrencesView } from '#contract/occurrence.ts'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import { RecordWritten } from '#contract/record.ts'
import { SignedIn } from '#contract/session.ts'
import { planImportJob } from '#server/import/job.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import { compareKept } from '#server/occurrence/every-jurisdiction.ts'
import { recordImportJob } from '#server/record-import/job.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

type Answer = Awaited<ReturnType<TestServer['ask']>>

/** A court with the sample organisation and a confirmed plan that computes from 2026-01-01 to 2026-12-31; today is 2026-03-02. */
export interface Court {
  readonly server: TestServer
  readonly jurisdictionId: string
  readonly planId: string
  /** Commitments by ref: 1-1-1 每年12次, 1-1-2 其中4次, 1-1-3 修订议事规则. */
  readonly commitment: (ref: string) => string
  readonly org: (name: string) => string
  readonly person: (name: string) => string
  readonly group: (name: string) => string
  readonly ask: (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) => Promise<Answer>
  /** Signs in again, when days have passed. */
  readonly signIn: () => Promise<void>
  readonly answer: (code: string, given: object) => Promise<Answer>
  readonly occurrences: (ref: string, query?: string) => Promise<OccurrencesView['items']>
  /** How everything kept, the rows of the ledger too, differs from a full evaluation. */
  readonly differences: () => Promise<readonly object[]>
}

type OccurrencesView = ReturnType<typeof OccurrencesView.parse>

/** `jobNames`: kinds of job that may be queued besides. */
export async function startCourt(jobNames: readonly string[] = []): Promise<Court> {
  const server = await startTestServer({ jobNames: [planImportJob.name, recordImportJob.name, ...jobNames] })
  let cookie = await server.setUp()
  const ask: Court['ask'] = (method, path, payload) => server.ask(method, `/api${path}`, payload ?? null, cookie)
  const { accountId } = SignedIn.parse((await ask('GET', '/session')).body)
  const { jurisdictionId } = await server.database.db
    .selectFrom('account')
    .select('jurisdictionId')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await ask('POST', '/organisation/sample', {})
  const { organisation } = OrganisationView.parse((await ask('GET', '/organisation')).body)
  const planId = await storePlan(server, accountId)
  const { commitments, questions } = PlanView.parse((await ask('GET', `/plans/${planId}`)).body)
  const answer: Court['answer'] = (code, given) =>
    ask('POST', `/plans/${planId}/questions/${questions.find((each) => each.code === code)?.id ?? ''}/answer`, { answer: given })
  await answer('in-force', { kind: 'interval', from: '2026-01-01', to: '2026-12-31' })
  await answer('each-or-whole', { kind: 'choice', value: 'org' })
  await answer('immediate-limit', { kind: 'days', days: 90 })
  await answer('due-on', { kind: 'day', day: '2026-03-31' })
  await ask('POST', `/plans/${planId}/confirm`, { clause: null })
  const commitment = (ref: string) => idOf(commitments.find((each) => each.ref === ref))
  return {
    server,
    jurisdictionId,
    planId,
    commitment,
    org: (name) => organisation.terms.find((each) => each.name === name)?.org ?? '',
    person: (name) => idOf(organisation.people.find((each) => each.name === name)),
    group: (name) => idOf(organisation.groups.find((each) => each.name === name)),
    ask,
    async signIn() {
      cookie = (await ask('POST', '/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
    },
    answer,
    async occurrences(ref, query = '') {
      return OccurrencesView.parse((await ask('GET', `/commitments/${commitment(ref)}/occurrences${query}`)).body).items
    },
    differences: async () => (await compareKept(server.database.db)).differing,
  }
}

function idOf(found: { readonly id: string } | undefined): string {
  if (found === undefined) throw new Error('not in the sample')
  return found.id
}

/** A definition that counts records of one register for the whole court. */
export function definitionOf(court: Court, register: string, changes: object = {}, counting: object = {}): object {
  return {
    org: court.org('澜川市中级人民法院'),
    scope: null,
    measure: null,
    counting: {
      sources: [{ register, where: null }],
      mode: 'any',
      needs: 'submitted',
      completion: null,
      since: 'period',
      within: null,
      notWith: [],
      before: null,
      ...counting,
    },
    event: null,
    midPeriod: null,
    isExact: false,
    waived: [],
    ...changes,
  }
}

/** Study of the office, on a day (or `from/to`). */
export function studyOf(court: Court, on: string, changes: object = {}): object {
  const [from = '', to = from] = on.split('/')
  return {
    org: court.org('办公室'),
    occurredOn: { from, to },
    subjects: [],
    values: { form: '专题辅导', themes: ['审判执行难点'], topic: '学习' },
    state: 'submitted',
    ...changes,
  }
}

/** Enters a record; fails where it is not taken. */
export async function enter(court: Court, register: string, entry: object): Promise<RecordWritten> {
  const answer = await court.ask('POST', `/registers/${register}/records`, entry)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return RecordWritten.parse(answer.body)
}

type RecordWritten = ReturnType<typeof RecordWritten.parse>
