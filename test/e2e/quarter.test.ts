import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocument } from '#formats/read-document.ts'
import { defineSample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import { readWorkbook } from './workbook.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await defineSample(office.ask)
})
afterAll(() => office.close())

test('the quarter is confirmed by the units, reported and locked with it', async () => {
  const { page } = office
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '季度' }).click()
  const units = page.getByRole('region', { name: '各单位对账确认' })
  await units.getByRole('button', { name: '确认', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
  await units.getByText('已确认', { exact: true }).waitFor()
  const report = page.getByRole('region', { name: '季度报告' })
  await report.getByLabel('主送').fill('院党组')
  await report.getByLabel('总体部署').fill('召开动员部署会，逐项分解任务。')
  await report.getByRole('button', { name: '保存文字' }).click()
  await report.getByText('已保存').waitFor()
  await report.getByRole('button', { name: '出具报告' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '出具报告' }).click()
  const saved = page.waitForEvent('download')
  await report.getByRole('link', { name: '报告（.docx）' }).click()
  const { text } = readDocument('report.docx', readFileSync(await (await saved).path()))
  expect(text).toContain('召开动员部署会，逐项分解任务。')
  expect(text).toMatch(/应整改\d+项，已完成（已销号）0项，占0\.0%/)
  const ledger = page.waitForEvent('download')
  await report.getByRole('link', { name: '总台账（.xlsx）' }).click()
  expect((await readWorkbook(await (await ledger).path())).lines.length).toBeGreaterThan(50)
  await page.goto(`${office.program.origin}/period-locks`)
  await page.getByText('锁定后无更正').waitFor()
})

test('the queue leads to what waits, and the timetable says when it is due', async () => {
  const { page, program } = office
  await page.goto(program.origin)
  await page.getByRole('link', { name: /^今日待办/ }).click()
  await page.getByRole('heading', { name: '口径待明确' }).waitFor()
  expect(await page.getByRole('heading', { name: '待出具的季度报告' }).count()).toBe(0)
  await page.goto(`${program.origin}/timetable`)
  await page.getByLabel('单位').selectOption('办公室')
  await page.getByText(/^共 \d+ 项/).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出时间表' }).click()
  const { lines } = await readWorkbook(await (await saved).path())
  expect(lines[0]?.slice(0, 6)).toEqual(['序号', '编号', '整改任务', '责任单位', '牵头领导', '1月'])
  expect(lines.length).toBeGreaterThan(5)
})
