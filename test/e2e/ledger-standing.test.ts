import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import type { Program } from './program.ts'

let office: Office
let program: Program
let browser: WatchedBrowser
let page: Page
let ask: Office['ask']
let units: ReadonlyMap<string, string>
let people: ReadonlyMap<string, string>
let ids: ReadonlyMap<string, string>

const Named = z.array(z.looseObject({ id: z.string(), ref: z.string().optional(), name: z.string().optional() }))
const shots = process.env['SHOTS']

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page, ask } = office)
  await defineCountings()
})
afterAll(() => office.close())

/** Two commitments of the sample plan: days of research of each member, and that each receives petitioners, a visit with a case included. */
async function defineCountings(): Promise<void> {
  await ask('POST', '/organisation/sample', {})
  const organisation = z
    .object({ terms: z.array(z.looseObject({ org: z.string(), name: z.string() })), groups: Named, people: Named })
    .parse((await ask('GET', '/organisation'))['organisation'])
  await ask('POST', '/plans/sample', {})
  const firstPlan = async (): Promise<string> => Named.parse((await ask('GET', '/plans'))['items'])[0]?.id ?? ''
  const planId = await vi.waitUntil(firstPlan, { timeout: 30_000, interval: 300 })
  const plan = await ask('GET', `/plans/${planId}`)
  const questions = z.array(z.looseObject({ id: z.string(), code: z.string() })).parse(plan['questions'])
  const answers: Record<string, object> = {
    'in-force': { kind: 'interval', from: '2026-01-01', to: '2027-12-31' },
    'first-period': { kind: 'choice', value: 'full' },
    'each-or-whole': { kind: 'choice', value: 'per-member' },
  }
  for (const { id, code } of questions) {
    const answer = answers[code]
    if (answer !== undefined) await ask('POST', `/plans/${planId}/questions/${id}/answer`, { answer })
  }
  await ask('POST', `/plans/${planId}/confirm`, { clause: null })
  const commitments = Named.parse((await ask('GET', `/plans/${planId}`))['commitments'])
  ids = new Map(commitments.map(({ ref = '', id }) => [ref, id]))
  const idOf = (ref: string): string => commitments.find((each) => each.ref === ref)?.id ?? ''
  const org = organisation.terms.find(({ name }) => name === '澜川市中级人民法院')?.org
  const group = organisation.groups.find(({ name }) => name === '班子成员')?.id
  const scope = { kind: 'each', population: { kind: 'group', group }, reach: 'own' }
  const counting = { mode: 'any', needs: 'submitted', completion: null, since: 'period', within: null, notWith: [], before: null }
  const define = async (ref: string, measure: string, sources: readonly object[]): Promise<void> => {
    const definition = {
      org,
      scope,
      measure: { kind: measure },
      counting: { ...counting, sources },
      event: null,
      midPeriod: 'full',
      isExact: false,
      waived: [],
    }
    const view = await ask('PUT', `/commitments/${idOf(ref)}/counting`, { version: 0, definition })
    expect({ ref, open: view['open'] }).toEqual({ ref, open: [] })
  }
  await define('1-2-1', 'days', [{ register: 'field-research', where: null }])
  await define('2-2-1', 'count', [{ register: 'reception', where: null }])
  units = new Map(organisation.terms.map(({ name, org: id }) => [name, id]))
  people = new Map(organisation.people.map(({ name, id }) => [name ?? '', id]))
}

/** Somebody else enters a day of research of a member. */
async function enterResearch(on: string): Promise<void> {
  await ask('POST', '/registers/field-research/records', {
    org: units.get('办公室'),
    occurredOn: { from: on, to: on },
    subjects: [{ kind: 'person', id: people.get('许明远') }],
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: units.get('立案庭') }], question: '积案为何久拖', result: '当场定了办法' },
    state: 'submitted',
  })
}

const cell = (ref: string, column: string) => page.locator(`.ag-row[row-id="${ids.get(ref)}"] [col-id="${column}"]`)
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

test('a row says what is done and owed, and follows what others enter without losing the place', async () => {
  await page.goto(`${program.origin}/ledger`)
  await page.locator('.ag-row').first().waitFor()
  await shot('ledger')
  await page.getByRole('button', { name: '列', exact: true }).click()
  for (const name of ['存在问题', '整改措施', '方案原文', '方面', '整改类型', '责任人', '配合单位'])
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
  expect(await page.locator('.stood').count()).toBe(0)
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
