import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeTable } from '#formats/xlsx/write-table.ts'
import type { WatchedBrowser } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import type { Program } from './program.ts'

let office: Office
let program: Program
let browser: WatchedBrowser
let page: Page

beforeAll(async () => {
  office = await openOffice()
  ;({ program, browser, page } = office)
  await page.getByRole('link', { name: '组织机构' }).click()
})
afterAll(() => office.close())

const said = (words: string) => page.locator('.toast', { hasText: words }).last().waitFor()
const treeItem = (name: string) => page.getByRole('treeitem', { name })
const dialog = () => page.getByRole('dialog')
const save = () => dialog().getByRole('button', { name: '保存' }).click()
const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 14, kind: 'text' as const }))
const HEADERS = ['单位', '上级单位', '职务', '姓名', '分管', '起始日期']

async function chooseSheet(rows: readonly (readonly string[])[]): Promise<void> {
  const bytes = await writeTable({ sheet: '名册', title: '人员名册', subtitle: '政治部制', columns: columns(...HEADERS), rows })
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({
      name: '名册.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(bytes),
    })
}

test('where there is nothing, the sample court is one click away', async () => {
  await page.getByRole('heading', { name: '还没有组织机构' }).waitFor()
  await page.getByRole('button', { name: '载入示例机构' }).click()
  await said('示例机构已载入')
  await treeItem('审判管理办公室').waitFor()
  expect(await page.getByRole('treeitem').count()).toBeGreaterThan(20)
})

test('the tree is walked with the keyboard', async () => {
  await treeItem('澜川市中级人民法院').click()
  await page.getByRole('heading', { name: '澜川市中级人民法院' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('treeitem').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '办公室', exact: true }).waitFor()
})

test('who is signed in says who they are', async () => {
  await treeItem('澜川市中级人民法院').click()
  await page.getByRole('button', { name: '这是我' }).click()
  await said('已关联到你的账号')
  await page.locator('.holders li', { hasText: '许明远' }).getByText('我', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '这是我' }).count()).toBe(0)
})

test('an org is added, renamed, given a post, and its post is filled and vacated', async () => {
  await page.getByRole('button', { name: '新增下级机构' }).click()
  await dialog().getByLabel('名称').fill('信息中心')
  await dialog().getByLabel('起始日期').fill('2026-01-01')
  await save()
  await page.getByRole('heading', { name: '信息中心' }).waitFor()
  await page.getByRole('button', { name: '更名' }).click()
  await dialog().getByLabel('名称').fill('数字法院办公室')
  await dialog().getByLabel('起始日期').fill('2026-06-01')
  await save()
  await page.getByRole('heading', { name: '数字法院办公室' }).waitFor()
  await page.getByRole('button', { name: '新增职务' }).click()
  await dialog().getByLabel('职务').fill('主任')
  await dialog().getByLabel('起始日期').fill('2026-01-01')
  await save()
  await page.getByText('空缺').waitFor()
  await page.getByRole('button', { name: '任职', exact: true }).click()
  await dialog().getByLabel('姓名').fill('周一帆')
  await dialog().getByLabel('起始日期').fill('2026-02-01')
  await save()
  await page.locator('.holders', { hasText: '周一帆' }).waitFor()
  await page.getByRole('button', { name: '免职 周一帆' }).click()
  await dialog().getByLabel('最后一天').fill('2026-08-31')
  await save()
  await page.getByText('空缺').waitFor()
  expect(await page.locator('.holders li').count()).toBe(0)
})

test('an earlier day shows what stood then', async () => {
  await page.locator('.as-of input').fill('2026-03-01')
  await page.getByRole('heading', { name: '信息中心' }).waitFor()
  await page.locator('.holders', { hasText: '周一帆' }).waitFor()
  await page.getByText('正在查看 2026-03-01').waitFor()
  await page.getByRole('button', { name: '今天' }).click()
  await page.getByRole('heading', { name: '数字法院办公室' }).waitFor()
  await page.locator('.history summary').click()
  await page.getByText('周一帆 任 主任').waitFor()
  expect(await page.getByText('正在查看').count()).toBe(0)
})

test('what cannot be is refused in words', async () => {
  await treeItem('立案庭').click()
  await page.getByRole('heading', { name: '立案庭' }).waitFor()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await save()
  await said('还有人任职')
  await page.keyboard.press('Escape')
  expect(await treeItem('立案庭').isVisible()).toBe(true)
})

test('a roster with an error names its cell and writes nothing', async () => {
  await page.getByRole('button', { name: '导入名册' }).click()
  await chooseSheet([
    ['技术处', '', '副处长', '丁二', '', '2026-02-30'],
    ['数据科', '技术处', '科长', '丁三', '没有的处', '2026-02-01'],
  ])
  await dialog().locator('.faults code', { hasText: 'F4' }).waitFor()
  await dialog().getByText('没有“没有的处”这个机构').waitFor()
  expect(await dialog().getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true)
})

test('the corrected roster is shown and applied', async () => {
  await chooseSheet([
    ['技术处', '', '副处长', '丁二', '', '2026-02-28'],
    ['数据科', '技术处', '科长', '丁三', '', '2026-02-01'],
  ])
  await dialog().locator('.steps', { hasText: '技术处 副处长 丁二' }).waitFor()
  await dialog().getByRole('button', { name: '确认导入' }).click()
  await said('名册已导入')
  const parent = page.locator('[role=treeitem][aria-expanded=false]', { hasText: '技术处' })
  await parent.press('ArrowRight')
  await treeItem('数据科').waitFor()
  expect(await dialog().count()).toBe(0)
})

test('a name of a plan becomes another name of an org', async () => {
  await page.goto(program.origin)
  await page.getByRole('button', { name: '载入示例方案' }).click()
  await page.locator('.plan-head').waitFor()
  await page.goto(`${program.origin}/organisation`)
  await treeItem('技术处').click()
  await page.getByRole('button', { name: '更名' }).click()
  await dialog().getByLabel('名称').fill('信息技术处')
  await save()
  await page.getByRole('heading', { name: '信息技术处' }).waitFor()
  await page.getByRole('button', { name: '方案名称对应' }).click()
  const settle = page.getByRole('button', { name: '是“信息技术处”的别名' })
  await settle.click()
  await settle.waitFor({ state: 'detached' })
  await treeItem('信息技术处').click()
  await page.locator('.aliases').waitFor()
  expect(await page.locator('.aliases').textContent()).toContain('技术处')
})

test('on a phone the tree comes first, then the details, and nothing runs out of the page', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${program.origin}/organisation`)
  await treeItem('执行局').click()
  await page.getByRole('heading', { name: '执行局' }).waitFor()
  expect(await page.getByRole('tree').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '返回机构树' }).click()
  await treeItem('执行局').waitFor()
})

test('nothing went wrong in the pages', () => {
  expect(browser.problems).toEqual([])
})
