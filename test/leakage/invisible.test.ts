import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { drawJob } from '#server/draw/job.ts'
import { planImportJob } from '#server/import/job.ts'
import { LIVE_PATH } from '#server/live/route.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { buildWorld, type World } from '#test/leakage/build.ts'
import { addRevision, addToDesk } from '#test/leakage/build-desk.ts'
import { begin, draftOne, find, look, takeBack } from '#test/leakage/build-inspection.ts'
import { askChange, raiseOne, remind } from '#test/leakage/build-work.ts'
import { worlds } from '#test/leakage/draw.ts'
import { everyRoute, isReading, requestsOf } from '#test/leakage/requests.ts'
import { secretsIn, told as answered } from '#test/leakage/search.ts'
import { casesOf } from '#test/long.ts'

const SEED = 20_261_124
const WORLDS = casesOf(30, 2)
/** Sees the whole ledger, but no drafts. */
const LEADER = 1
const UNIT = 2

let server: TestServer
let origin = ''
beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name, drawJob.name] })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const address = server.app.server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => server.close())

/** What every reading route answers an account, by what was asked. */
async function everythingTold(world: World, account: number, ids: World): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const route of everyRoute().filter(isReading))
    for (const request of requestsOf(route, ids, null, false)) {
      const { status, words } = await answered(server, request, world.cookies[account] ?? '')
      answers.set(`${route.name} ${request.url} ${JSON.stringify(request.payload)}`, withoutMakingTime(words))
      if (status === 403) break
    }
  return answers
}

/** A workbook says when and under which number it was taken out, and its length follows from that. */
function withoutMakingTime(words: string): string {
  return words.includes('dcterms:W3CDTF') ? words.replaceAll(/<dcterms:[^/]*<|"content-length":"\d+"|编号 [\w-]+/g, '') : words
}

/** Where two texts begin to differ. */
function differenceOf(earlier: string, later = ''): string {
  let at = 0
  while (at < earlier.length && earlier[at] === later[at]) at += 1
  return `${earlier.slice(Math.max(0, at - 150), at + 150)} → ${later.slice(at, at + 150)}`
}

/** Rows that nobody but the office may see: a draft and a discarded commitment, a draft record, a file, an account, rules of phrases, batches, another reading of a plan. */
async function addUnseen(world: World, words: string): Promise<void> {
  const { ids, ask, upload, drawn } = world
  for (const plan of ids.plans.keys()) {
    const payload = { clause: ids.clauses[plan], span: null, text: `${words}每月不少于2次`, changes: { object: words } }
    await ask(0, 'POST', `/plans/${ids.plans[plan]}/commitments`, payload)
    const { commitments } = Changed.parse(await ask(0, 'POST', `/plans/${ids.plans[plan]}/commitments`, payload))
    const [{ id, version } = { id: '', version: 1 }] = commitments
    await ask(0, 'POST', `/plans/${ids.plans[plan]}/commitments/${id}/discard`, { version, reason: 'wording', note: words })
  }
  await enter({ ids, ask, drawn }, 'training', { kind: ['党性教育'], topic: words, hours: '2' }, 'draft')
  await upload(0, '/evidence', `${words}.txt`, Buffer.from(words))
  await ask(0, 'POST', '/accounts', { accounts: [{ person: null, name: words, login: words, post: 'unit' }] })
  const own = (): string => world.planted.word({ of: 'office' })
  await addToDesk(server, world, own)
  await addRevision(server, world, 0, own)
}

/** Rows of an org that is none of the units': a confirmed commitment with all that is done about it, what it has filed in a register that it shares with the leaders alone, and what these read of the quarter. */
async function addOfOthers({ ids, ask, drawn }: World, orgName: string, words: string): Promise<void> {
  for (const plan of ids.plans.keys()) {
    const changes = { object: words, leadOrgs: [orgName] }
    const added = Changed.parse(
      await ask(0, 'POST', `/plans/${ids.plans[plan]}/commitments`, {
        clause: ids.clauses[plan],
        span: null,
        text: `${words}每月不少于2次`,
        changes,
      }),
    )
    await confirmAll({ ids, ask }, plan)
    await workOn({ ids, ask }, added.commitments[0]?.id ?? '', `要说得清楚一些${words}`)
  }
  const Report = z.object({ version: z.number() })
  const { version } = Report.parse(await ask(0, 'GET', '/quarter-reports?year=2026&quarter=1'))
  const said = { to: words, arrangement: words, difficulties: words, next: words }
  await ask(0, 'PUT', '/quarter-reports/words', { year: 2026, quarter: 1, version, words: said })
  await enter({ ids, ask, drawn }, 'ideology-risk', { area: ['学术讲座'], level: '低', risk: words, control: words }, 'submitted')
}

const Changed = z.object({ commitments: z.array(z.object({ id: z.string(), version: z.number() })) })

/** 分办 to the org that is none of the units', which refuses; 进展, 困难, 变更 and 催办. */
async function workOn({ ids, ask }: Pick<World, 'ids' | 'ask'>, commitment: string, note: string): Promise<void> {
  const org = ids.orgs.at(-1) ?? ''
  await ask(0, 'POST', '/dispatch', { items: [{ commitment, version: 0, org, supporting: [] }], note })
  await ask(0, 'POST', `/commitments/${commitment}/dispatch/refuse`, { version: 1, note })
  await ask(0, 'POST', `/commitments/${commitment}/dispatch/insist`, { version: 2, note })
  await ask(0, 'PUT', `/commitments/${commitment}/progress`, { org, year: 2026, quarter: 1, revision: 0, words: note })
  await raiseOne(ask, { by: 0, commitment, org, post: ids.posts.at(-1) ?? '', own: () => note })
  await askChange(ask, 0, commitment, { kind: 'termination' }, note)
  await remind(ask, commitment, note)
}

async function confirmAll({ ids, ask }: Pick<World, 'ids' | 'ask'>, plan: number): Promise<void> {
  await ask(0, 'POST', `/plans/${ids.plans[plan]}/confirm`, { clause: null })
}

async function enter({ ids, ask }: Pick<World, 'ids' | 'ask' | 'drawn'>, register: string, values: object, state: 'draft' | 'submitted') {
  const occurredOn = { from: '2026-02-20', to: '2026-02-20' }
  await ask(0, 'POST', `/registers/${register}/records`, { org: ids.orgs.at(-1), occurredOn, subjects: [], values, state })
}

/** A draft of an inspection of a unit; one of the org that is none of the units', with what it found; and of one that a unit knows of what it was not told yet, and what was taken back untold. */
async function addInspections(world: World, own: () => string, begun: string): Promise<void> {
  const { drawn, ids } = world
  const [unit, hidden, lead] = [unitOf(world), drawn.parents.length - 1, drawn.accounts.length - 1]
  const told = (): string => `已经说明清楚了${own()}`
  await draftOne(world, { lead, inspected: [unit, hidden], commitments: [], told })
  const wish = { lead, inspected: [hidden], commitments: ids.commitments.slice(-1), told }
  const id = await draftOne(world, wish)
  await begin(world, wish, id)
  await look(world, wish, { id, org: hidden })
  await find(world, wish, { id, org: hidden, isTold: false })
  await find(world, wish, { id, org: hidden, isTold: true })
  await look(world, wish, { id: begun, org: unit })
  await find(world, wish, { id: begun, org: unit, isTold: false })
  await takeBack(world, wish, await find(world, wish, { id: begun, org: unit, isTold: false }))
}

/** An inspection of a unit that has begun, and of which nothing was seen yet. */
async function beginInspection(world: World): Promise<string> {
  const { drawn, planted } = world
  const told = (): string => `已经说明清楚了${planted.word({ of: 'everybody' })}`
  const wish = { lead: drawn.accounts.length - 1, inspected: [unitOf(world)], commitments: [], told }
  const id = await draftOne(world, wish)
  await begin(world, wish, id)
  return id
}

function unitOf({ drawn }: World): number {
  return drawn.people[drawn.accounts[UNIT]?.person ?? -1]?.org ?? 0
}

/** What an account hears while something is done. */
async function heardWhile(cookie: string, work: () => Promise<void>): Promise<string> {
  const cut = new AbortController()
  const answer = await fetch(`${origin}/api${LIVE_PATH}`, { headers: { cookie }, signal: cut.signal })
  let heard = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) heard += decoder.decode(chunk)
  })().catch(() => undefined)
  await work()
  await expect.poll(() => heard, { timeout: 10_000 }).toContain('event: changed')
  cut.abort()
  await reading
  return heard
}

const drawn = fc.sample(worlds, { seed: SEED, numRuns: WORLDS }).map((world, n) => ({ n: 1000 + n, world }))

test.for(drawn)(
  `assurance 37: what is invisible changes no byte of any answer, world $n of seed ${SEED}`,
  { timeout: 600_000 },
  async ({ n, world: drawing }) => {
    const world = await buildWorld(server, drawing, n)
    // the same requests before and after: what was asked for must not follow from what was added
    const before = { ...world, ids: structuredClone(world.ids) }
    const accounts = [...drawing.accounts.keys()].filter(
      (account) => drawing.accounts[account]?.post !== 'office' && account !== drawing.keeper,
    )
    const compare = async (some: readonly number[], work: () => Promise<void>) => {
      const earlier = await Promise.all(some.map((account) => everythingTold(world, account, before)))
      const heard = await heardWhile(world.cookies[LEADER] ?? '', work)
      expect(secretsIn(world, LEADER, heard)).toEqual([])
      const afterwards = await Promise.all(some.map((account) => everythingTold(world, account, before)))
      for (const [at, account] of some.entries()) {
        const later = afterwards[at] ?? new Map<string, string>()
        const changed = [...(earlier[at] ?? [])].filter(([asked, words]) => later.get(asked) !== words)
        expect({ account, changed: changed.map(([asked, words]) => [asked, differenceOf(words, later.get(asked))]) }).toEqual({
          account,
          changed: [],
        })
      }
    }
    const word = (): string => world.planted.word({ of: 'office' })
    await compare(accounts, () => addUnseen(world, word()))
    // what is added next is confirmed with its whole plan: nothing else must be left to confirm
    for (const plan of world.ids.plans.keys()) await confirmAll(world, plan)
    const { organisation } = z
      .object({ organisation: z.object({ terms: z.array(z.object({ org: z.string(), name: z.string() })) }) })
      .parse(await world.ask(0, 'GET', '/organisation'))
    const hidden = organisation.terms.find(({ org }) => org === world.ids.orgs.at(-1))?.name ?? ''
    const begun = await beginInspection(world)
    await compare(accounts.slice(1), () => addOfOthers(world, hidden, word()))
    // who inspects the same orgs may learn of other inspections of them
    const units = accounts.slice(1).filter((account) => account !== drawing.inspector)
    await compare(units, () => addInspections(world, word, begun))
  },
)
