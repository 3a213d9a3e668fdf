import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { closeIt, fulfilOne } from './closing.ts'
import { defineSample, type Sample } from './countings.ts'
import { askFrom, type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

const Inspection = z.object({ id: z.string(), version: z.number(), visits: z.array(z.looseObject({ id: z.string() })) })
const Finding = z.object({ id: z.string(), version: z.number() })

let office: Office
let sample: Sample
let lead: Page
let verifier: Page
let leader: Page
const browsers: WatchedBrowser[] = []
beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
  lead = await signIn('石敬川', 'unit', sample.people.get('石敬川') ?? null)
  verifier = await signIn('核实员', 'office')
  leader = await signIn('审批员', 'leader')
}, 180_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await office.close()
})

async function signIn(name: string, post: 'office' | 'leader' | 'unit', person: string | null = null): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post, person })
  browsers.push(browser)
  return page
}

/** An inspection of 立案庭 that has told it of something; gives its address. */
async function inspect(words: string): Promise<string> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { accountId } = await askFrom(lead, 'GET', '/session')
  const days = { from: today, to: today }
  const visit = { org: sample.orgs.get('立案庭'), drawn: null, ...days, people: 1, minutes: 30 }
  const item = { words: '销号后是否反弹', lookAt: '现场查看', commitments: [] }
  const plan = { kind: 'special', title: '整改回头看督查', topic: '回头看', purpose: '', ...days, draw: null, lead: accountId, members: [] }
  const made = await office.ask('POST', '/inspections', { plan: { ...plan, visits: [visit], items: [item], reasonOver: '' } })
  const { id, version, visits } = Inspection.parse(made)
  const act = { note: '', summary: '', suggestions: '' }
  await office.ask('POST', `/inspections/${id}/acts`, { version, act: 'file', ...act })
  await askFrom(lead, 'POST', `/inspections/${id}/acts`, { version: version + 1, act: 'begin', ...act })
  const found = { visit: visits[0]?.id, item: null, words, demand: '查明原因并重新整改到位', dueOn: '2099-03-31', photos: [] }
  const finding = Finding.parse(await askFrom(lead, 'POST', `/inspections/${id}/findings`, found))
  await askFrom(lead, 'POST', `/inspection-findings/${finding.id}/acts`, { version: finding.version, act: 'raise', note: '', photos: [] })
  return `${office.program.origin}/inspections/${id}`
}

/** The row of the ledger says whether it is closed, and shows the light that the commitment's own page shows. */
async function expectRow(id: string, closure: string): Promise<void> {
  const page = await office.browser.newPage({ width: 3600, height: 4000 })
  await page.goto(`${office.program.origin}/ledger`)
  const cell = (column: string) => page.locator(`.ag-row[row-id="${id}"] [col-id="${column}"]`)
  await cell('closure')
    .filter({ hasText: closure === '' ? /^\s*$/ : closure })
    .waitFor()
  const light = await cell('light').innerText()
  await page.goto(`${office.program.origin}/commitments/${id}`)
  await page.getByText(light.trim(), { exact: true }).first().waitFor()
  await page.close()
}

test('a finding opens again what was closed and never handed out; it is closed again with the finding', { timeout: 240_000 }, async () => {
  const { page } = office
  const place = await inspect('已经销号的事项又出现了同样的情形')
  // as long as nothing is closed there is nothing to fill in
  await page.goto(place)
  await page.getByRole('button', { name: '重新挂账' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('目前没有已销号的任务').waitFor()
  expect(await dialog.getByRole('textbox').count()).toBe(0)
  await dialog.getByRole('button', { name: '关闭' }).last().click()

  const { id, ref } = await fulfilOne(office, sample)
  await closeIt(office, id, [verifier, leader])
  await expectRow(id, '已销号')
  await page.goto(place)
  await page.getByRole('button', { name: '重新挂账' }).click()
  await dialog.getByRole('searchbox').fill('没有这样的任务')
  await dialog.getByText('没有符合的任务').waitFor()
  await dialog.getByRole('searchbox').fill(ref)
  await dialog.getByRole('radio', { name: new RegExp(`^${ref} `) }).check()
  await dialog.getByRole('textbox', { name: '为什么属于同一问题' }).fill('一二三四五六七八九')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.getByText('不少于10个字').waitFor()
  await dialog.getByRole('textbox', { name: '为什么属于同一问题' }).fill('现场核对，情形与销号前完全相同')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('已重新挂账').waitFor()
  await page.getByRole('link', { name: ref, exact: true }).click()
  await page.getByText('因督查问题重新挂账').waitFor()
  await page.getByText('曾重新打开 1 次').waitFor()
  await expectRow(id, '')
  await closeIt(office, id, [verifier, leader])
  await page.getByText('已销号').first().waitFor()
  await expectRow(id, '已销号')
  await lead.goto(place)
  await lead.getByText('已核实完成').first().waitFor()
  expect([...office.browser.problems, ...browsers.flatMap(({ problems }) => problems)]).toEqual([])
})
