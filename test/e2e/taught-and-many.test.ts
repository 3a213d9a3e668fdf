import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from './office.ts'

let office: Office
let page: Page
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-many-'))

beforeAll(async () => {
  office = await openOffice()
  page = office.page
  page.setDefaultTimeout(30_000)
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const planOf = (title: string, sentence: string) =>
  `${title}整改方案\n（2026年1月20日通过）\n一、整改措施\n1.强化督导。每季度组织研讨不少于2次。${sentence}\n`

function file(name: string, content: string): string {
  const full = path.join(folder, name)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}

async function importFile(name: string, content: string): Promise<void> {
  await page.goto(office.program.origin)
  await page.getByLabel('选择文件', { exact: true }).setInputFiles(file(name, content))
  await page.waitForURL(/\/plans\/[^/]+$/)
  await page.locator('.commitment').first().waitFor()
}

const commitment = (words: string) => page.locator('.commitment', { has: page.locator('.target', { hasText: words }) })

test('a word is put right once, kept, and read in the next document with the reason', async () => {
  await importFile('甲.txt', planOf('甲院', '每月开展巡查不少于3轮次。'))
  await commitment('3 轮').locator('.summary').click()
  await page.keyboard.press('e')
  const sheet = page.locator('.ant-drawer')
  await sheet.getByLabel('单位', { exact: true }).fill('轮次')
  await sheet.getByRole('button', { name: '保存' }).click()
  const offer = page.getByRole('complementary', { name: '今后遇到这个说法都这样理解？' })
  await offer.getByText('今后遇到“轮次”都这样理解？').waitFor()
  await offer.getByRole('button', { name: '看看影响' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('本句').waitFor()
  expect(await dialog.locator('ins').allTextContents()).toEqual([expect.stringContaining('3 轮次')])
  await dialog.getByRole('button', { name: '保留' }).click()
  await page.locator('.toast', { hasText: '已保留' }).waitFor()

  await importFile('乙.txt', planOf('乙院', '每季度组织评查不少于5轮次。'))
  await commitment('5 轮次').locator('.summary').click()
  await page.locator('.detail').getByText('明示：按短语规则“轮次”').waitFor()

  await page.goto(`${office.program.origin}/phrase-rules`)
  await page.getByText('1 次，1 份方案').waitFor()
  await page.getByRole('button', { name: '停用' }).click()
  await page.locator('.toast', { hasText: '已停用' }).waitFor()
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('改用“次”')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await page.getByText('还没有短语规则').waitFor()
})

test('a folder of a dozen files: each its plan, the damaged one its reason', async () => {
  for (let number = 1; number <= 11; number++) file(`二季度/${number}号.txt`, planOf(`${number}号院`, `每月走访不少于${number}次。`))
  file('二季度/坏.docx', 'PK\u0003\u0004 and nothing more')
  file('二季度/又是1号.txt', planOf('1号院', '每月走访不少于1次。'))
  await page.goto(office.program.origin)
  await page.getByRole('link', { name: '一次导入多份' }).click()
  await page.getByLabel('选择文件夹').last().setInputFiles(path.join(folder, '二季度'))
  await page.waitForURL(/\/plan-batches\/[^/]+$/)
  await page.getByText('处理完毕，11 份成为方案。').waitFor({ timeout: 120_000 })
  await page
    .getByRole('row', { name: /坏\.docx/ })
    .getByText('未能导入')
    .waitFor()
  expect(await page.getByText('以前导入过').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^已导入 11$/ }).click()
  await page
    .getByRole('row', { name: /2号\.txt/ })
    .getByText('2 项任务')
    .waitFor()
  await page
    .getByRole('row', { name: /2号\.txt/ })
    .getByRole('link')
    .click()
  await commitment('2 次').first().waitFor()
})

test('an archive goes the same way, and what was imported before is not again', async () => {
  const archive = zipSync({
    '三季度/1号.txt': Buffer.from(planOf('1号院', '每月走访不少于1次。')),
    '三季度/新.txt': Buffer.from(planOf('新院', '每月走访不少于9次。')),
  })
  writeFileSync(path.join(folder, '三季度.zip'), archive)
  await page.goto(`${office.program.origin}/plan-batches`)
  await page.getByRole('link', { name: '二季度' }).waitFor()
  await page.getByLabel('选择文件', { exact: true }).last().setInputFiles(path.join(folder, '三季度.zip'))
  await page.getByText('处理完毕，1 份成为方案。').waitFor({ timeout: 60_000 })
  await page
    .getByRole('row', { name: /1号\.txt/ })
    .getByText('以前导入过')
    .waitFor()
  expect(await page.getByRole('row').count()).toBe(3)
})

test('several files dropped at home become a batch, one alone becomes a plan', async () => {
  const dropAtHome = async (names: readonly string[]): Promise<void> => {
    await page.goto(office.program.origin)
    const files = names.map((name, at) => [name, planOf(name.replace('.txt', ''), `每月家访不少于${at + 3}次。`)] as const)
    const dropped = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const [name, text] of given) transfer.items.add(new File([text], name))
      return transfer
    }, files)
    await page.getByRole('region', { name: '导入整改方案' }).dispatchEvent('drop', { dataTransfer: dropped })
  }
  await dropAtHome(['甲院.txt', '乙院.txt', '丙院.txt'])
  await page.waitForURL(/\/plan-batches\/[^/]+$/)
  await page.getByText('处理完毕，3 份成为方案。').waitFor({ timeout: 60_000 })
  expect(await page.getByRole('row', { name: /院\.txt/ }).count()).toBe(3)
  await dropAtHome(['丁院.txt'])
  await page.getByRole('link', { name: '作为另一份方案打开' }).or(page.locator('.plan-head')).first().waitFor()
})
