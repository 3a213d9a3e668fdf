import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { defineSample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import type { Program } from './program.ts'
import { weigh } from './weigh.ts'

let office: Office
let program: Program
let browser: WatchedBrowser
let page: Page
let ask: Office['ask']
let research: string

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page, ask } = office)
  const withCase = { kind: 'one-of', field: 'mode', values: ['带案下访'] }
  const receptions = [
    { register: 'reception', where: null },
    { register: 'field-research', where: withCase },
  ]
  research = (await defineSample(ask, receptions)).commitments.get('1-2-1') ?? ''
})
afterAll(() => office.close())

const field = (label: string) => page.locator('.record-form').getByLabel(label)
const choose = async (label: string, words: string) => {
  await field(label).fill(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('three days of a visit with a case, entered from a commitment, count for two', async () => {
  await page.goto(`${program.origin}/records/new?commitment=${research}&on=2026-11-16`)
  await page.getByRole('heading', { name: '登记 · 基层调研' }).waitFor()
  // once the plan's leaders are members, the form knows for whom
  await page
    .getByLabel('为谁登记')
    .selectOption({ label: (await page.getByLabel('为谁登记').locator('option', { hasText: '许明远' }).innerText()).trim() })
  await page.getByRole('button', { name: '多天' }).click()
  await page.getByLabel('结束日期', { exact: true }).fill('2026-11-18')
  await page.getByText('共 3 天').waitFor()
  await page.getByText('带案下访', { exact: true }).click()
  await choose('联系点', '立案庭')
  await field('带着什么问题').fill('积案为何久拖')
  await field('解决了什么').fill('当场接待来访并定了办法')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '计入 2 项任务' }).waitFor()
  const days = await page.locator('.credited li', { hasText: '1-2-1' }).innerText()
  for (const words of ['计 3 天', '许明远', '已完成 3 / 应完成 30 天', '尚欠 27 天']) expect(days).toContain(words)
  expect(await page.locator('.credited li', { hasText: '2-2-1' }).innerText()).toContain('符合计数口径')
})

test('what is wrong is said beside its field, and what was typed survives a reload', async () => {
  await page.getByRole('button', { name: '再登记一条' }).click()
  await field('带着什么问题').fill('还没有写完')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('请填写这一项').first().waitFor()
  await page.locator('input[type=date]').first().fill('2027-01-01')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('日期还没到，不能提交').waitFor()
  await page.reload()
  await page.getByText('已恢复上次没有提交的内容').waitFor()
  expect(await field('带着什么问题').inputValue()).toBe('还没有写完')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.getByRole('heading', { name: '已存为草稿' }).waitFor()
  await page.getByText('不在考核范围内').first().waitFor()
})

test('the list is filtered by words and opens a record, which is corrected with a note', async () => {
  await page.goto(`${program.origin}/registers/field-research`)
  await page.getByText('共 2 条').waitFor()
  await page.getByRole('searchbox').fill('积案')
  await page.getByText('共 1 条').waitFor()
  await page.getByRole('row', { name: '许明远' }).getByRole('link').click()
  await page.getByRole('heading', { name: '计入情况' }).waitFor()
  await page.locator('.credited li').nth(1).waitFor()
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByText('蹲点调研', { exact: true }).click()
  await field('更正说明').fill('方式填错了')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('“方式”不符合这项任务的要求').waitFor()
  expect(await page.locator('.revisions td.changed').innerText()).toContain('蹲点调研')
})

test('of two who correct, the second sees both and chooses', async () => {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.getByRole('button', { name: '更正' }).click()
  await field('解决了什么').fill('我的说法')
  await field('更正说明').fill('写清结果')
  const { revisions } = await ask('GET', `/records/${id}`)
  const last = z
    .array(z.looseObject({ revision: z.number() }))
    .parse(revisions)
    .at(-1)
  const { org, occurredOn, subjects, values } = z.looseObject({ values: z.looseObject({}) }).parse(last)
  const entry = { org, occurredOn, subjects, values: { ...values, result: '对方的说法' }, state: 'submitted' }
  await ask('POST', `/records/${id}/correct`, { revision: last?.revision, entry, note: '先改的' })
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '他人刚刚改过这条记录' }).waitFor()
  expect(await page.locator('.conflict tbody').innerText()).toMatch(/对方的说法[\s\S]*我的说法/)
  await page.getByRole('button', { name: '按所选保存' }).click()
  await page.locator('.facts', { hasText: '我的说法' }).waitFor()
})

test('it is voided with a reason and counts no more', async () => {
  await page.getByRole('button', { name: '作废' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('太短')
  expect(await page.getByRole('button', { name: '确定' }).isDisabled()).toBe(true)
  await page.getByRole('dialog').getByLabel('原因').fill('与另一条重复登记，以那条为准')
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('已作废，不再计入').first().waitFor()
})

test('on a phone, in English, nothing runs out of the page', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText('English', { exact: true }).click()
  for (const path of ['/records/new', '/records/new?register=reception', '/registers/field-research']) {
    await page.goto(program.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([path, await page.evaluate(() => document.querySelector('main')?.scrollWidth)]).toEqual([path, 390])
  }
})

test('the form is small, nothing of it is left after sign-out, and nothing went wrong', async () => {
  await page.goto(`${program.origin}/records/new?register=reception`)
  await page.getByLabel('Groups received').fill('3')
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('kept:')).length)).toBe(1)
  expect(await weigh(page)).toBeLessThan(190_000)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('kept:')).length)).toBe(0)
  expect(browser.problems).toEqual([])
})
