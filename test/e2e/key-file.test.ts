import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from './office.ts'

const PASSWORD = 'Lianhe-zhenggai-26'
const OF_THE_FILE = '三更灯火五更鸡，正是男儿'
const folder = mkdtempSync('/tmp/xiaohao-key-file-')
const file = path.join(folder, 'own.key.json')

let office: Office
let page: Page
beforeAll(async () => {
  office = await openOffice({ name: '许明远', login: 'xumingyuan' })
  ;({ page } = office)
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a key file is made here, enrolled and downloaded', async () => {
  await page.getByRole('link', { name: '许明远' }).click()
  await page.getByRole('listitem').filter({ hasText: '密钥文件（SM2）' }).getByRole('button', { name: '登记' }).click()
  const dialog = page.getByRole('dialog', { name: '登记密钥文件' })
  await dialog.getByLabel('名称').fill('办公室 U 盘')
  await dialog.getByLabel('密钥文件的密码').fill(OF_THE_FILE)
  await dialog.getByLabel('再次输入密码').fill(OF_THE_FILE)
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '生成、登记并下载' }).click()])
  expect(download.suggestedFilename()).toBe('xumingyuan.key.json')
  await download.saveAs(file)
  await page.getByText(/办公室 U 盘 ·/).waitFor()
})

test('signing in asks for the file and its password', async () => {
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByLabel('登录名').fill('xumingyuan')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '使用密钥文件' }).click()
  await page.getByLabel('密钥文件', { exact: true }).setInputFiles(file)
  await page.getByLabel('密钥文件的密码').fill('三更灯火')
  await page.getByRole('button', { name: '用密钥文件验证' }).click()
  await page.getByText('密钥文件的密码不正确').waitFor()
  await page.getByLabel('密钥文件的密码').fill(OF_THE_FILE)
  await page.getByRole('button', { name: '用密钥文件验证' }).click()
  await page.getByRole('link', { name: '许明远' }).waitFor()
  expect((await office.ask('GET', '/session'))['step']).toBeNull()
  expect(office.browser.problems).toEqual([])
})
