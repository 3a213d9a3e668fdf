import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { askFrom, type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

const Change = z.object({ id: z.string(), version: z.number(), pinned: z.string() })
const MINUTES = {
  name: '会议纪要.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

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

async function signIn(name: string, post: 'office' | 'leader', person: string | null = null): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post, person })
  browsers.push(browser)
  return page
}

test('what the secretary promised is ended by a meeting, with its minutes as a file', { timeout: 240_000 }, async () => {
  const { page } = office
  const commitment = sample.commitments.get('1-2-1') ?? ''
  const verifier = await signIn('核实员', 'office')
  await signIn('书记', 'leader', sample.people.get('许明远') ?? null)
  const asked = { asked: { kind: 'termination' }, reason: '上级机关另有部署，此项不再推进' }
  const { id, version, pinned } = Change.parse(await office.ask('POST', `/commitments/${commitment}/changes`, asked))
  await askFrom(verifier, 'POST', `/changes/${id}/agree`, { version, pinned, note: '' })

  await page.goto(`${office.program.origin}/commitments/${commitment}`)
  await page.getByRole('button', { name: '登记会议决定' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('会议日期').fill('2026-03-01')
  await dialog.getByLabel(/^会议纪要要点/).fill('会议认为应当终止，由整改办记录在案')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.getByText('没有纪要，不能登记会议决定').waitFor()
  await dialog.locator('input[type=file]').first().setInputFiles(MINUTES)
  await dialog.getByText('会议纪要.pdf').waitFor()
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '会议纪要.pdf' }).waitFor()
  await page.getByText('已终止').first().waitFor()
  expect(await page.getByRole('button', { name: '登记会议决定' }).count()).toBe(0)
})
