import { parseArgs } from 'node:util'
import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { define, type Ask, changeLeaders, type Entered, enterStep, fillOrganisation, namesNow } from '#test/year/fill.ts'
import { generateYear } from '#test/year/generate.ts'
import { samplePlan } from '#test/year/plans.ts'
import { timeline } from '#test/year/entering.ts'

// fills a running installation with the sample court's year, so that one can try everything on it:
//   node scripts/fill-year.ts --url http://127.0.0.1:8080 --login NAME [--seed 20260131]   (the password in XIAOHAO_PASSWORD)
// It loads the sample organisation and plan, answers and confirms, says how commitments are counted, and enters all that has happened by
// today. Only for trials: nothing of it can be taken back but by voiding.
const { values: given } = parseArgs({
  options: { url: { type: 'string' }, login: { type: 'string' }, seed: { type: 'string', default: '20260131' } },
})
const { url = '', login = '' } = given
if (url === '' || login === '') throw new Error('--url and --login are needed')

let cookie = ''
const send = async (method: string, route: string, body: string | FormData | null, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}/api${route}`, { method, body, headers: { cookie, origin: url, ...headers } })
  const set = answer.headers.getSetCookie()[0]
  if (set !== undefined) cookie = set.split(';')[0] ?? ''
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text}`)
  return z.record(z.string(), z.unknown()).parse(text === '' ? {} : JSON.parse(text))
}
const ask: Ask = (method, route, payload) =>
  send(
    method,
    route,
    payload === undefined ? null : JSON.stringify(payload),
    payload === undefined ? {} : { 'content-type': 'application/json' },
  )

await ask('POST', '/session', { login, password: process.env['XIAOHAO_PASSWORD'] ?? '' })
await fillOrganisation(ask)
const planId = await importPlan()
const { questions, commitments } = PlanView.parse(await ask('GET', `/plans/${planId}`))
const refs = new Map(commitments.map(({ id, ref }) => [id, ref]))
for (const question of questions) {
  const answer = samplePlan.answerOf({ ...question, refs: question.commitments.map((id) => refs.get(id) ?? '') })
  if (answer !== null) await ask('POST', `/plans/${planId}/questions/${question.id}/answer`, { answer })
}
await samplePlan.prepare(ask, planId)
await ask('POST', `/plans/${planId}/confirm`, { clause: null })
await define(ask, planId, samplePlan.definitions(await namesNow(ask)), await namesNow(ask))

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
await changeLeaders(ask, today)
const names = await namesNow(ask)
const entered: Entered = new Map()
const steps = timeline(generateYear(Number(given.seed))).filter(({ day }) => day <= today)
for (const [index, step] of steps.entries()) {
  await enterStep(ask, entered, names, step)
  if (index % 50 === 0) process.stdout.write(`${index} / ${steps.length}\n`)
}
process.stdout.write(`${entered.size} records\n`)

async function importPlan(): Promise<string> {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(samplePlan.bytes)], samplePlan.name))
  const { importId } = await send('POST', '/imports', form)
  for (;;) {
    const { planId: made, state } = await ask('GET', `/imports/${String(importId)}`)
    if (typeof made === 'string') return made
    if (state === 'failed') throw new Error('the plan was not read')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
