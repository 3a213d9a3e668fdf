import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type WatchedBrowser } from './browser.ts'
import { type Program, startProgram } from './program.ts'

let program: Program
let browser: WatchedBrowser
let page: Page

beforeAll(async () => {
  program = await startProgram()
  browser = await openBrowser()
  page = await browser.newPage({ width: 1366, height: 768 })
  await page.goto(program.setupLink)
  await page.getByLabel('单位名称').fill('澜川市中级人民法院')
  await page.getByLabel('姓名').fill('许明远')
  await page.getByLabel('登录名').fill('xumingyuan')
  await page.getByLabel('密码', { exact: true }).fill('Lianhe-zhenggai-26')
  await page.getByLabel('再次输入密码').fill('Lianhe-zhenggai-26')
  await page.getByRole('button', { name: '完成设置并进入' }).click()
  await page.getByRole('link', { name: '登记簿' }).click()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
})

const register = (title: string) => page.locator('details', { has: page.getByText(title, { exact: true }) }).first()

test('a register says what is asked, who reads it, when it is due and how it counts', async () => {
  await register('三会一课').locator('summary').click()
  const words = await register('三会一课').innerText()
  for (const part of ['每月填报，没有发生也要报（零报告）', '支部党员大会', '实到人数', '全体干警', '不含本月未召开为“是”'])
    expect(words).toContain(part)
})

test('a search finds registers by their fields and words of plans', async () => {
  await page.getByRole('searchbox').fill('蹲点')
  await page.getByText('1 种登记簿').waitFor()
  await register('基层调研').locator('summary').click()
  expect(await register('基层调研').innerText()).toContain('仅计：方式为“带案下访”或“现场办公”')
  await page.getByRole('searchbox').fill('')
})

test('a group is one click away and the header stays', async () => {
  await page.getByRole('link', { name: '督察与制度' }).click()
  await expect.poll(() => page.getByRole('heading', { name: '督察与制度' }).isVisible()).toBe(true)
  expect((await page.getByRole('link', { name: '台账', exact: true }).boundingBox())?.y).toBeGreaterThanOrEqual(0)
})

test('another pack, in English, on a phone', async () => {
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('button', { name: 'State-owned enterprise' }).click()
  await page.getByText('11 registers').waitFor()
  await page.setViewportSize({ width: 390, height: 800 })
  await register('Purchases').locator('summary').click()
  expect(await register('Purchases').innerText()).toContain('only where Means is “open tender”')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('nothing went wrong in the browser', () => {
  expect(browser.problems).toEqual([])
})
