import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'

const HEADS_OWN = 'Huaijin-bangongshi-1'

let office: Office
let browser: WatchedBrowser
let page: Page

beforeAll(async () => {
  office = await openOffice({ name: '王敏', login: 'wangmin' })
  ;({ browser, page } = office)
  await page.getByRole('button', { name: '载入示例方案' }).click()
  await page.waitForURL(/\/plans\//)
  await ask('POST', '/api/organisation/sample', {})
  await ask('POST', `/api/plans/${new URL(page.url()).pathname.split('/')[2] ?? ''}/confirm`, { clause: null })
})
afterAll(() => office.close())

interface Answer {
  readonly status: number
  readonly body: string
}

/** Asks the API as whoever is signed in. */
function ask(method: 'GET' | 'POST', url: string, payload: object | null = null): Promise<Answer> {
  return page.evaluate(
    async ([how, where, json]) => {
      const body = json === null ? {} : { body: json, headers: { 'content-type': 'application/json' } }
      const answer = await fetch(where, { method: how, ...body })
      return { status: answer.status, body: await answer.text() }
    },
    [method, url, payload === null ? null : JSON.stringify(payload)] as const,
  )
}

async function ledger(): Promise<readonly { readonly id: string; readonly leadOrgs: string; readonly supportingOrgs: string }[]> {
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }
  const { body } = await ask('POST', '/api/ledger/window', { view, offset: 0, limit: 1000 })
  return JSON.parse(body).rows
}

let foreign = ''
let secret = ''

test('the office makes an account for the head of a department, whose password is shown once', async () => {
  const rows = await ledger()
  foreign = rows.find(({ leadOrgs, supportingOrgs }) => leadOrgs !== '' && !/办公室|部门|单位|庭/.test(leadOrgs + supportingOrgs))?.id ?? ''
  expect(foreign).not.toBe('')
  await page.getByRole('link', { name: '账号' }).click()
  await page.getByRole('button', { name: '开通账号' }).click()
  await page.getByRole('checkbox', { name: /陆怀瑾/ }).check()
  await page.getByRole('button', { name: '开通 1 个账号' }).click()
  await page.getByText('只显示这一次').waitFor()
  secret = (await page.locator('.slips .secret').textContent()) ?? ''
  expect(secret).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  await page.getByRole('button', { name: '已交付，关闭' }).click()
  const row = page.getByRole('row', { name: /陆怀瑾/ })
  expect(await row.innerText()).toContain('待首次登录')
  expect(await page.getByText(secret).count()).toBe(0)
})

test('on a phone the head must change it, and then sees what the unit owes at a glance', async () => {
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByLabel('登录名').fill('陆怀瑾')
  await page.getByLabel('密码').fill(secret)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('当前密码').fill(secret)
  await page.getByLabel('新密码', { exact: true }).fill(HEADS_OWN)
  await page.getByLabel(/再次/).fill(HEADS_OWN)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('heading', { name: '本单位应办' }).waitFor()
  await page.getByText('办公室 主任').waitFor()
  const items = page.locator('.item')
  expect(await items.count()).toBeGreaterThan(0)
  expect((await items.first().boundingBox())?.y).toBeLessThan(844)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await page.getByRole('link', { name: '账号' }).count()).toBe(0)
})

test('the head sees no other unit’s row, in the ledger or by its address', async () => {
  const rows = await ledger()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ id }) => id)).not.toContain(foreign)
  expect((await ask('GET', `/api/commitments/${foreign}`)).status).toBe(404)
  expect((await ask('GET', `/api/commitments/${foreign}/occurrences`)).status).toBe(404)
  expect((await ask('GET', '/api/accounts')).status).toBe(403)
})

test('nothing went wrong in the browser', () => {
  expect(browser.problems).toEqual([])
})
