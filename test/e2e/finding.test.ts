import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { WatchedBrowser } from './browser.ts'
import { defineSample, type Sample } from './countings.ts'
import { askFrom, type Office, openOffice } from './office.ts'
import { signInAs } from './people.ts'

const Listed = z.object({
  planId: z.string(),
  aspects: z.array(
    z.object({ title: z.string(), findings: z.array(z.object({ key: z.string(), title: z.string(), measures: z.number() })) }),
  ),
})
const View = z.object({ list: z.array(z.object({ commitment: z.string() })) })
const Stage = z.object({ id: z.string().nullable(), stage: z.string(), version: z.number(), pinned: z.string() })
const Stages = z.object({ stages: z.array(Stage) })
const Change = z.object({ id: z.string(), version: z.number(), pinned: z.string() })
const Taken = z.object({ evidence: z.object({ id: z.string() }) })

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

/** The page of somebody new. */
async function signIn(name: string, post: 'office' | 'leader'): Promise<Page> {
  const { page, browser } = await signInAs(office, { name, post, person: null })
  browsers.push(browser)
  return page
}

/** Ends every measure of a finding: asked for, verified and approved by three people. */
async function endAll(finding: string, verifier: Page, leader: Page): Promise<void> {
  const { list } = View.parse(await office.ask('GET', finding))
  for (const { commitment } of list) {
    const asked = { asked: { kind: 'termination' }, reason: '上级机关另有部署，此项不再推进' }
    let at = Change.parse(await office.ask('POST', `/commitments/${commitment}/changes`, asked))
    for (const page of [verifier, leader]) {
      const { id, version, pinned } = at
      at = Change.parse(await askFrom(page, 'POST', `/changes/${id}/agree`, { version, pinned, note: '' }))
    }
  }
}

/** A meeting of the leading group with its minutes, as the office enters it. */
async function enterMeeting(): Promise<void> {
  const taken = await office.page.evaluate(async () => {
    const form = new FormData()
    form.append('file', new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], '会议纪要.pdf', { type: 'application/pdf' }))
    return (await fetch('/api/evidence', { method: 'POST', body: form })).json()
  })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await office.ask('POST', '/registers/leading-group-meeting/records', {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: today, to: today },
    subjects: [],
    values: { kind: '领导小组会议', topic: '审议问题销号', decisions: '同意销号' },
    state: 'submitted',
    evidence: [Taken.parse(taken).evidence.id],
  })
}

test(
  'a finding is closed by what its leader says and its meeting decides, and taken back when a measure is',
  { timeout: 180_000 },
  async () => {
    const { page } = office
    const { planId, aspects } = Listed.parse(await office.ask('GET', '/findings'))
    const [least] = aspects.flatMap(({ findings }) => findings).toSorted((a, b) => a.measures - b.measures)
    const place = `/plans/${planId}/findings/${least?.key}`
    const verifier = await signIn('核实员', 'office')
    const leader = await signIn('审批员', 'leader')
    const ofPage = (of: Page) =>
      of
        .locator('.findings li')
        .filter({ hasText: (least?.title ?? '').split('\n')[0] ?? '' })
        .first()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '销号', exact: true }).click()
    await page.getByRole('link', { name: '问题和方面' }).click()
    await ofPage(page).getByText('措施未完').waitFor()
    await endAll(place, verifier, leader)
    await enterMeeting()
    await ofPage(page).getByText('待说明成效').waitFor()

    await leader.goto(`${office.program.origin}/findings`)
    await ofPage(leader).getByRole('button', { name: '展开' }).click()
    const mayState = leader.getByRole('button', { name: '说明整改成效' })
    await mayState.click()
    await leader.getByRole('dialog').getByRole('textbox').fill('已经整改')
    await leader.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await leader.getByText('请至少用20个字写明成效').waitFor()
    await leader.getByRole('dialog').getByRole('textbox').fill('规则修订以后重大事项都经过集体研究，抽查没有再发现类似问题')
    await leader.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await ofPage(leader).getByText('待会议决定').waitFor()

    await ofPage(page).getByRole('button', { name: '展开' }).click()
    await page.getByRole('button', { name: '登记会议决定' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('会议所在登记簿').selectOption('leading-group-meeting')
    await dialog.locator('select').nth(1).selectOption({ index: 1 })
    await dialog.getByRole('textbox').fill('会议认为问题已经整改到位，同意销号')
    await dialog.getByRole('button', { name: '确定' }).click()
    await ofPage(page).getByText('已销号', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: /会议及纪要/ }).waitFor()

    const { list } = View.parse(await office.ask('GET', place))
    const [first] = Stages.parse(await office.ask('GET', `/commitments/${list[0]?.commitment}/closures`)).stages
    await office.ask('POST', `/closures/${first?.id}/reopen`, { version: first?.version, note: '回头看发现问题又出现了' })
    await ofPage(page).getByText('曾退回 1 次').waitFor()
    expect(await ofPage(page).getByText('措施未完').count()).toBe(1)
  },
)

test('levels are set with a preview of what a request goes through', { timeout: 60_000 }, async () => {
  const { page } = office
  await page.goto(`${office.program.origin}/closures`)
  await page.getByRole('link', { name: '审签设置' }).click()
  const staged = page.getByRole('region', { name: '分阶段' })
  const preview = page.getByRole('region', { name: '按此设置' })
  await preview
    .getByText(/1\. 核实：整改办/)
    .first()
    .waitFor()
  await staged.getByRole('button', { name: '增加一级' }).click()
  await expect.poll(() => preview.getByText(/^3\. 审批/).count()).toBe(1)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已修改 1 次').waitFor()
  await staged.getByRole('combobox', { name: '做什么' }).first().selectOption('approve')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('第一级核实，最后一级审批').waitFor()
})
