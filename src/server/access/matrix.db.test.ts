import { afterAll, beforeAll, expect, test } from 'vitest'
import { Post } from '#core/access/post.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { downloadRoutes } from '#server/http/download-routes.ts'
import { uploadRoutes } from '#server/http/upload-routes.ts'
import { planImportJob } from '#server/import/job.ts'
import { everyProcedure } from '#test/database/procedures.ts'
import { sampleRequest } from '#test/database/sample-input.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

/**
 * 岗位 × 路由: who may ask what. `all`: every post, of the rows of its scope (`leaks.db.test.ts`); `office`: the programme office alone. A route that does not
 * stand here fails.
 */
const matrix: Readonly<Record<'open' | 'all' | 'office', readonly string[]>> = {
  open: ['setup.state', 'setup.complete', 'session.signIn'],
  all: [
    'session.current session.signOut session.changePassword home.get calendar.month calendar.day',
    'session.giveFactor session.giveSignature session.challenge session.confirm session.list session.end session.endOthers',
    'secondFactor.state secondFactor.startTotp secondFactor.finishTotp secondFactor.removeTotp secondFactor.printCodes secondFactor.removeCodes',
    'secondFactor.addKey secondFactor.removeKey',
    'plan.list plan.get commitment.get counting.get occurrence.list occurrence.owed',
    'ledger.window ledger.values ledger.counts ledger.export ledger.views.list ledger.views.save ledger.views.remove',
    'organisation.get organisation.history',
    'register.list register.activity register.filing register.definition workCalendar.get light.get',
    'record.enter record.window record.history record.correct record.void record.review record.start record.parties record.members record.names',
    'record.credited record.setting',
    'evidence.get evidence.ofRecord evidence.ofCommitment evidence.link evidence.unlink evidence.date evidence.discard',
    'recordImport.export POST /evidence GET /evidence/:id/file',
  ],
  office: [
    'account.list account.candidates account.create account.disable account.enable account.changePost account.unlock account.reset account.link',
    'session.ofEverybody session.endOf session.endAllOf secondFactor.clear',
    'plan.loadSample plan.confirm plan.remove planImport.get planImport.cancel question.answer',
    'commitment.edit commitment.add commitment.split commitment.merge commitment.discard commitment.restore',
    'counting.define counting.rule counting.suggest counting.defineAll counting.preview',
    'organisation.names organisation.addOrg organisation.renameOrg organisation.moveOrg organisation.closeOrg organisation.setAliases',
    'organisation.addPerson organisation.linkPerson organisation.addPost organisation.closePost organisation.appoint organisation.appointNew',
    'organisation.endHolding organisation.addGroup organisation.addMember organisation.endMember organisation.addRelation',
    'organisation.endRelation organisation.template organisation.loadSample organisation.preview organisation.applyImport',
    'register.choosePack register.add register.change register.restore register.remove record.set',
    'recordImport.preview recordImport.apply recordImport.get recordImport.cancel light.set',
    'workCalendar.set periodLock.list periodLock.lock periodLock.unlock periodLock.later',
    'reconciliation.list reconciliation.get reconciliation.compare reconciliation.settle reconciliation.sign reconciliation.slip',
    'journal.window journal.state journal.proof GET /journal/export GET /journal/verifier',
    'POST /imports POST /organisation/imports POST /reconciliations POST /record-imports',
  ],
}

const ID = '0198f4a0-0000-7000-8000-00000000dead'
const procedures = everyProcedure()
const files = [...uploadRoutes.map(({ path }) => `POST ${path}`), ...downloadRoutes.map(({ path }) => `GET ${path}`)]
const listed = (who: keyof typeof matrix): readonly string[] => matrix[who].flatMap((line) => (who === 'open' ? [line] : routesIn(line)))

/** `a.b c.d POST /x` as its routes. */
function routesIn(line: string): readonly string[] {
  return line.match(/(?:GET|POST) \S+|\S+/g) ?? []
}

test('every route stands in the matrix once, and nothing else does', () => {
  const routes = [...procedures.map(({ name }) => name), ...files]
  expect([...listed('open'), ...listed('all'), ...listed('office')].toSorted()).toEqual(routes.toSorted())
})

let server: TestServer
const cookies = new Map<Post, string>()
beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  const office = await server.setUp()
  for (const post of Post.options)
    cookies.set(post, (await signInNew(server, office, { person: null, name: `someone ${post}`, post })).cookie)
})
afterAll(() => server.close())

/** What ends sessions, and what answers 401 where a guess is wrong. */
const ended = new Set([
  ...['session.signOut', 'session.changePassword', 'session.endAllOf', 'session.confirm', 'session.giveFactor', 'session.giveSignature'],
  ...['secondFactor.finishTotp', 'secondFactor.addKey'],
])
const cases = Post.options.flatMap((post) =>
  procedures
    .filter(({ name }) => !matrix.open.includes(name) && !ended.has(name))
    .map((procedure) => ({
      post,
      procedure,
      name: procedure.name,
      isAllowed: post === 'office' || listed('all').includes(procedure.name),
    })),
)

test.for(cases)('$post asks $name: $isAllowed', async ({ post, procedure, isAllowed }) => {
  const { url, payload } = sampleRequest(procedure, ID)
  const { status } = await server.ask(procedure.method, url, payload, cookies.get(post))
  // what is denied is so before anything is looked up; what is not may be of nothing
  expect({ status, isDenied: status === 401 || status === 403 }).toEqual({ status: isAllowed ? status : 403, isDenied: !isAllowed })
})

test.for(Post.options.flatMap((post) => files.map((route) => ({ post, route }))))('$post asks $route', async ({ post, route }) => {
  const [method, path = ''] = route.split(' ')
  const headers = { cookie: cookies.get(post) ?? '', 'content-type': 'multipart/form-data; boundary=x' }
  const request =
    method === 'GET'
      ? { method: 'GET' as const, headers: { cookie: headers.cookie } }
      : { method: 'POST' as const, headers, payload: '--x--' }
  const { status } = await server.inject({ ...request, url: `/api${path.replace(':id', ID)}` })
  expect(status === 403).toBe(post !== 'office' && !listed('all').includes(route))
  expect(status).not.toBe(401)
})
