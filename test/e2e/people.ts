import type { Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, type WatchedBrowser } from './browser.ts'
import type { Office } from './office.ts'

const OWN_PASSWORD = 'Chengzhi-duban-26'
const Created = z.object({ passwords: z.array(z.looseObject({ login: z.string(), password: z.string() })) })

/** Somebody with a browser of their own. */
export interface Colleague {
  readonly page: Page
  readonly browser: WatchedBrowser
}

/** Gives somebody an account, and signs them in as they would themselves. `person`: who it is in the organisation; null: nobody. */
export async function signInAs(
  office: Office,
  { name, post, person }: { readonly name: string; readonly post: 'office' | 'leader' | 'unit'; readonly person: string | null },
): Promise<Colleague> {
  const [printed] = Created.parse(await office.ask('POST', '/accounts', { accounts: [{ person, name, login: name, post }] })).passwords
  if (printed === undefined) throw new Error('no account was made')
  const { login, password } = printed
  const browser = await openBrowser()
  const page = await browser.newPage({ width: 1366, height: 768 })
  await page.goto(`${office.program.origin}/sign-in`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('当前密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD)
  await page.getByLabel('再次输入新密码').fill(OWN_PASSWORD)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).waitFor()
  return { page, browser }
}
