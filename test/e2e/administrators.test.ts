import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'

const OWN = 'Guanli-zhong-2026!'
const ADMINISTRATORS = [
  ['系统管理员', 'xitong', '高明'],
  ['安全管理员', 'anquan', '方正'],
  ['审计管理员', 'shenji', '严谨'],
] as const

let office: Office
let page: Page
const secrets: string[] = []
beforeAll(async () => {
  office = await openOffice({ name: '王敏', login: 'wangmin' })
  ;({ page } = office)
})
afterAll(() => office.close())

test('the office goes into service: three people, three passwords shown once, no banner any more', async () => {
  await page.getByText('试用模式').waitFor()
  await office.ask('POST', '/second-factor/codes', {})
  await page.reload()
  await page.getByRole('link', { name: '转入正式运行' }).click()
  for (const [title, login, name] of ADMINISTRATORS) {
    await page.getByLabel(`${title} 姓名`).fill(name)
    await page.getByLabel(`${title} 登录名`).fill(login)
  }
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '转入正式运行' }).click()
  await page.getByText('只显示这一次').waitFor()
  secrets.push(...(await page.locator('.slips .secret').allTextContents()))
  expect(secrets).toHaveLength(3)
  await page.getByRole('button', { name: '已交付，关闭' }).click()
  await page.getByText('试用模式').waitFor({ state: 'detached' })
})

/** Asks the API as whoever is signed in there; gives the status. */
function send(own: Page, path: string, payload: object): Promise<number> {
  return own.evaluate(
    async ([where, body]) => (await fetch(where, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
    [`/api${path}`, JSON.stringify(payload)] as const,
  )
}

/** Signs in with the printed password, takes one’s own and a printed code list, in a browser of its own. */
async function signIn(at: number): Promise<Page> {
  const browser = await openBrowser()
  const own = await browser.newPage({ width: 1366, height: 768 })
  const origin = new URL(page.url()).origin
  await own.goto(`${origin}/sign-in`)
  const begin = async () => {
    const login = ADMINISTRATORS[at]?.[1] ?? ''
    const current = secrets[at] ?? ''
    return [
      await send(own, '/session', { login, password: current }),
      await send(own, '/session/password', { current, next: OWN }),
      await send(own, '/second-factor/codes', {}),
    ]
  }
  expect(await begin()).toEqual([200, 200, 200])
  await own.goto(origin)
  return own
}

test.for([
  [0, '系统管理员', ['账号', '组织机构'], ['台账', '操作日志', '授权申请']],
  [1, '安全管理员', ['账号', '授权申请', '敏感标记'], ['台账', '操作日志', '组织机构']],
  [2, '审计管理员', ['操作日志'], ['台账', '账号', '组织机构', '授权申请']],
] as const)('%s %s finds their own console and no other', { timeout: 60_000 }, async ([at, title, own, others]) => {
  const console = await signIn(at)
  await console.getByRole('heading', { name: title }).waitFor()
  const nav = console.getByRole('navigation', { name: '主导航' })
  for (const name of own) await nav.getByRole('link', { name, exact: true }).waitFor()
  for (const name of others) expect(await nav.getByRole('link', { name, exact: true }).count()).toBe(0)
  if (process.env['SHOTS'] !== undefined) await console.screenshot({ path: `${process.env['SHOTS']}/console-${at}.png` })
  await console.close()
})
