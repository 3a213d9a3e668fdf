import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import type { Program } from './program.ts'

let office: Office
let program: Program
let browser: WatchedBrowser
let page: Page

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page } = office)
  await page.getByRole('link', { name: '登记簿' }).click()
})
afterAll(() => office.close())

const register = (title: string) => page.getByRole('article').filter({ has: page.getByRole('link', { name: title, exact: true }) })

test('a register says what is asked, who reads it, when it is due and how it counts', async () => {
  await page.getByRole('searchbox').fill('三会一课')
  await register('三会一课').getByRole('link', { name: '定义' }).click()
  await page.getByText('谁能看').waitFor()
  const words = await page.locator('.definition').innerText()
  for (const part of ['每月填报，没有发生也要报（零报告）', '支部党员大会', '实到人数', '全体干警', '不含本月未召开为“是”'])
    expect(words).toContain(part)
  await page.getByText('组织机构中找不到应填报的“党支部”').waitFor()
})

test('a register is added without code, entered in, and then keeps what it holds', async () => {
  await page.request.post(`${program.origin}/api/organisation/sample`, { headers: { origin: program.origin }, data: {} })
  await page.goto(`${program.origin}/registers/new`)
  await page.getByLabel('名称', { exact: true }).fill('读书班')
  await page.getByLabel('栏目名称').fill('书目')
  await page.getByRole('button', { name: '增加栏目' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请填写。').waitFor()
  await page.getByLabel('栏目名称').nth(1).fill('形式')
  await page.getByLabel('类型').nth(1).selectOption({ label: '选择' })
  await page.getByLabel('选项（每行一个）').fill('自学\n共读')
  await page.getByLabel('什么时候填').selectOption({ label: '每月' })
  await page.getByText('没有发生也要报（零报告）').click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('本单位自建').waitFor()
  await page.getByRole('link', { name: '登记', exact: true }).click()
  await page.getByText('书目').waitFor()
  expect(page.url()).toContain('/records/new')
})

test('a register of the pack is changed, shows what differs, and goes back', async () => {
  await page.goto(`${program.origin}/registers/ideology-risk/definition`)
  await page.getByRole('button', { name: '修改定义' }).click()
  await page.getByLabel('栏目名称').first().fill('阵地')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('设置不同的栏目：阵地').waitFor()
  expect(await page.getByRole('region', { name: '填报情况' }).innerText()).toContain('办公室')
  await page.getByRole('button', { name: '恢复业务包的定义' }).click()
  await page.getByText('来自业务包“人民法院”，未改动').waitFor()
})

test('in English, on a phone', async () => {
  await page.getByText('English', { exact: true }).click()
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${program.origin}/registers`)
  await page.getByText(/^\d+ registers/).waitFor()
  await page.getByRole('searchbox').fill('讀')
  await page.getByText('No register fits.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('link', { name: 'Add a register' }).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('nothing went wrong in the browser', () => {
  expect(browser.problems).toEqual([])
})
