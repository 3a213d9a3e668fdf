import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
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

const shots = process.env['SHOTS']

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page, ask } = office)
  sample = await defineSample(ask)
})
afterAll(() => office.close())

/** Somebody else enters a day of research of a member. */
async function enterResearch(on: string): Promise<void> {
  await ask('POST', '/registers/field-research/records', {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: on, to: on },
    subjects: [{ kind: 'person', id: sample.people.get('许明远') }],
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: sample.orgs.get('立案庭') }], question: '积案为何久拖', result: '当场定了办法' },
    state: 'submitted',
  })
}

const cell = (ref: string, column: string) => page.locator(`.ag-row[row-id="${sample.commitments.get(ref)}"] [col-id="${column}"]`)
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

test('a row says what is done and owed, and follows what others enter without losing the place', async () => {
  await page.goto(`${program.origin}/ledger`)
  await page.locator('.ag-row').first().waitFor()
  await shot('ledger')
  await page.getByRole('button', { name: '列', exact: true }).click()
  for (const name of ['存在问题', '整改措施', '方案原文', '方面', '整改类型', '责任人', '配合单位', '责任分工', '分办'])
    await page.getByLabel(name, { exact: true }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '行高：舒展' }).click()
  expect(await cell('1-2-1', 'done').innerText()).toMatch(/^0\/\d+ 人$/)
  await shot('ledger-columns')
  await page.getByRole('button', { name: '筛选责任单位' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('正在输')
  const before = await cell('1-2-1', 'owed').innerText()
  await enterResearch('2026-11-16')
  await vi.waitUntil(async () => (await cell('1-2-1', 'owed').innerText()) !== before, { timeout: 15_000 })
  expect(await page.getByRole('dialog').getByRole('searchbox').inputValue()).toBe('正在输')
  await page.keyboard.press('Escape')
})

test('the ledger of a past day says so, and comes back to today', async () => {
  await page.getByRole('button', { name: '截至…' }).click()
  await page.getByLabel('截至日期').fill('2026-11-10')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText('以下为截至 2026-11-10 的情况').waitFor()
  await shot('ledger-past')
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.getByText('以下为截至').waitFor({ state: 'detached' })
  expect(await page.locator('.moment-notice').count()).toBe(0)
})

test('a sub-ledger is a filter; a view is kept under a name', async () => {
  await page.getByRole('button', { name: '台账范围' }).click()
  await page.getByRole('button', { name: '分台账（按单位）…' }).click()
  await shot('ledger-views')
  await page.getByLabel('选择单位').selectOption({ index: 0 })
  await page.getByText('牵头、配合或本单位应完成').waitFor()
  await page.getByRole('button', { name: '台账范围' }).click()
  await page.getByLabel('视图名称').fill('本单位')
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('button', { name: '本单位', exact: true }).waitFor()
  await page.getByRole('button', { name: '总台账', exact: true }).click()
  expect(await page.locator('.conditions').count()).toBe(0)
})

test('the legend explains every light, and the office sets the thresholds', async () => {
  await page.getByRole('link', { name: '灯色说明' }).click()
  await page.getByText('距最晚日不超过 7 天').waitFor()
  await shot('legend')
  await page.getByLabel('临期：距最晚日不超过（天）').fill('10')
  await page.getByRole('button', { name: '保存阈值' }).click()
  await page.getByText('距最晚日不超过 10 天').waitFor()
  await page.setViewportSize({ width: 390, height: 800 })
  await shot('legend-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(browser.problems).toEqual([])
})
