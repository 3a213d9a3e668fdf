import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Office, openOffice } from './office.ts'

const PASSWORD = 'Lianhe-zhenggai-26'

let office: Office
let page: Page
let seed = ''
let codes: readonly string[] = []

beforeAll(async () => {
  office = await openOffice({ name: '许明远', login: 'xumingyuan' })
  ;({ page } = office)
})
afterAll(() => office.close())

/** What an app shows for the seed, some steps from now. */
function codeOf(text: string, shift = 0): string {
  const bits = Array.from(text, (letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + shift))
  const digest = createHmac('sha1', key).update(counter).digest()
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

async function signIn(login = 'xumingyuan', password = PASSWORD): Promise<void> {
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('an app is enrolled by its square code or its key', async () => {
  await page.getByRole('link', { name: '许明远' }).click()
  await page.getByRole('heading', { name: '第二重验证' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: '动态口令' }).getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('img', { name: '动态口令二维码' }).waitFor()
  seed = ((await page.locator('.seed code').textContent()) ?? '').replaceAll(' ', '')
  expect(seed).toMatch(/^[A-Z2-7]{32}$/)
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '确认启用' }).click()
  await page.getByText('验证码不正确').waitFor()
  await page.getByLabel('验证码').fill(codeOf(seed, -1))
  await page.getByRole('button', { name: '确认启用' }).click()
  await page.getByText(/已启用 ·/).waitFor()
})

test('ten codes are printed and shown this once', async () => {
  await page.getByRole('button', { name: '打印 10 个' }).click()
  await page.getByText('只显示这一次').waitFor()
  codes = await page.locator('.printed-codes li code').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: '已保存，关闭' }).click()
  await page.getByText('还有 10 个').waitFor()
})

test('signing in asks for a code after the password, and a reload still does', async () => {
  await signIn()
  await page.getByRole('heading', { name: '第二重验证' }).waitFor()
  await page.goto(`${office.program.origin}/ledger`)
  await page.getByRole('heading', { name: '第二重验证' }).waitFor()
  await page.getByLabel('验证码').fill(codes[0] ?? '')
  await page.getByRole('button', { name: '验证' }).click()
  await page.waitForURL(/\/ledger/)
  expect((await office.ask('GET', '/session'))['step']).toBeNull()
})

test('a dangerous act asks who it is and then goes on by itself', async () => {
  // as if fifteen minutes had passed: the first answer says so
  let isAsked = false
  await page.route('**/api/second-factor/codes', async (route) => {
    if (isAsked) return route.continue()
    isAsked = true
    const body = JSON.stringify({ defined: true, code: 'RECENT_SIGN_IN_REQUIRED', status: 403, message: 'RECENT_SIGN_IN_REQUIRED' })
    return route.fulfill({ status: 403, contentType: 'application/json', body })
  })
  await page.getByRole('link', { name: '许明远' }).click()
  await page.getByRole('button', { name: /重新打印/ }).click()
  const dialog = page.getByRole('dialog', { name: '请再次验证身份' })
  await dialog.getByLabel('密码').fill(PASSWORD)
  await dialog.getByLabel('验证码').fill(codes[1] ?? '')
  await dialog.getByRole('button', { name: '验证并继续' }).click()
  await page.getByText('只显示这一次').waitFor()
  expect(await page.locator('.printed-codes li').count()).toBe(10)
  await page.getByRole('button', { name: '已保存，关闭' }).click()
})

test('a session elsewhere is seen and ended', async () => {
  const status = await page.evaluate(
    async ([login, password]) => {
      const answer = await fetch('/api/session', {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      })
      return answer.status
    },
    ['xumingyuan', PASSWORD],
  )
  expect(status).toBe(200)
  await page.reload()
  await page.getByText('本次').waitFor()
  expect(await page.locator('.own-sessions > li').count()).toBe(2)
  await page.getByRole('button', { name: '结束', exact: true }).click()
  await page.getByText('已结束').waitFor()
  await expect.poll(() => page.locator('.own-sessions > li').count()).toBe(1)
})

test('in service an administrator changes the printed password, enrols a second factor, and only then goes on', async () => {
  await office.ask('POST', '/second-factor/codes', {})
  const appointed = Object.fromEntries(
    ['system_admin', 'security_admin', 'audit_admin'].map((post) => [post, { name: post, login: post.replace('_', '-') }]),
  )
  const { passwords } = z
    .object({ passwords: z.array(z.object({ login: z.string(), password: z.string() })) })
    .parse(await office.ask('POST', '/setup/service', appointed))
  const printed = passwords.find(({ login }) => login === 'system-admin')?.password ?? ''
  await page.goto(`${office.program.origin}/account`)
  await signIn('system-admin', printed)
  await page.getByLabel('当前密码').fill(printed)
  await page.getByLabel('新密码', { exact: true }).fill('Xitong-guanli-2026')
  await page.getByLabel(/再次/).fill('Xitong-guanli-2026')
  await page.locator('form button[type=submit]').click()
  await page.getByRole('heading', { name: '登记第二重验证' }).waitFor()
  expect(await page.getByRole('button', { name: '继续' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '打印 10 个' }).click()
  await page.getByRole('button', { name: '已保存，关闭' }).click()
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('navigation').getByRole('link', { name: '账号' }).click()
  await page.getByRole('link', { name: /当前登录/ }).click()
  await page.getByRole('heading', { name: '当前登录' }).waitFor()
  await page.getByRole('row', { name: /system-admin/ }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
})

test('on a phone nothing runs over the edge, and the browser had nothing to complain of', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.goto(`${office.program.origin}/sessions`)
  await page.getByRole('heading', { name: '当前登录' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(office.browser.problems).toEqual([])
})
