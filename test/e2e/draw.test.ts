import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const CASES = Array.from({ length: 120 }, (_, index) => [`(2026)澜01民初${index + 1}号`, index % 3 === 0 ? '行政庭' : '民事庭'])
const columns = ['案号', '承办部门'].map((header) => ({ header, width: 24, kind: 'text' as const }))
const Evidence = z.looseObject({ seed: z.string(), contributions: z.array(z.looseObject({ kind: z.string(), value: z.string() })) })
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-draw-'))

test('a sample is drawn, an item replaced and judged, and the draw repeated on a page of its own', { timeout: 120_000 }, async () => {
  const { page } = office
  await page.getByRole('link', { name: '督查', exact: true }).click()
  await page.getByRole('link', { name: '抽取', exact: true }).click()
  const listed = path.join(folder, '已结案件.xlsx')
  writeFileSync(listed, await writeTable({ sheet: '已结案件', title: '已结案件清单', subtitle: '', columns, rows: CASES }))
  await page.getByLabel('上传总体清单').setInputFiles(listed)
  await page.getByRole('button', { name: '冻结总体' }).waitFor()
  await page.getByLabel('名称').fill('第三季度案件评查')
  await page.getByLabel('排除').fill('(2026)澜01民初7号，不公开审理')
  await page.getByRole('button', { name: '冻结总体' }).click()
  // the journal seals by itself
  await page.getByLabel('参与方').fill('审判管理办公室')
  const secret = await page.locator('output').innerText()
  await page.getByRole('button', { name: '我已抄下' }).click()
  await page.getByText('掷骰子', { exact: true }).click()
  await page.getByLabel('参与方').fill('机关纪委')
  await page.getByLabel('骰子点数').fill('3 6 1 4 2 5 5 1 3 6')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByLabel('密语').fill('not what was promised at all')
  await page.getByRole('button', { name: '公开我的密语' }).click()
  await page.getByText('与当初提交的摘要不符').waitFor()
  await page.getByLabel('密语').fill(secret)
  await page.getByRole('button', { name: '公开我的密语' }).click()
  await page.getByRole('heading', { name: '抽取结果' }).waitFor()
  const rows = page.locator('.draws-items tbody tr')
  // 5 % of 40 and of 79
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(6)
  await rows.first().getByRole('button', { name: '替换' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('承办人是评查员的近亲属，应当回避')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(7)
  await rows.last().getByRole('button', { name: '登记结果' }).click()
  await page.getByRole('dialog').getByLabel('发现问题', { exact: true }).check()
  await page.getByRole('dialog').getByRole('textbox').fill('裁判文书有笔误')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await rows.last().getByText('发现问题：裁判文书有笔误').waitFor()

  const saved = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
    return file.path()
  }
  const evidence = readFileSync(await saved('下载存证'), 'utf8')
  const checker = path.join(folder, '抽取复核.html')
  copyFileSync(await saved('下载复核网页'), checker)
  const drawn = await page.locator('.draws-items tbody tr td:nth-child(2)').allInnerTexts()
  await page.context().setOffline(true)
  const alone = await office.browser.newPage({ width: 900, height: 700 })
  await alone.goto(pathToFileURL(checker).href)
  const look = (text: string) => alone.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await look(evidence)
  await alone.getByText('重新抽取的结果与存证完全一致').waitFor()
  const again = await alone.locator('li').allInnerTexts()
  expect(again).toHaveLength(7)
  expect(new Set(drawn.map((cell) => /\(2026\)澜01民初\d+号/.exec(cell)?.[0]))).toEqual(new Set(again))
  await look(evidence.replace('民初9号', '民初999号'))
  await alone.getByText('总体与冻结时的摘要不符').waitFor()
  const read = Evidence.parse(JSON.parse(evidence))
  const withOther = (kind: string, value: string): string =>
    JSON.stringify({ ...read, contributions: read.contributions.map((each) => (each.kind === kind ? { ...each, value } : each)) })
  await look(withOther('secret', 'aaaa-bbbb-cccc-dddd-eeee-ffff'))
  await alone.getByText('公开的密语与提交的摘要不符').waitFor()
  await look(withOther('dice', '1 1 1 1 1 1 1 1 1 1'))
  await alone.getByText('随机种子不是由各方提交得出的').waitFor()
  const [first = ''] = again
  await look(evidence.replaceAll(`"id":"${first}"`, '"id":"(2026)澜01民初8号"'))
  await alone.getByText(/^不符 \d+ 处/).waitFor()
  expect(await alone.getByText('完全一致').count()).toBe(0)
  await page.context().setOffline(false)
})

test('a population is taken from a register, with strata and the statistical size', { timeout: 120_000 }, async () => {
  const { page } = office
  await office.ask('POST', '/organisation/sample', {})
  const { terms } = z
    .object({ terms: z.array(z.looseObject({ org: z.string(), name: z.string() })) })
    .parse((await office.ask('GET', '/organisation'))['organisation'])
  const org = terms.find(({ name }) => name === '办公室')?.org
  for (let day = 1; day <= 9; day += 1) {
    const on = `2026-03-0${day}`
    const values = { form: day % 3 === 0 ? '案例研讨' : '专题辅导', themes: ['审判执行难点'], topic: `第${day}讲` }
    await office.ask('POST', '/registers/study-session/records', {
      org,
      occurredOn: { from: on, to: on },
      subjects: [],
      values,
      state: 'submitted',
    })
  }
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '督查' }).click()
  await page.getByRole('navigation', { name: '本栏目' }).getByRole('link', { name: '抽取' }).click()
  await page.getByText('从登记簿取总体').click()
  await page.locator('.draws-register select').nth(0).selectOption('study-session')
  await page.getByLabel('到', { exact: true }).fill('2026-03-08')
  await page.locator('.draws-register select').nth(1).selectOption('topic')
  await page.locator('.draws-register select').nth(2).selectOption('form')
  await page.getByRole('button', { name: '取总体' }).click()
  await page.getByRole('button', { name: '冻结总体' }).waitFor()
  await page.getByText('8 件').first().waitFor()
  const rows = page.locator('.draws table tbody tr')
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(2)
  await rows.filter({ hasText: '专题辅导' }).getByText('6', { exact: true }).first().waitFor()
})
