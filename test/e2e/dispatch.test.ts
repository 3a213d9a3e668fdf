import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

let office: Office
let sample: Sample
const browsers: WatchedBrowser[] = []

beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
})
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await office.close()
})

/** A browser of somebody's own, who was just given an account, on the page of 分办. */
async function signIn(name: string, post: 'leader' | 'unit'): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post, person: sample.people.get(name) ?? null })
  browsers.push(browser)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '分办' }).click()
  await page.getByRole('heading', { name: '认领与分办' }).waitFor()
  return page
}

test('claimed by a leader, handed out by the office, confirmed by the unit, pledged by both', { timeout: 180_000 }, async () => {
  const { page } = office
  const leader = await signIn('唐致远', 'leader')
  await leader.getByLabel('只看可能由我认领的').uncheck()
  await leader.getByRole('button', { name: '认领', exact: true }).first().click()
  await leader.getByText('● 已认领').first().waitFor()

  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '分办' }).click()
  await page.getByRole('button', { name: '确定', exact: true }).click()
  await page.getByRole('button', { name: '更改' }).waitFor()
  await page.getByRole('tab', { name: /待分办/ }).click()
  const pick = page.getByRole('combobox', { name: / 待分办$/ })
  await pick.first().selectOption({ label: '政治部' })
  await page.getByRole('button', { name: /^分办 \d+ 项$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定分办' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const unit = await signIn('程砚秋', 'unit')
  await unit.getByRole('button', { name: '展开' }).first().click()
  await unit.getByRole('button', { name: '退回', exact: true }).click()
  await unit.getByRole('dialog').getByLabel('理由').fill('不归我们管')
  await unit.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await unit.getByRole('dialog').getByText('理由不少于 10 个字。').waitFor()
  await unit.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await unit.getByRole('button', { name: '签收', exact: true }).click()
  const dialog = unit.getByRole('dialog')
  await dialog.getByLabel('直接责任人').selectOption({ label: '政治部 主任 程砚秋' })
  await dialog.getByRole('button', { name: '增加一步' }).click()
  await dialog.getByLabel('步骤', { exact: true }).fill('起草年度学习安排并报党组审定')
  await dialog.getByLabel('完成日期').fill('2026-12-01')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'detached' })
  await unit.getByRole('tab', { name: /责任书/ }).click()
  await unit.getByRole('button', { name: '签署' }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '确认签署' }).click()
  await unit.getByText(/● 程砚秋 于/).waitFor()
  const [file] = await Promise.all([unit.waitForEvent('download'), unit.getByRole('button', { name: '下载 .docx' }).first().click()])
  expect(file.suggestedFilename()).toBe('整改责任书-政治部.docx')

  await leader.getByRole('tab', { name: /责任书/ }).click()
  await leader.getByRole('button', { name: '签署' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: '确认签署' }).click()
  await leader.getByText(/● 唐致远 于/).waitFor()

  await page.getByRole('tab', { name: /已签收 1/ }).click()
  await page.getByRole('button', { name: '展开' }).click()
  await page.getByRole('button', { name: '改派' }).click()
  await page.getByRole('dialog').getByLabel('责任单位').selectOption({ label: '研究室' })
  await page.getByRole('dialog').getByLabel('理由').fill('经研究由研究室牵头办理更合适')
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await leader.getByText('▲ 签署后内容已变化').waitFor()
})
