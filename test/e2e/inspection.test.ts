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
}, 180_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await office.close()
})

async function join(name: string): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post: 'unit', person: sample.people.get(name) ?? null })
  browsers.push(browser)
  return page
}

const PHOTO = {
  name: '现场.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0002ffd9', 'hex'),
}

async function say(page: Page, act: string, words = ''): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  if (words !== '') await dialog.getByRole('textbox').first().fill(words)
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('an inspection is planned, ticked on a phone without a network, answered by the unit and verified', async () => {
  const { page } = office
  const lead = await join('石敬川')
  const unit = await join('林疏影')
  await page.goto(`${office.program.origin}/inspections/new`)
  await page.getByRole('textbox', { name: '名称' }).fill('窗口服务督查')
  await page.getByRole('textbox', { name: /^主题/ }).fill('窗口服务')
  await page.getByRole('combobox', { name: /^组长/ }).selectOption({ label: '石敬川（督察室）' })
  await page.getByRole('button', { name: '增加单位' }).click()
  await page.locator('.insp-visit select').selectOption({ label: '立案庭' })
  await page.getByRole('combobox', { name: /^从模板带入/ }).selectOption({ label: '审务督察和司法作风检查 · 6 项' })
  await page.getByLabel('查找整改任务（编号、内容、单位）').first().fill('1-2-1')
  await page.getByRole('button', { name: /^1-2-1 / }).click()
  await page.getByText('本次共占用 1 个单位 30 分钟').waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '备案', exact: true }).waitFor()
  await say(page, '备案')

  await lead.setViewportSize({ width: 390, height: 844 })
  await lead.goto(office.program.origin)
  await lead.getByRole('link', { name: '窗口服务督查' }).click()
  await say(lead, '开始督查')
  await lead.getByText('整改任务：').waitFor()
  await lead.context().setOffline(true)
  await lead.getByRole('radio', { name: '不符合' }).first().check()
  await lead.getByLabel('说明').first().fill('上午窗口无人在岗约二十分钟')
  await lead.getByText('有 1 项没有发送').waitFor()
  await lead.context().setOffline(false)
  await lead.getByText('全部已发送').waitFor({ timeout: 30_000 })
  await lead.reload()
  expect(await lead.getByLabel('说明').first().inputValue()).toBe('上午窗口无人在岗约二十分钟')
  expect(await lead.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  // a photo that was not sent outlives the page: it is on the device until the server has it
  await lead.context().setOffline(true)
  await lead.locator('input[type=file]').first().setInputFiles(PHOTO)
  await lead.getByText('已保存在本机').waitFor()
  await lead.route('**/api/evidence', (route) => route.abort())
  await lead.context().setOffline(false)
  await lead.reload()
  await lead.getByText('有 1 个文件没有上传').waitFor()
  await lead.getByText('现场.jpg').waitFor()
  await lead.unroute('**/api/evidence')
  await lead.getByRole('button', { name: '重新发送' }).first().click()
  await lead.getByRole('link', { name: '现场.jpg' }).waitFor()
  await lead.getByText('全部已发送').waitFor()
  await lead.reload()
  await lead.getByRole('link', { name: '现场.jpg' }).waitFor()
  await lead.getByRole('button', { name: '记为问题' }).click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('整改要求').fill('制定并执行窗口轮岗安排')
  await dialog.getByLabel('整改时限').fill('2099-03-31')
  await dialog.getByRole('button', { name: '记录问题' }).click()
  // its unit knows nothing of it yet: it may still say something else
  await lead.getByRole('button', { name: '修改问题' }).click()
  await dialog.getByLabel('整改要求').fill('制定并执行窗口轮岗安排，张贴公示')
  await dialog.getByRole('button', { name: '修改问题' }).click()
  await lead.getByText('原为：').waitFor()
  await say(lead, '告知单位')

  await unit.goto(office.program.origin)
  await unit.getByRole('link', { name: '上午窗口无人在岗约二十分钟' }).click()
  await say(unit, '报告整改情况', '已制定轮岗表并张贴，安排两人值守')
  await unit.getByText('已报告，待核实').first().waitFor()
  expect(await unit.getByText('执行局').count()).toBe(0)

  await lead.reload()
  await say(lead, '核实完成')
  await lead.getByText('已核实完成').first().waitFor()
  await page.goto(`${office.program.origin}/inspections`)
  await page.getByRole('cell', { name: '1 个', exact: true }).waitFor()
  expect(
    [...office.browser.problems, ...browsers.flatMap(({ problems }) => problems)].filter((each) => !/ERR_(?:INTERNET|FAILED)/.test(each)),
  ).toEqual([])
}, 180_000)
