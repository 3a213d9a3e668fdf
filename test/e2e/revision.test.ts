import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { makeDocx, paragraph } from '#test/formats/make-docx.ts'
import { defineSample, type Sample } from './countings.ts'
import { type Office, openOffice } from './office.ts'

const CHANGES = [
  ['专题研讨不少于6次', '专题研讨不少于8次'],
  ['蹲点调研不少于30天', '蹲点调研不少于35天'],
  ['院长每月接访不少于2天', '院长每月接访不少于3天'],
] as const

let office: Office
let sample: Sample
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-revision-'))
const shots = process.env['SHOTS']

beforeAll(async () => {
  office = await openOffice()
  sample = await defineSample(office.ask)
  const on = new Date().toISOString().slice(0, 10)
  await office.ask('POST', '/registers/field-research/records', {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: on, to: on },
    subjects: [{ kind: 'person', id: sample.people.get('许明远') }],
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: sample.orgs.get('立案庭') }], question: '积案为何久拖', result: '当场定了办法' },
    state: 'submitted',
  })
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await office.page.screenshot({ path: `${shots}/${name}.png` })
}

/** The sample plan as a Word document, with some of its words replaced. */
function revised(name: string, changes: readonly (readonly [string, string])[]): string {
  const lines = readFileSync('packs/court/sample/plan.txt', 'utf8').split(/\r?\n/)
  let text = lines.filter((line) => line.trim() !== '').join('\n')
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  const file = path.join(folder, name)
  writeFileSync(
    file,
    makeDocx({
      body: text
        .split('\n')
        .map((line) => paragraph(line))
        .join(''),
    }),
  )
  return file
}

async function importVersion(file: string): Promise<void> {
  const { page } = office
  await page.goto(`${office.program.origin}/`)
  await page.getByRole('link', { name: '澜川市中级人民法院党组' }).first().click()
  await page.getByRole('button', { name: '导入新版本' }).click()
  await page.getByLabel('选择文件').setInputFiles(file)
  await page.getByRole('heading', { name: '新旧版本对照' }).waitFor()
}

const numberAt = (ref: string): Promise<{ value: string; days: string }> => counted(sample.commitments.get(ref) ?? '')

const Page = z.object({
  commitment: z.looseObject({ reading: z.looseObject({ value: z.looseObject({ value: z.string() }).nullable() }) }),
  items: z.array(z.looseObject({ occurrence: z.looseObject({ actual: z.unknown() }) })),
  records: z.array(z.looseObject({ id: z.string() })),
})

async function counted(id: string): Promise<{ value: string; days: string }> {
  const { commitment, records } = Page.parse(await office.ask('GET', `/commitments/${id}`))
  return { value: commitment.reading.value?.value ?? '', days: String(records.length) }
}

test('a Word document of the plan with three other numbers shows exactly those three', async () => {
  const { page } = office
  expect(await numberAt('1-2-1')).toEqual({ value: '30', days: '1' })
  await importVersion(revised('修订.docx', CHANGES))
  const rows = page.locator('.revision-pair')
  await expect.poll(() => rows.count()).toBe(3)
  expect(await page.getByRole('button', { name: /新增 0$/ }).count()).toBe(1)
  expect(await page.getByRole('button', { name: /不再列 0$/ }).count()).toBe(1)
  expect(await rows.locator('.said del').allTextContents()).toEqual(['6', '30', '2'])
  expect(await rows.locator('.said ins').allTextContents()).toEqual(['8', '35', '3'])
  await shot('revision-1366')
  await page.setViewportSize({ width: 390, height: 844 })
  await shot('revision-390')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1366, height: 768 })
})

test('what is ticked is applied, and records go on counting for it', async () => {
  const { page } = office
  await page.getByRole('checkbox', { name: /^应用变化 2-2-2/ }).uncheck()
  await page.getByRole('button', { name: '应用新版本' }).click()
  await page.getByText('已应用为第 2 版：修订 2 项').waitFor()
  expect(await numberAt('1-2-1')).toEqual({ value: '35', days: '1' })
  expect(await numberAt('2-2-2')).toMatchObject({ value: '2' })
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
  await page.getByText('不少于35天').first().waitFor()
  await shot('revision-ledger')
  expect(office.browser.problems.filter((problem) => problem.includes('/revisions/'))).toEqual([])
})

test('what was left is applied later, from the version that was applied', async () => {
  const { page } = office
  await page.goto(`${office.program.origin}/`)
  await page.getByRole('link', { name: '澜川市中级人民法院党组' }).first().click()
  await page.getByRole('button', { name: '导入新版本' }).click()
  await page.getByRole('link', { name: '修订.docx' }).click()
  await page.getByText('还有 1 处没有应用').waitFor()
  await shot('revision-left')
  await page.getByRole('button', { name: '与现状再次比对' }).click()
  await page.getByText('已勾选 1 / 1 项变化').waitFor()
  expect(await page.locator('.revision-pair.changed').count()).toBe(1)
  await shot('revision-again')
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await page.getByText('已撤回新版本').waitFor()
})

test('the same plan in another format is all kept', async () => {
  const { page } = office
  await importVersion(revised('同一份.docx', CHANGES.slice(0, 2)))
  await page.getByText('两份文件的任务完全一样').waitFor()
  await shot('revision-same')
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await page.getByText('已撤回新版本').waitFor()
  expect(await numberAt('1-2-1')).toEqual({ value: '35', days: '1' })
})

test('a document of the same plan that is imported at home is offered as its version', async () => {
  const { page } = office
  await page.goto(`${office.program.origin}/`)
  await page.getByLabel('选择文件', { exact: true }).setInputFiles(revised('送审.docx', [['专题研讨不少于6次', '专题研讨不少于7次']]))
  const notice = page.getByRole('alert').filter({ hasText: '作为新版本比对' })
  await notice.getByText(/约 (9\d|100)% 的内容相同/).waitFor()
  await shot('revision-alike')
  await notice.getByRole('button', { name: '作为新版本比对' }).click()
  await page.getByRole('heading', { name: '新旧版本对照' }).waitFor()
  await expect.poll(() => page.locator('.revision-pair.changed').count()).toBe(2)
})
