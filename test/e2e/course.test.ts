import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'
import { type Colleague, signInAs } from './people.ts'

/** Due on 2026-12-31, led by the research office. */
const REF = '1-2-5'
const Posts = z.array(z.looseObject({ name: z.string(), holders: z.string() }))

let office: Office
let sample: Sample
let place = ''
let head = ''
const colleagues: Colleague[] = []
beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
  const commitment = sample.commitments.get(REF) ?? ''
  place = `${office.program.origin}/commitments/${commitment}`
  const { posts } = await office.ask('GET', `/commitments/${commitment}/difficulties`)
  head = Posts.parse(posts).find(({ name }) => name === '研究室主任')?.holders ?? ''
})
afterAll(async () => {
  for (const { browser } of colleagues) await browser.close()
  await office.close()
})

async function signIn(name: string, post: 'office' | 'leader' | 'unit', person: string | null = null): Promise<Page> {
  const colleague = await signInAs(office, { name, post, person })
  colleagues.push(colleague)
  return colleague.page
}

async function act(page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'detached' })
}

test(
  'a unit says how far it is and what is difficult, and asks for a later day; it is answered and granted',
  { timeout: 180_000 },
  async () => {
    const unit = await signIn(head, 'unit', sample.people.get(head) ?? null)
    await unit.goto(place)
    await unit.getByText('本季度还没有计入的记录').waitFor()
    await act(unit, '填写进展', (dialog) => dialog.getByLabel('做了什么、做到什么程度').fill('已完成三个课题的选题和分工'))
    await unit.getByText('已完成三个课题的选题和分工').waitFor()
    await act(unit, '提出困难问题', async (dialog) => {
      await dialog.getByLabel('遇到什么困难').fill('课题组缺少熟悉统计分析的人员')
      await dialog.getByLabel('请谁答复').selectOption({ index: 1 })
      await dialog.getByLabel('请在哪天前答复').fill('2099-12-01')
    })
    await act(unit, '申请延期', async (dialog) => {
      await dialog.getByLabel('延期至').fill('2027-03-31')
      await dialog.getByLabel('原因').fill('一二三')
      await dialog.getByRole('button', { name: '确定' }).click()
      await dialog.getByText('不少于10个字').waitFor()
      await dialog.getByLabel('原因').fill('课题调研须等年度司法统计数据发布')
    })
    await unit.getByText('延期 · 办理中').waitFor()

    const { page } = office
    await page.goto(`${office.program.origin}/difficulties`)
    await act(page, '答复', (dialog) => dialog.getByLabel('答复内容').fill('已请审管办派一名统计人员参加课题组'))
    await unit.getByText('已请审管办派一名统计人员参加课题组').waitFor()
    await act(unit, '困难已解决', async () => undefined)

    const verifier = await signIn('核实员', 'office')
    await verifier.goto(`${office.program.origin}/changes`)
    await verifier.getByRole('button', { name: '展开' }).click()
    await act(verifier, '同意', async () => undefined)
    const leader = await signIn('审批员', 'leader')
    await leader.getByRole('region', { name: '今日提要' }).getByText('待我办理 1').waitFor()
    await leader.goto(`${office.program.origin}/changes`)
    await leader.getByRole('button', { name: '展开' }).click()
    await act(leader, '同意', async () => undefined)

    await page.goto(place)
    await page.getByText('原定时限 2026-12-31').first().waitFor()
    await page.getByText('现时限 2027-03-31（延期 1 次）').waitFor()
    await act(page, '催办', async () => undefined)
    await page.getByText('已催办 1 次').waitFor()
    const view = {
      plan: null,
      filters: [{ kind: 'oneOf', column: 'ref', values: [REF] }],
      sort: [],
      groupBy: null,
      asOf: null,
      knownAt: null,
    }
    expect(await office.ask('POST', '/ledger/window', { view, offset: 0, limit: 5 })).toMatchObject({
      rows: [
        {
          course: {
            originalDue: '2026-12-31',
            extendedTo: '2027-03-31',
            extensions: 1,
            reminders: 1,
            progress: '已完成三个课题的选题和分工',
          },
        },
      ],
    })
    await unit.getByText('延期 · 已同意').waitFor()
  },
)
