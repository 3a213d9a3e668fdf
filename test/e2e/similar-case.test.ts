import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

const Listed = z.object({
  planId: z.string(),
  aspects: z.array(z.object({ findings: z.array(z.object({ key: z.string(), title: z.string() })) })),
})

let office: Office
let sample: Sample
let unit: Page
const browsers: WatchedBrowser[] = []
beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
  const joined = await signInAs(office, { name: '何以宁', post: 'unit', person: sample.people.get('何以宁') ?? null })
  unit = joined.page
  browsers.push(joined.browser)
}, 180_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await office.close()
})

const PROOF = {
  name: '自查清单.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

test('what was found is looked for elsewhere, answered with proof on a phone, and enters the ledger', async () => {
  const { page } = office
  const { planId, aspects } = Listed.parse(await office.ask('GET', '/findings'))
  const finding = aspects.flatMap(({ findings }) => findings).find(({ title }) => title !== '')
  await page.goto(`${office.program.origin}/similar-case-reviews/new?plan=${planId}&key=${finding?.key ?? ''}`)
  await page.getByLabel('请各单位查什么').fill('对照自查今年以来来访登记是否逐件答复，附核查清单')
  await page.getByLabel('答复时限').fill('2099-03-31')
  await page.getByLabel('按名称查找').fill('信访处')
  await page.getByRole('checkbox', { name: '信访处' }).check()
  await page.getByText('共请1个单位，每个单位约60分钟，合计约60分钟').waitFor()
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.getByText('1个单位：发现0，未发现0，未答复1').waitFor()

  await unit.setViewportSize({ width: 390, height: 844 })
  await unit.goto(office.program.origin)
  await unit.getByRole('link', { name: /举一反三：请本单位自查/ }).click()
  await unit.getByRole('radio', { name: '发现同类问题', exact: true }).check()
  await unit.getByLabel('说明').fill('自查发现两件来访没有按期答复')
  await unit.getByRole('button', { name: '提交答复' }).click()
  await unit.getByText('请附上佐证材料').waitFor()
  expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await unit.locator('input[type=file][multiple]').setInputFiles(PROOF)
  await unit.getByText('自查清单.pdf').waitFor()
  await unit.getByRole('button', { name: '提交答复' }).click()
  await unit.getByText('答复：发现').waitFor()
  expect(await unit.getByText(finding?.title ?? '', { exact: true }).count()).toBe(0)

  await page.reload()
  await page.getByRole('button', { name: '列入台账' }).click()
  await page.getByLabel('完成时限').fill('2099-06-30')
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByRole('link', { name: '督-1' }).click()
  await page.getByRole('heading', { name: '督查来源' }).waitFor()
  await page.getByRole('link', { name: '查看举一反三' }).click()
  await page.getByText('已列入台账').waitFor()
})
