import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import type { Program } from './program.ts'

let office: Office
let program: Program
let browser: WatchedBrowser
let page: Page
let ask: Office['ask']
let sample: Sample
const year = new Date().getFullYear()

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page, ask } = office)
  sample = await defineSample(ask)
})
afterAll(() => office.close())

test('the calendar says by when what must be done, and a day leads to entering what was done on it', async () => {
  const occurrences = await ask('GET', `/commitments/${sample.commitments.get('1-2-1')}/occurrences`)
  const safe = /"latestSafeDay":"(\d{4}-\d\d-\d\d)"/.exec(JSON.stringify(occurrences))?.[1] ?? ''
  expect(safe).toMatch(/^\d{4}-/)
  await page.getByRole('link', { name: '日历' }).click()
  await page.getByRole('heading', { name: '日历' }).waitFor()
  await page.goto(`${program.origin}/calendar?month=${safe.slice(0, 7)}&day=${safe}`)
  await page.locator('.day-pane').getByText('最迟在这天完成').first().waitFor()
  await page.locator('.day-pane').getByText('1-2-1').first().waitFor()
  expect(await page.locator('.month .due').count()).toBeGreaterThan(0)
  await page.goto(`${program.origin}/calendar?day=${year}-01-05&month=${year}-01`)
  await page.getByRole('link', { name: '登记这天的事' }).click()
  await page.waitForURL((url) => url.pathname === '/records/new' && url.searchParams.get('on') === `${year}-01-05`)
})

test('the work days of a year are read from the notice and kept', async () => {
  await page.goto(`${program.origin}/calendar/work-days`)
  await page.getByText('从通知粘贴').click()
  await page.locator('textarea').fill('10月1日至7日放假，10月10日（周六）上班')
  await page.getByRole('button', { name: '读入' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('的工作日已保存').waitFor()
  await page.reload()
  expect(await page.getByText(/许明远 于 .+ 录入/).innerText()).toContain('许明远')
})

test('one asks why a light is as it is, and finds by when what is missing', async () => {
  await page.goto(`${program.origin}/ledger`)
  await page.locator(`.ag-row[row-id="${sample.commitments.get('1-2-1')}"] [col-id="light"]`).click()
  const light = (await page.locator('.panel .light').first().innerText()).trim()
  await page.getByRole('link', { name: '打开任务' }).click()
  const because = page.locator('.explanation .because').first()
  await because.waitFor()
  const words = await because.innerText()
  expect(words).toContain(`为什么是“${light}”？`)
  expect(words).toContain('30 天')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('nothing went wrong in the pages', () => {
  expect(browser.problems).toEqual([])
})
