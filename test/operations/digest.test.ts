import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { readMail, startMailServer } from '#test/mail/mail-server.ts'
import { askDatabase, freePort, startProgram, until } from '#test/reliability/program.ts'

const account = { login: 'zhangsan', password: 'Correct#Horse9' }
const Organisation = z.object({ organisation: z.object({ terms: z.array(z.looseObject({ org: z.string(), name: z.string() })) }) })
const Written = z.object({ record: z.looseObject({ id: z.string() }) })
const WorkCalendar = z.object({ today: z.string() })

const Count = z.array(z.object({ rounds: z.coerce.number() })).length(1)

/** How often the program has looked whether a digest is due, and was done with it. */
async function roundsOf(data: string): Promise<number> {
  const rows = await askDatabase(data, "SELECT count(*) AS rounds FROM pgboss.job WHERE name = 'digest' AND state = 'completed'")
  return Count.parse(rows)[0]?.rounds ?? 0
}

test('the daily digest comes by mail, once a day, also when the program starts again', { timeout: 180_000 }, async () => {
  const mail = await startMailServer()
  onTestFinished(mail.close)
  const folder = mkdtempSync('/tmp/xiaohao-digest-')
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const options = {
    data: path.join(folder, 'data'),
    port: await freePort(),
    env: {
      XIAOHAO_MAIL: `smtp://127.0.0.1:${mail.port}`,
      XIAOHAO_MAIL_FROM: 'xiaohao@court.example',
      XIAOHAO_DIGEST_HOUR: '0',
      XIAOHAO_ADDRESS: 'https://ledger.court.example',
    },
  }
  let program = await startProgram(options)
  onTestFinished(() => void program.child.kill('SIGTERM'))
  const ask = async (method: string, where: string, body: object | null, cookie = '') => {
    const sent = body === null ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie } }
    const answer = await fetch(`${program.url}/api${where}`, { method, headers: { cookie }, ...sent })
    if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`)
    return { body: await answer.json(), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  const { cookie } = await ask('POST', '/setup', {
    token: program.setupToken,
    jurisdiction: '某市中级人民法院',
    name: '张三',
    ...account,
  })
  const { today } = WorkCalendar.parse((await ask('GET', '/work-calendar', null, cookie)).body)
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const makeUpWorkDays = weekday === 0 || weekday === 6 ? [today] : []
  const holidays = ['01-01', '05-01', '10-01'].map((day) => `${today.slice(0, 5)}${day}`).filter((day) => day !== today)
  await ask('PUT', '/work-calendar', { year: Number(today.slice(0, 4)), version: 0, holidays, makeUpWorkDays }, cookie)
  await ask('POST', '/organisation/sample', {}, cookie)
  const { organisation } = Organisation.parse((await ask('GET', '/organisation', null, cookie)).body)
  const entry = {
    org: organisation.terms.find(({ name }) => name === '办公室')?.org,
    occurredOn: { from: today, to: today },
    subjects: [],
    values: { form: '专题辅导', themes: ['审判执行难点'], topic: '内部议题' },
    state: 'submitted',
  }
  const { record } = Written.parse((await ask('POST', '/registers/study-session/records', entry, cookie)).body)
  await ask('POST', `/records/${record.id}/review`, { revision: 1, state: 'returned', note: '请补充参加人员名单' }, cookie)
  await ask('PUT', '/digest/address', { email: 'zhangsan@court.example', isOn: true }, cookie)

  expect(await program.end('SIGTERM')).toBe(0)
  program = await startProgram(options)
  await until(() => mail.received.length > 0, 'the digest is there', 60_000)
  const [first] = mail.received
  const { subject, text } = first === undefined ? { subject: '', text: '' } : readMail(first)
  expect(subject).toContain('被退回、重新打开 1')
  expect(text).toContain(`https://ledger.court.example/records/${record.id}`)
  expect(text).not.toContain('内部议题')

  await until(async () => (await roundsOf(options.data)) > 1, 'the round is over', 60_000)
  const rounds = await roundsOf(options.data)
  expect(await program.end('SIGTERM')).toBe(0)
  program = await startProgram(options)
  await until(async () => (await roundsOf(options.data)) > rounds, 'it was looked again', 60_000)
  expect(mail.received).toHaveLength(1)
  expect(await program.end('SIGTERM')).toBe(0)
})
