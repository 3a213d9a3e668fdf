import * as z from 'zod'
import { ImportStarted, PlanView } from '#contract/plan.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { jobNames, makeHandlers } from '#server/jobs/handlers.ts'
import { compareKept } from '#server/occurrence/every-jurisdiction.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'
import { daysFrom } from '#test/year/draw.ts'
import { type Ask, changeLeaders, type Entered, enterStep, fillOrganisation, namesNow } from '#test/year/fill.ts'
import type { Fact } from '#test/year/fact.ts'
import { timeline } from '#test/year/entering.ts'

const MINUTES_A_DAY = 1440

/** A court that lives through the year: a whole server on a database of its own, asked over its HTTP API only. */
export interface YearCourt {
  readonly server: TestServer
  readonly ask: Ask
  /** Goes forward to a day (never back) and signs in anew. */
  readonly goTo: (day: string) => Promise<void>
  readonly importPlan: (name: string, bytes: Uint8Array) => Promise<string>
  /** Answers the open questions of a plan that an answer is given for; the rest stays open. */
  readonly answer: (planId: string, answerOf: (question: PlanQuestion) => object | null) => Promise<void>
  /** Enters all that is done until a day, day by day, stopping at the end of each of these days. */
  readonly live: (
    facts: readonly Fact[],
    stops: readonly string[],
    atStop: (day: string, entered: Entered) => Promise<void>,
  ) => Promise<void>
  /** How many occurrences are kept, and which differ from a full evaluation. */
  readonly compare: () => ReturnType<typeof compareKept>
}

/** An open question of a plan, with the refs of the commitments it is about. */
export type PlanQuestion = z.infer<typeof PlanView>['questions'][number] & {
  readonly refs: readonly string[]
}

/** Starts on a day of early 2026, with the sample organisation. `named`: the ids of the commitments that facts name, once they are there. */
export async function startYearCourt(firstDay: string, named: ReadonlyMap<string, readonly string[]>): Promise<YearCourt> {
  const server = await startTestServer({ jobNames })
  const forwardTo = (day: string) => server.clock.forward((daysFrom(dayInShanghai(server.clock.now()), day) - 1) * MINUTES_A_DAY)
  forwardTo(firstDay)
  let cookie = await server.setUp()
  const { database, clock, files, jobs } = server
  await jobs.work(makeHandlers({ db: database.db, clock: clock.now, newId: uuidv7, files, jobs }))
  const ask: Ask = async (method, path, payload) => {
    const { status, body } = await server.ask(method, `/api${path}`, payload ?? null, cookie)
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)} for ${JSON.stringify(payload)}`)
    return body
  }
  let password = PASSWORD
  const goTo: YearCourt['goTo'] = async (day) => {
    forwardTo(day)
    const signedIn = await server.ask('POST', '/api/session', { login: LOGIN, password })
    cookie = signedIn.cookie ?? ''
    // a password lasts for 90 days only
    if (signedIn.body['mustChangePassword'] !== true) return
    const next = `Correct#Horse-${day}`
    cookie = (await server.ask('POST', '/api/session/password', { current: password, next }, cookie)).cookie ?? cookie
    password = next
  }
  await fillOrganisation(ask)
  return {
    server,
    ask,
    goTo,
    async importPlan(name, bytes) {
      const form = new FormData()
      form.append('file', new File([new Uint8Array(bytes)], name))
      const body = new Response(form)
      const headers = { cookie, 'content-type': body.headers.get('content-type') ?? '' }
      const payload = Buffer.from(await body.arrayBuffer())
      const { importId } = ImportStarted.parse((await server.inject({ method: 'POST', url: '/api/imports', payload, headers })).body)
      const Progress = z.object({ state: z.string(), planId: z.string().nullable() })
      for (;;) {
        const { state, planId } = Progress.parse(await ask('GET', `/imports/${importId}`))
        if (planId !== null) return planId
        if (state === 'failed' || state === 'cancelled') throw new Error(`import ${state}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async answer(planId, answerOf) {
      const { questions, commitments } = PlanView.parse(await ask('GET', `/plans/${planId}`))
      const refs = new Map(commitments.map(({ id, ref }) => [id, ref]))
      for (const question of questions) {
        const answer =
          question.answer === null ? answerOf({ ...question, refs: question.commitments.map((id) => refs.get(id) ?? '') }) : null
        if (answer !== null) await ask('POST', `/plans/${planId}/questions/${question.id}/answer`, { answer })
      }
    },
    async live(facts, stops, atStop) {
      const entered: Entered = new Map()
      const steps = timeline(facts)
      const days = [...new Set([...steps.map(({ day }) => day), ...stops])].toSorted().filter((day) => day <= (stops.at(-1) ?? ''))
      for (const day of days) {
        await goTo(day)
        await changeLeaders(ask, day)
        const names = { ...(await namesNow(ask)), commitment: (c: string) => named.get(c) ?? [] }
        for (const step of steps.filter((each) => each.day === day)) await enterStep(ask, entered, names, step)
        if (stops.includes(day)) await atStop(day, entered)
      }
    },
    compare: () => compareKept(database.db),
  }
}
