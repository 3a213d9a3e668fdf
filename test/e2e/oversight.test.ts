import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#formats/xlsx/read-table.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let page: Page
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-oversight-'))
const at = (name: string) => path.join(folder, name)

beforeAll(async () => {
  office = await openOffice()
  page = office.page
  await office.ask('POST', '/organisation/sample', {})
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function save(button: string, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(button, { exact: true }).click()])
  await download.saveAs(at(name))
  return at(name)
}

test('what was done stands in the journal, sealed, and its export is verified without the program', async () => {
  await page.getByRole('link', { name: '操作日志' }).click()
  await page.getByText('载入示例组织机构').last().waitFor()
  await page.getByText('已全部封存').waitFor()
  const exported = await save('导出日志', 'journal.jsonl')
  const verifier = await save('下载核验网页', 'verifier.html')
  const alone = await office.browser.newPage({ width: 1000, height: 700 })
  await alone.goto(pathToFileURL(verifier).href)
  await alone.setInputFiles('input[type=file]', exported)
  await alone.getByText('完整，没有改动').waitFor()
  const changed = readFileSync(exported, 'utf8').replace('许明远', '许明达')
  writeFileSync(at('changed.jsonl'), changed)
  await alone.setInputFiles('input[type=file]', at('changed.jsonl'))
  await alone.getByText('此前的条目被改动、增删或调换过').first().waitFor()
  expect(await alone.locator('.whole').count()).toBe(0)
  await alone.close()
})

test('a sheet of a unit is held against the ledger, its differences settled, the slip signed and handed out', async () => {
  await office.ask('POST', '/plans/sample', {})
  await page.goto(`${office.program.origin}/reconciliations`)
  const columns = ['编号', '整改措施', '是否销号'].map((header) => ({ header, width: 20, kind: 'text' as const }))
  const sheet = { sheet: '分台账', title: '办公室分台账', subtitle: '', columns, rows: [['', '采购办公用品', '已完成']] }
  writeFileSync(at('分台账.xlsx'), await writeTable(sheet))
  await page.setInputFiles('input[type=file]', at('分台账.xlsx'))
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText('总台账没有这一条').waitFor()
  expect(await page.getByRole('button', { name: '确认对账' }).isDisabled()).toBe(true)
  await page.getByLabel('全选').check()
  await page.getByRole('button', { name: '两者均需更正' }).click()
  await page.getByText('请写明准备怎么处理').waitFor()
  await page.getByLabel(/^说明/).fill('不属于整改任务，从分台账删去')
  await page.getByRole('button', { name: '以总台账为准' }).click()
  await page.getByRole('button', { name: '确认对账' }).click()
  await page.getByText(/许明远 于 .* 确认/).waitFor()
  const cells = readTable('对账单.xlsx', readFileSync(await save('导出对账单', '对账单.xlsx'))).map((row) => row.cells.join('|'))
  expect(cells.at(-1)).toContain('采购办公用品|A4|以总台账为准|不属于整改任务，从分台账删去|许明远')
})

test('a quarter that is over is locked, and taken back with a reason only', async () => {
  await page.getByRole('link', { name: '季度', exact: true }).click()
  await page.getByRole('link', { name: '对账', exact: true }).click()
  await page.getByRole('link', { name: '季度锁定' }).click()
  await page.getByRole('button', { name: '锁定', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '锁定', exact: true }).click()
  await page.getByText('锁定后无更正').waitFor()
  await page.getByRole('button', { name: '解除锁定' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('改')
  await dialog.getByRole('button', { name: '解除锁定' }).click()
  await dialog.getByText('理由太短').waitFor()
  await dialog.getByRole('textbox').fill('报告退回，需要更正第三项')
  await dialog.getByRole('button', { name: '解除锁定' }).click()
  await page.getByText('曾锁定，已解除').waitFor()
  expect(await page.getByText('锁定后无更正').count()).toBe(0)
})

test('nothing runs out of the page on a phone, and nothing went wrong', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  for (const where of ['/journal', '/reconciliations', '/period-locks', '/calendar']) {
    await page.goto(`${office.program.origin}${where}`)
    await page.locator('h1, h2').first().waitFor()
    expect([where, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([where, true])
  }
  expect(office.browser.problems).toEqual([])
})
