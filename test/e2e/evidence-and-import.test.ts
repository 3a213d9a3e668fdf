import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '#formats/evidence/shot.fixture.ts'
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
  await page.request.post(`${program.origin}/api/organisation/sample`, { data: {}, headers: { origin: program.origin } })
})
afterAll(() => office.close())

const file = (name: string, buffer: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })

test('files are given while a record is typed; what is refused says why; a link ends with a reason', async () => {
  await page.goto(`${program.origin}/records/new?register=study-session`)
  const chooser = page.locator('.evidence-box input[type=file]').first()
  await chooser.setInputFiles([
    file('现场.jpg', photo()),
    file('报告.docx', Buffer.from('MZ\x90\0\x03\0\0\0')),
    file('签到.txt', Buffer.from('签到')),
  ])
  await page.getByText('它是一个程序').waitFor()
  await page.getByText('材料日期 2026-02-11').waitFor()
  await page.getByRole('button', { name: '移除 报告.docx' }).click()
  await page.getByLabel('专题辅导').check()
  await page.getByLabel('廉洁教育').check()
  await page.getByLabel('学习主题').fill('学习')
  await page.getByRole('button', { name: '提交' }).click()
  await page.locator('a[href^="/records/"]').first().waitFor()
  const { rows } = await (
    await page.request.post(`${program.origin}/api/registers/study-session/records/window`, {
      data: { offset: 0, limit: 1 },
      headers: { origin: program.origin },
    })
  ).json()
  await page.goto(`${program.origin}/records/${rows[0].id}`)
  await page.getByText('材料日期 2026-02-11（照片自带）').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 签到.txt' }).click()])
  expect(readFileSync(await download.path(), 'utf8')).toBe('签到')
  await page.locator('li', { hasText: '签到.txt' }).getByRole('button', { name: '解除关联' }).click()
  await page.getByLabel('原因').fill('传错了文件')
  await page.getByRole('dialog').getByRole('button', { name: '解除关联' }).click()
  await page.getByText('已解除关联的材料（1）').click()
  await page.getByText('传错了文件').waitFor()
})

test('a sheet is tried, mended, imported and seen; what is exported changes nothing', async () => {
  const headers = ['编号', '单位', '哪天', '形式', '专题', '学习主题']
  const sheet = async (form: string) => {
    const columns = headers.map((header) => ({ header, width: 12, kind: 'text' as const }))
    const rows = Array.from({ length: 30 }, (_, index) => [
      `学-${index}`,
      '办公室',
      '2026/2/3',
      index === 4 ? form : '专题辅导',
      '廉洁教育',
      '学习',
    ])
    return file('学习台账.xlsx', await writeTable({ sheet: 'x', title: '学习台账', subtitle: '', columns, rows }))
  }
  await page.goto(`${program.origin}/registers/study-session`)
  await page.getByRole('link', { name: '导入' }).click()
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(await sheet('自学'))
  await page.getByLabel('哪天 对应的栏目').selectOption('from')
  await page.getByRole('cell', { name: 'D8' }).waitFor()
  await page.getByText('应为其中之一：集体学习研讨').waitFor()
  await page.getByRole('button', { name: '换一个文件' }).click()
  await chooser.setInputFiles(await sheet('案例研讨'))
  await page.getByLabel('哪天 对应的栏目').selectOption('from')
  await page.getByRole('button', { name: '导入 30 条' }).click()
  await page.getByText('新增 30 条').waitFor()
  await page.getByRole('link', { name: '查看记录' }).click()
  await page.getByText('共 31 条').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).click()])
  const exported = file('导出.xlsx', readFileSync(await download.path()))
  await page.getByRole('link', { name: '导入' }).click()
  await chooser.setInputFiles(exported)
  await page.getByLabel('按表更新原记录').check()
  await expect.poll(() => page.locator('.sums').innerText()).toMatch(/新增 0\s*更新 0\s*无变化 31\s*跳过 0\s*问题 0/)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a folder of scans is matched by number, shown first, and linked all at once', async () => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${program.origin}/registers/study-session`)
  await page.getByRole('link', { name: '按编号关联佐证' }).click()
  const packed = zipSync({ '扫描/学-12/签到.txt': strToU8('十二'), '扫描/没有编号.txt': strToU8('无'), '__MACOSX/x': strToU8('x') })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('学-3 签到.txt', strToU8('三')), file('学-4.docx', Buffer.from('MZ\x90\0\x03\0\0\0')), file('扫描.zip', packed)])
  await page.getByText('对上 3 份，待选择 0 份，没有对上 1 份').waitFor()
  await page.getByRole('button', { name: '上传并关联 3 份' }).click()
  await page.getByText('1 份没有传上来').waitFor()
  await page.getByText('它是一个程序').waitFor()
  const linked = async (): Promise<number> => {
    const path = `${program.origin}/api/registers/study-session/records/window`
    const { rows } = await (await page.request.post(path, { data: { offset: 0, limit: 50 }, headers: { origin: program.origin } })).json()
    const counts: number[] = await Promise.all(
      rows.map(
        async ({ id }: { id: string }) =>
          (await (await page.request.get(`${program.origin}/api/records/${id}/evidence`)).json()).items.length,
      ),
    )
    return counts.reduce((sum, count) => sum + count, 0)
  }
  // one record had a file, and one that was unlinked
  expect(await linked()).toBe(2)
  await page.getByRole('button', { name: '只关联其余 2 份' }).click()
  await page.getByText('已把 2 份材料关联到 2 条记录').waitFor()
  expect(await linked()).toBe(4)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('nothing went wrong in the pages', () => {
  expect(browser.problems).toEqual([])
})
