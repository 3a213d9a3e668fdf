import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let page: Page
let sample: Sample
/** Before the record was struck out. */
let knownAt: string

const shots = process.env['SHOTS']
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

beforeAll(async () => {
  office = await openOffice()
  ;({ page } = office)
  sample = await defineSample(office.ask)
  const entered = await office.ask('POST', '/registers/field-research/records', {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: '2026-11-16', to: '2026-11-16' },
    subjects: [{ kind: 'person', id: sample.people.get('许明远') }],
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: sample.orgs.get('立案庭') }], question: '积案为何久拖', result: '当场定了办法' },
    state: 'submitted',
  })
  const { id, revision } = record(entered)
  await page.waitForTimeout(1100)
  knownAt = new Date().toISOString()
  await page.waitForTimeout(1100)
  await office.ask('POST', `/records/${id}/void`, { revision, reason: '重复登记，以另一条为准' })
})
afterAll(() => office.close())

function record({ record: found }: Record<string, unknown>): { readonly id: string; readonly revision: number } {
  if (typeof found !== 'object' || found === null || !('id' in found) || !('revision' in found)) throw new Error('no record')
  return { id: String(found.id), revision: Number(found.revision) }
}

const notice = () => page.locator('.moment-notice.past')
const navigation = () => page.getByRole('navigation', { name: '主导航' })

test('what was known stays the same from home to ledger, commitment, registers and calendar, and nothing can be written', async () => {
  await page.goto(`${office.program.origin}/?knownAt=${encodeURIComponent(knownAt)}`)
  await page.locator('.board').first().waitFor()
  await notice().waitFor()
  await shot('moment-home')
  expect(await page.getByRole('button', { name: '选择文件' }).count()).toBe(0)
  await navigation().getByRole('link', { name: '台账' }).click()
  await page.locator('.ag-row').first().waitFor()
  await notice().waitFor()
  await shot('moment-ledger')
  expect(new URL(page.url()).searchParams.get('knownAt')).toBe(knownAt)
  await page.goto(`${office.program.origin}/commitments/${sample.commitments.get('1-2-1')}?knownAt=${encodeURIComponent(knownAt)}`)
  await page.locator('.commitment-page .moment-notice').waitFor()
  await shot('moment-commitment')
  expect(await page.getByText('积案为何久拖').count()).toBeGreaterThan(0)
  expect(await page.getByRole('link', { name: '登记', exact: false }).filter({ hasText: '登记一' }).count()).toBe(0)
  await navigation().getByRole('link', { name: '登记簿' }).click()
  await page.locator('.registers .moment-notice').waitFor()
  await shot('moment-registers')
  await page.locator('#field-research h3 a').click()
  await page.locator('.records .row.submitted').waitFor()
  await shot('moment-records')
  expect(await page.locator('.records .row.submitted').count()).toBe(1)
  expect(await page.locator('.records a[href^="/records/new"]').count()).toBe(0)
  await page.locator('.records .row.submitted a').first().click()
  await page.locator('.record-page .moment-notice').waitFor()
  await shot('moment-record')
  expect(await page.getByRole('button', { name: '作废' }).count()).toBe(0)
  await navigation().getByRole('link', { name: '日历' }).click()
  await page.locator('.calendar .moment-notice').waitFor()
  await shot('moment-calendar')
})

test('today is one press away, and then the record is struck out', async () => {
  await page.goto(`${office.program.origin}/registers/field-research?knownAt=${encodeURIComponent(knownAt)}`)
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.locator('.records .row.voided').waitFor()
  expect(await notice().count()).toBe(0)
  expect(new URL(page.url()).search).toBe('')
})

test('what was done today was not done yesterday, and the page says what it shows', async () => {
  await office.ask('POST', '/reminders', { commitments: [sample.commitments.get('1-2-1')], note: '' })
  const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000)
  const told = async (asOf: string | null): Promise<string> => {
    const view = { plan: null, filters: [{ kind: 'oneOf', column: 'ref', values: ['1-2-1'] }], sort: [], groupBy: null, asOf }
    return JSON.stringify(await office.ask('POST', '/ledger/window', { view, offset: 0, limit: 1 }))
  }
  expect(await told(null)).toContain('"reminders":1')
  expect(await told(yesterday)).not.toContain('"reminders":1')
  await page.goto(`${office.program.origin}/ledger?asOf=${yesterday}`)
  await page.locator('.ag-row').first().waitFor()
  await page.getByText('销号、分办、延期、催办和灯色标准为当日情况').waitFor()
  await shot('moment-done')
})

test('on a phone, in English', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.locator('button.language').click()
  for (const [name, path] of Object.entries({
    home: '/',
    calendar: '/calendar',
    records: '/registers/field-research',
    ledger: '/ledger',
  })) {
    await page.goto(`${office.program.origin}${path}?asOf=2026-11-10`)
    await page.getByText('As it stood on 2026-11-10').waitFor()
    await shot(`moment-phone-${name}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
  expect(office.browser.problems).toEqual([])
})
