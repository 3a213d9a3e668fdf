import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let browser: WatchedBrowser
let page: Page

const WAIT = { timeout: 10_000 }
const PLAN = `澜川市中级人民法院整改方案
三、整改措施
（一）聚焦学习，提高质量
存在问题：学习不够深入。
整改措施：
1.加强学习。2026年起，院党组每年组织中心组学习不少于12次，其中法治建设专题学习不少于4次。
2.深入基层。班子成员每年到基层联系点蹲点调研不少于30天。
3.加强演练。常态化开展应急演练。`

beforeAll(async () => {
  office = await openOffice()
  ;({ browser, page } = office)
  page.setDefaultTimeout(10_000)
  await page.getByRole('link', { name: '组织机构' }).click()
  await page.getByRole('button', { name: '载入示例机构' }).click()
  await page.getByText('办公室').first().waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: '首页' }).click()
  await page.setInputFiles('input[type=file]', { name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from(PLAN) })
  await page.waitForURL(/\/plans\//)
  await page.getByRole('button', { name: '全部确认', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确认/ })
    .click()
}, 120_000)
afterAll(() => office.close())

const row = (ref: string) => page.locator('.counting-row', { has: page.getByText(ref, { exact: true }) })

test('the office goes from the plan to its counting, answers what is open and confirms what is complete', async () => {
  await page.getByRole('link', { name: '计数口径' }).click()
  await row('1-1-1').getByText('《中心组学习》的记录').waitFor()
  await page.getByText('应急演练').first().waitFor()
  const questions = page.locator('.counting-questions')
  await questions.getByRole('button', { name: '其他答复' }).first().click()
  await questions.getByLabel('起').fill('2026-01-01')
  await questions.getByLabel('止（可不填）').fill('2026-12-31')
  await questions.getByRole('button', { name: '答复', exact: true }).click()
  await questions.getByRole('button', { name: '自然年（1 月 1 日起）' }).click()
  await questions.getByRole('button', { name: '按整期完成' }).click()
  await questions.getByRole('button', { name: '每名成员各自完成' }).click()
  await expect.poll(() => questions.innerText(), WAIT).toContain('待答复的问题（1）')
  expect(await row('1-1-2').innerText()).toContain('专题=习近平法治思想与法治建设')
  await page.getByRole('button', { name: /^确认全部/ }).click()
  await expect.poll(() => row('1-1-1').innerText(), WAIT).toContain('已可计算')
})

test('a definition is changed without code, and shows what it would come to', async () => {
  await row('1-1-1').getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('计入 0 条记录').waitFor()
  await dialog.getByRole('button', { name: '加条件' }).click()
  await dialog.getByLabel('栏目').selectOption({ label: '形式' })
  await dialog.getByText('计入 0 条记录').waitFor()
  await dialog.getByRole('button', { name: '确认口径' }).click()
  await expect.poll(() => row('1-1-1').innerText(), WAIT).toContain('形式=集体学习研讨')
})

test('the page of a commitment says why its light is as it is, also as of another day and on a phone', async () => {
  await row('1-1-1').getByRole('link', { name: '查看任务' }).click()
  await page.getByRole('heading', { name: '完成情况' }).waitFor()
  await page.getByText(/为什么是“.+”？/).waitFor()
  expect(await page.getByRole('link', { name: '登记一条' }).getAttribute('href')).toMatch(
    /^\/records\/new\?register=study-session&commitment=/,
  )
  await page.getByRole('button', { name: '截至…' }).click()
  await page.getByLabel('截至日期').fill('2027-02-01')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText('期限 2026-12-31 已过').waitFor()
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.getByText('经过').click()
  await page.getByText('修改计数口径').waitFor()
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('nothing went wrong in the browser', () => {
  expect(browser.problems).toEqual([])
})
