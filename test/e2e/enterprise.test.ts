import type { Page } from 'playwright-core'
import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let browser: WatchedBrowser
let page: Page
let planId = ''

const WAIT = { timeout: 20_000 }
const SHOTS = process.env['SHOTS']
const shoot = async (name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}
const row = (ref: string) => page.locator('.counting-row', { has: page.getByText(ref, { exact: true }) })
const Plan = z.object({
  questions: z.array(z.object({ id: z.string(), code: z.string() })),
  commitments: z.array(z.object({ id: z.string(), ref: z.string() })),
})

beforeAll(async () => {
  office = await openOffice({ name: '穆清和', login: 'muqinghe', jurisdiction: '云汐能源装备集团有限公司', field: '国有企业' })
  ;({ browser, page } = office)
  page.setDefaultTimeout(15_000)
}, 120_000)
afterAll(() => office.close())

test('an enterprise is set up with its own registers, sample organisation and sample plan', async () => {
  await page.getByRole('link', { name: '登记簿' }).first().click()
  await page.getByText('隐患整改').first().waitFor()
  await page.getByRole('link', { name: '组织机构' }).click()
  await page.getByRole('button', { name: '载入示例机构' }).click()
  await page.getByText('安全环保部').first().waitFor()
  await shoot('organisation')
  await page.getByRole('link', { name: '首页' }).click()
  await page.getByRole('button', { name: /示例方案/ }).click()
  await page.waitForURL(/\/plans\//, WAIT)
  await page.getByRole('button', { name: '全部确认', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确认/ })
    .click()
  planId = /plans\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await expect.poll(async () => (await page.locator('.plan-head .progress').innerText()).includes('64'), WAIT).toBe(true)
})

test('answered and confirmed in one go almost all of it computes', async () => {
  const answers: Readonly<Record<string, object>> = {
    'in-force': { kind: 'interval', from: '2026-03-06', to: '2026-12-31' },
    'year-meaning': { kind: 'choice', value: 'calendar' },
    'first-period': { kind: 'choice', value: 'full' },
    'immediate-limit': { kind: 'days', days: 30 },
    'each-or-whole': { kind: 'choice', value: 'per-member' },
    'due-on': { kind: 'day', day: '2026-12-31' },
  }
  for (const { id, code } of Plan.parse(await office.ask('GET', `/plans/${planId}`)).questions)
    if (answers[code] !== undefined) await office.ask('POST', `/plans/${planId}/questions/${id}/answer`, { answer: answers[code] })
  await page.getByRole('link', { name: '计数口径' }).click()
  await row('3-2-2').getByText('为本任务登记').waitFor()
  await shoot('counting')
  await page.getByRole('button', { name: /^确认全部/ }).click()
  await expect.poll(() => row('3-2-2').innerText(), WAIT).toContain('已可计算')
  const done = Number(/(\d+) \/ 64/.exec(await page.locator('.counting-head').innerText())?.[1])
  expect(done).toBeGreaterThan(35)
})

test('what was done is entered from the commitment, which is named already, and counts for it alone', async () => {
  await row('3-2-2').getByRole('link', { name: '查看任务' }).click()
  await page.getByRole('link', { name: '登记一条' }).click()
  await page.getByLabel('办结内容').fill('供应商管理平台上线试运行')
  await page.getByText('平台', { exact: true }).click()
  await page.getByText('3-2-2').first().waitFor()
  await shoot('entry')
  expect(await page.locator('.record-form .field').count()).toBeLessThanOrEqual(9)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.locator('.credited, .saved').first().waitFor()
  await shoot('saved')
  const { commitments } = Plan.parse(await office.ask('GET', `/plans/${planId}`))
  const states = z.object({ items: z.array(z.object({ light: z.string() })) })
  const lightOf = async (ref: string) =>
    states.parse(await office.ask('GET', `/commitments/${commitments.find((each) => each.ref === ref)?.id ?? ''}/occurrences`)).items[0]
      ?.light
  expect([await lightOf('3-2-2'), await lightOf('3-2-1')]).toEqual(['done', expect.not.stringMatching('done')])
})

test('what is left is shown before a person carries it over', async () => {
  await page.goto(`${office.program.origin}/plans/${planId}`)
  await page.getByRole('link', { name: '上年结转' }).click()
  await page.getByRole('heading', { name: '尚未完成' }).waitFor()
  await page.getByText('还没有开始更晚').waitFor()
  await office.ask('POST', '/plans/sample', {})
  const plans = z.object({ items: z.array(z.object({ id: z.string() })) })
  const nextOf = async () => plans.parse(await office.ask('GET', '/plans')).items.find(({ id }) => id !== planId)?.id
  await expect.poll(nextOf, WAIT).toBeDefined()
  const next = (await nextOf()) ?? ''
  const force = Plan.parse(await office.ask('GET', `/plans/${next}`)).questions.find(({ code }) => code === 'in-force')?.id ?? ''
  const answer = { kind: 'interval', from: '2027-01-01', to: '2027-12-31' }
  await office.ask('POST', `/plans/${next}/questions/${force}/answer`, { answer })
  await page.reload()
  await page.getByText('原时限 2026-04-30').first().waitFor()
  await page.getByLabel('1-1-5', { exact: true }).uncheck()
  await shoot('carry-over')
  await page.getByRole('button', { name: /^确认结转/ }).click()
  await page.getByText(/^已结转 \d+ 项/).waitFor()
  await expect.poll(() => page.getByText('已结转到').count(), WAIT).toBeGreaterThan(40)
  await page.getByRole('link', { name: /^1-1-6/ }).click()
  await page.getByText('原时限 2026-04-30').first().waitFor()
  await shoot('carried')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${office.program.origin}/plans/${planId}/carry-over`)
  await page.getByRole('heading', { name: '尚未完成' }).waitFor()
  await shoot('carry-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(browser.problems).toEqual([])
})
