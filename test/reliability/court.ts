import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import type { Desk } from '#test/reliability/writer.ts'

const LOGIN = 'zhangsan'
const PASSWORD = 'Correct#Horse9'

type Ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** Sends JSON and gives the answer with the session cookie it set. */
export async function send(
  url: string,
  method: string,
  path: string,
  { body, cookie = '', headers = {} }: { body?: object | undefined; cookie?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: unknown; cookie: string }> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const given: unknown = answer.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : text
  return { status: answer.status, body: given, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

/** Sets a running program up as a court with the sample organisation and one commitment that counts study sessions. */
export async function setUpCourt(url: string, token: string | null): Promise<Desk & { readonly ask: Ask; readonly commitment: string }> {
  const setup = { token, jurisdiction: '某市中级人民法院', name: '张三', login: LOGIN, password: PASSWORD }
  const { cookie, status } = await send(url, 'POST', '/setup', { body: setup })
  if (status !== 200) throw new Error(`set-up answered ${status}`)
  const ask: Ask = async (method, path, body) => {
    const answer = await send(url, method, path, { body, cookie })
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await ask('POST', '/organisation/sample', {})
  const { organisation, asOf } = OrganisationView.parse(await ask('GET', '/organisation'))
  const orgOf = (name: string): string => organisation.terms.find((term) => term.name === name)?.org ?? ''
  const commitment = await definePlan(ask, url, cookie, orgOf('澜川市中级人民法院'), asOf)
  let current = Promise.resolve(cookie)
  const login: Desk['login'] = async (stale) => {
    // of several who ask at once one signs in
    if ((await current) === stale)
      current = send(url, 'POST', '/session', { body: { login: LOGIN, password: PASSWORD } }).then(
        (answer) => (answer.cookie === '' ? stale : answer.cookie),
        () => stale,
      )
    return current
  }
  return { url, ask, commitment, org: orgOf('办公室'), on: asOf, login }
}

async function definePlan(ask: Ask, url: string, cookie: string, org: string, asOf: string): Promise<string> {
  const form = new FormData()
  form.append('file', new File(['某院整改方案\n一、存在问题\n学习不够。\n二、整改措施\n1. 每月组织专题学习不少于2次。\n'], '方案.txt'))
  const started = await fetch(`${url}/api/imports`, { method: 'POST', headers: { cookie }, body: form })
  const { importId } = z.object({ importId: z.string() }).parse(await started.json())
  const Import = z.object({ state: z.string(), planId: z.string().nullable() })
  let plan: string | null = null
  for (let n = 0; plan === null && n < 600; n += 1) {
    ;({ planId: plan } = Import.parse(await ask('GET', `/imports/${importId}`)))
    await sleep(100)
  }
  const { commitments, questions } = PlanView.parse(await ask('GET', `/plans/${plan}`))
  const year = asOf.slice(0, 4)
  for (const { id, code, suggestions } of questions) {
    const answer =
      code === 'in-force'
        ? { kind: 'interval', from: `${year}-01-01`, to: `${year}-12-31` }
        : code === 'immediate-limit'
          ? { kind: 'days', days: 90 }
          : { kind: 'choice', value: suggestions[0]?.value ?? '' }
    await send(url, 'POST', `/plans/${plan}/questions/${id}/answer`, { body: { answer }, cookie })
  }
  await ask('POST', `/plans/${plan}/confirm`, { clause: null })
  const [first] = commitments
  const counting = {
    sources: [{ register: 'study-session', where: null }],
    mode: 'any',
    needs: 'submitted',
    completion: null,
    since: 'period',
    within: null,
    notWith: [],
    before: null,
  }
  const definition = { org, scope: null, measure: null, counting, event: null, midPeriod: null, isExact: false, waived: [] }
  const defined = await ask('PUT', `/commitments/${first?.id}/counting`, { version: 0, definition })
  if (!z.object({ isComputable: z.boolean() }).parse(defined).isComputable) throw new Error(JSON.stringify(defined))
  return first?.id ?? ''
}
