import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

const Ledger = z.object({
  places: z.array(z.looseObject({ planId: z.string() })),
  rows: z.array(
    z.looseObject({ id: z.string(), nature: z.string().nullable(), place: z.number(), reading: z.looseObject({ kind: z.string() }) }),
  ),
})
const Questions = z.array(z.looseObject({ id: z.string(), code: z.string() }))

let office: Office
let sample: Sample
let commitment = ''
const browsers: WatchedBrowser[] = []
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-closure-'))

beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }
  const { places, rows } = Ledger.parse(await office.ask('POST', '/ledger/window', { view, offset: 0, limit: 500 }))
  const milestone = rows.find(({ nature, reading }) => nature === 'immediate' && reading.kind === 'achieved')
  commitment = milestone?.id ?? ''
  const plan = places[milestone?.place ?? 0]?.planId ?? ''
  const { questions } = await office.ask('GET', `/plans/${plan}`)
  const limit = Questions.parse(questions).find(({ code }) => code === 'immediate-limit')
  await office.ask('POST', `/plans/${plan}/questions/${limit?.id ?? ''}/answer`, { answer: { kind: 'days', days: 90 } })
  const counting = {
    sources: [{ register: 'work-done', where: null }],
    mode: 'any',
    needs: 'submitted',
    completion: null,
    since: 'period',
    within: null,
    notWith: [],
    before: null,
  }
  const definition = {
    org: sample.orgs.get('澜川市中级人民法院'),
    scope: null,
    measure: null,
    counting,
    event: null,
    midPeriod: null,
    isExact: false,
    waived: [],
  }
  await office.ask('PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
})
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The page of somebody new. */
async function signIn(name: string, post: 'office' | 'leader'): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post, person: null })
  browsers.push(browser)
  return page
}

async function decide(page: Page, act: string, words = ''): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (words !== '') await dialog.getByRole('textbox').first().fill(words)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('nothing is struck off without proof, and by three different people', { timeout: 180_000 }, async () => {
  const { page } = office
  const place = `${office.program.origin}/commitments/${commitment}`
  await page.goto(place)
  await page.getByText('尚未完成：已完成 0').waitFor()
  expect(await page.getByRole('button', { name: '申请销号' }).count()).toBe(0)
  const entry = {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: '2026-01-12', to: '2026-01-12' },
    subjects: [],
    values: { what: '立行立改事项已经办结', product: '制度', commitments: [commitment] },
    state: 'submitted',
  }
  const { record } = z
    .object({ record: z.looseObject({ id: z.string() }) })
    .parse(await office.ask('POST', '/registers/work-done/records', entry))
  await page.reload()
  await page.getByText('有一条计入的记录没有佐证').waitFor()
  await page.getByRole('link', { name: '去补佐证' }).click()
  await page.waitForURL(`**/records/${record.id}`)
  writeFileSync(path.join(folder, '整改情况.pdf'), '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith(`/records/${record.id}/evidence`) && answer.request().method() === 'POST'),
    page.setInputFiles('input[type=file]', path.join(folder, '整改情况.pdf')),
  ])
  await page.goto(place)
  await page.getByText('条件齐备').waitFor()
  await decide(page, '申请销号')
  // who asked does not verify, and nobody else is there yet
  await page.getByText('没有可以核实的人').waitFor()
  expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0)

  const verifier = await signIn('核实员', 'office')
  await page.reload()
  await page.getByText('等待核实（整改办）').waitFor()
  await verifier.getByRole('link', { name: '销号', exact: true }).click()
  await verifier.getByRole('button', { name: '展开' }).click()
  await decide(verifier, '退回', '没有附党组会议审议的记录')
  await verifier.getByRole('tab', { name: /办理中 1/ }).waitFor()
  await page.getByText('没有附党组会议审议的记录').waitFor()
  await decide(page, '申请销号')
  await verifier.getByRole('tab', { name: /待我办理 1/ }).click()
  await decide(verifier, '同意')

  const leader = await signIn('审批员', 'leader')
  await leader.getByRole('link', { name: '销号', exact: true }).click()
  await leader.getByRole('button', { name: '展开' }).click()
  await leader.getByRole('link', { name: /^\d/ }).first().waitFor()
  await decide(leader, '同意')
  await leader.getByRole('tab', { name: /已办结 1/ }).click()
  const [file] = await Promise.all([leader.waitForEvent('download'), leader.getByRole('link', { name: '下载卷宗' }).click()])
  expect(file.suggestedFilename()).toMatch(/^销号卷宗-.*\.zip$/)
  await page.getByText('已销号').first().waitFor()
  await decide(page, '重新打开', '回头看发现整改没有落实到位')
  await page.getByText('曾重新打开 1 次').waitFor()
})
