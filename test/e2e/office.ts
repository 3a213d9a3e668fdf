import type { Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, type WatchedBrowser } from './browser.ts'
import { type Program, startProgram } from './program.ts'

/** The password of the first account. */
const PASSWORD = 'Lianhe-zhenggai-26'

/** A program that was just set up, and its office signed in in a browser of desktop size. */
export interface Office {
  readonly program: Program
  readonly browser: WatchedBrowser
  readonly page: Page
  /** Asks the API as whoever is signed in; throws where it answers anything but 200. */
  readonly ask: (method: string, path: string, payload?: object) => Promise<Record<string, unknown>>
  readonly close: () => Promise<void>
}

/** Starts the program and does the set-up as a person would. `field`: which is chosen; null: what is suggested. */
export async function openOffice({
  name = '许明远',
  login = 'xumingyuan',
  jurisdiction = '澜川市中级人民法院',
  field = null,
}: {
  readonly name?: string
  readonly login?: string
  readonly jurisdiction?: string
  readonly field?: string | null
} = {}): Promise<Office> {
  const program = await startProgram()
  const browser = await openBrowser()
  const page = await browser.newPage({ width: 1366, height: 768 })
  await page.goto(program.setupLink)
  await page.getByLabel('单位名称').fill(jurisdiction)
  if (field !== null) await page.getByRole('radio', { name: field }).check()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再次输入密码').fill(PASSWORD)
  await page.getByRole('button', { name: '完成设置并进入' }).click()
  await page.getByRole('link', { name: '组织机构' }).waitFor()
  return {
    program,
    browser,
    page,
    ask: (method, path, payload) => askFrom(page, method, path, payload),
    async close() {
      await browser.close()
      await program.stop()
    },
  }
}

/** Asks the API as whoever is signed in on a page; throws where it answers anything but 200. */
export async function askFrom(page: Page, method: string, path: string, payload?: object): Promise<Record<string, unknown>> {
  const answer = await page.evaluate(
    async ([asked, url, body]) => {
      const sent = body === null ? {} : { body, headers: { 'content-type': 'application/json' } }
      const response = await fetch(url, { method: asked, ...sent })
      return { status: response.status, text: await response.text() }
    },
    [method, `/api${path}`, payload === undefined ? null : JSON.stringify(payload)] as const,
  )
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return z.record(z.string(), z.unknown()).parse(JSON.parse(answer.text))
}
