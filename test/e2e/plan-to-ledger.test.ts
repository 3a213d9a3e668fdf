import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type WatchedBrowser } from './browser.ts'
import { type Program, startProgram } from './program.ts'
import { seenTable } from './seen-table.ts'
import { weigh } from './weigh.ts'
import { hasOffice, openInOffice, readWorkbook } from './workbook.ts'

let program: Program
let browser: WatchedBrowser
let page: Page
const downloads = mkdtempSync(path.join(tmpdir(), 'xiaohao-downloads-'))
const exported = path.join(downloads, 'ledger.xlsx')

beforeAll(async () => {
  program = await startProgram()
  browser = await openBrowser()
  page = await browser.newPage({ width: 1366, height: 768 })
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  rmSync(downloads, { recursive: true, force: true })
})
const PASSWORD = 'Lianhe-zhenggai-26'
const row = (ref: string) => page.locator('.commitment', { has: page.locator('.ref', { hasText: new RegExp(`^${ref}$`) }) })
const said = (words: string | RegExp) => page.locator('.toast', { hasText: words }).last().waitFor()
const count = async (label: string) => Number(await page.locator('.filters button', { hasText: label }).locator('b').textContent())

test('who is not signed in comes to the sign-in page, which is light', async () => {
  await page.goto(program.origin)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.goto(`${program.origin}/sign-in`)
  await page.waitForLoadState('networkidle')
  const bytes = await weigh(page)
  console.log(`sign-in ${(bytes / 1000).toFixed(1)} KB gzip`)
  expect(bytes).toBeLessThanOrEqual(120_000)
})

test('the printed link sets up the court and its first account', async () => {
  await page.goto(program.setupLink)
  await page.getByLabel('单位名称').fill('澜川市中级人民法院')
  await page.getByLabel('姓名').fill('王敏')
  await page.getByLabel('登录名').fill('wangmin')
  await page.getByLabel('密码', { exact: true }).fill('12345678')
  expect(await page.locator('.rules .kept').count()).toBeLessThan(4)
  expect(await page.getByRole('button', { name: '完成设置并进入' }).isDisabled()).toBe(true)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再次输入密码').fill(PASSWORD)
  await page.getByRole('button', { name: '完成设置并进入' }).click()
  await page.getByRole('heading', { name: '把方案文件拖到这里' }).waitFor()
  await page.locator('.who', { hasText: '王敏' }).waitFor()
})

test('signing out and in again', async () => {
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.getByLabel('登录名').fill('wangmin')
  await page.getByLabel('密码').fill('wrong password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('登录名或密码不正确').waitFor()
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '把方案文件拖到这里' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('the home page is light', async () => {
  await page.goto(program.origin)
  await page.getByText('还没有方案').waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = await weigh(page)
  console.log(`home ${(bytes / 1000).toFixed(1)} KB gzip`)
  expect(bytes).toBeLessThanOrEqual(350_000)
})

test.for<[string, string, string]>([
  ['空.txt', '', '文件是空的'],
  ['假.docx', 'not a zip', '文件内容与扩展名不符'],
])('a file that cannot be read says why: %s', async ([name, content, words]) => {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
  await page.getByText(words).waitFor()
  await page.getByText('没有导入').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  expect(await page.locator('.plans tbody tr').count()).toBe(0)
})

test('an import is cancelled and leaves nothing', async () => {
  const measures = Array.from(
    { length: 60_000 },
    (_, index) => `${index + 1}.改进学习。每年组织专题学习不少于12次，其中法治专题不少于4次。\n`,
  )
  const buffer = Buffer.from(`某院整改方案\n\n一、整改措施\n\n${measures.join('')}`)
  await page.setInputFiles('input[type=file]', { name: '大方案.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByText('导入已取消').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  await page.reload()
  await page.getByText('还没有方案').waitFor()
  expect(await page.locator('.plans tbody tr').count()).toBe(0)
})

test('the sample plan opens with its commitments marked and its questions on top', async () => {
  await page.getByRole('button', { name: '载入示例方案' }).click()
  await page.waitForURL(/\/plans\//)
  await page.locator('.questions').waitFor()
  expect(await count('全部')).toBeGreaterThan(40)
  const marked = await page
    .locator('.paper [data-marks]')
    .evaluateAll((marks) => new Set(marks.flatMap((mark) => mark.getAttribute('data-marks')?.split(' ') ?? [])).size)
  expect(marked).toBe(await count('全部'))
})

test('what is pointed at on one side is lit on the other', async () => {
  const first = page.locator('.commitment').first()
  const id = await first.getAttribute('id')
  await first.hover()
  await page.locator(`.paper mark.hovered[data-marks~="${id}"]`).first().waitFor()
  await first.locator('.summary').click()
  await page.locator(`.paper mark.focused[data-marks~="${id}"]`).first().waitFor()
  await page.keyboard.press('j')
  const second = page.locator('.commitment').nth(1)
  const nextId = await second.getAttribute('id')
  await page.locator(`.paper mark.focused[data-marks~="${nextId}"]`).first().waitFor()
  await page.locator('.paper mark').last().click()
  await expect.poll(() => page.locator('.commitment.focused').getAttribute('id')).not.toBe(nextId)
  await page.keyboard.press('Escape')
})

test('questions are answered with a click, or in a small form', async () => {
  const open = await count('有疑问')
  await page.locator('.question .button.primary').click()
  await said('已答复')
  await page.locator('.questions', { hasText: '已答 1' }).waitFor()
  await page.getByRole('button', { name: '自然年（1 月 1 日起）' }).click()
  await page.locator('.questions', { hasText: '已答 2' }).waitFor()
  await page.getByRole('button', { name: '按整期完成' }).click()
  await page.locator('.questions', { hasText: '已答 3' }).waitFor()
  await page.getByRole('button', { name: '其他答复' }).click()
  await page.getByLabel('天数').fill('45')
  await page.locator('.answer-form .button.primary').click()
  await page.locator('.questions', { hasText: '已答 4' }).waitFor()
  await page.locator('.question .button.small').first().click()
  await page.locator('.questions', { hasText: '已答 5' }).waitFor()
  await expect.poll(() => count('有疑问')).toBeLessThan(open)
})

test('a commitment is edited; the first reading stays beside it', async () => {
  const target = page.locator('.commitment', { has: page.locator('.target', { hasText: '次' }) }).first()
  const ref = (await target.locator('.ref').textContent()) ?? ''
  await target.locator('.summary').click()
  await page.keyboard.press('e')
  const sheet = page.locator('.ant-drawer')
  await sheet.getByLabel('目标值').fill('-3')
  await sheet.getByRole('alert').getByText('数值不能小于 0。').waitFor()
  expect(await sheet.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await sheet.getByLabel('目标值').fill('9')
  await sheet.getByRole('textbox', { name: '修改说明' }).fill('按党组会意见')
  await sheet.getByRole('button', { name: '保存' }).click()
  await said('已保存')
  await row(ref).locator('.target', { hasText: '9 次' }).waitFor()
  await row(ref).locator('.first', { hasText: '原读法' }).waitFor()
  await row(ref).locator('.decision', { hasText: '按党组会意见' }).waitFor()
  await row(ref).getByRole('button', { name: '恢复原读法' }).click()
  await said('已恢复')
  await expect.poll(() => row(ref).locator('.target').textContent()).not.toContain('9 次')
})

test('an edit that was overtaken shows both versions, and is saved only after the choice', async () => {
  const ref =
    (await page
      .locator('.commitment', { has: page.locator('.target', { hasText: '次' }) })
      .first()
      .locator('.ref')
      .textContent()) ?? ''
  const other = await browser.newPage({ width: 1366, height: 768 })
  await other.goto(page.url())
  for (const tab of [page, other]) {
    const target = tab.locator('.commitment', { has: tab.locator('.ref', { hasText: new RegExp(`^${ref}$`) }) })
    if ((await target.locator('.summary').getAttribute('aria-expanded')) !== 'true') await target.locator('.summary').click()
    else await target.locator('.summary').focus()
    await tab.keyboard.press('e')
  }
  const [mine, theirs] = [page, other].map((tab) => tab.locator('.ant-drawer'))
  await mine?.getByLabel('目标值').fill('61')
  await theirs?.getByLabel('目标值').fill('57')
  await theirs?.getByRole('button', { name: '保存' }).click()
  await other.locator('.toast', { hasText: '已保存' }).waitFor()
  // either the page has heard of it already, or the answer tells
  await mine?.getByRole('button', { name: '保存' }).dispatchEvent('click')
  await mine?.locator('.conflict tr', { hasText: '61' }).filter({ hasText: '57' }).waitFor()
  expect(await mine?.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await mine?.getByRole('button', { name: '在现在的基础上保留我的修改' }).click()
  await mine?.getByRole('button', { name: '保存' }).click()
  await row(ref).locator('.target', { hasText: '61 次' }).waitFor()
  await row(ref).getByRole('button', { name: '恢复原读法' }).click()
  await said('已恢复')
  await other.close()
})

test('a commitment is split, two are merged', async () => {
  const all = await count('全部')
  const long = page.locator('.commitment', { has: page.locator('.what.long', { hasText: '，' }) }).first()
  await long.locator('.summary').click()
  await page.keyboard.press('s')
  await page
    .locator('.ant-drawer')
    .getByRole('button', { name: /^拆分为 2 项/ })
    .click()
  await said('已拆分为 2 项')
  await expect.poll(() => count('全部')).toBe(all + 1)
  const parts = page.locator('.commitment', { has: page.locator('.decided', { hasText: '拆分' }) })
  expect(await parts.count()).toBe(2)
  await parts.nth(0).locator('.summary').click()
  await page.keyboard.press('m')
  await parts.nth(1).locator('.summary').click()
  await page.keyboard.press('m')
  await page.locator('.merge-bar .button.primary').click()
  await said('已合并')
  await expect.poll(() => count('全部')).toBe(all)
})

test('a commitment is left out and comes back', async () => {
  const last = page.locator('.commitment').last()
  const ref = (await last.locator('.ref').textContent()) ?? ''
  await last.locator('.summary').click()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: '不列入台账' })
  await dialog.getByLabel('只是行文表述').check()
  await dialog.getByRole('button', { name: '不列入' }).click()
  await said('已标为不列入')
  await row(ref).locator('.state.discarded').waitFor()
  expect(await count('不列入')).toBe(1)
  await row(ref).locator('.summary').press('d')
  await said('已恢复')
  await expect.poll(() => count('不列入')).toBe(0)
})

test('selected text becomes a commitment', async () => {
  const all = await count('全部')
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.paper p')].find(
      (each) => each.querySelector('mark') === null && (each.textContent?.length ?? 0) > 40,
    )
    const words = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
    if (!paragraph || !words) throw new Error('no paragraph without commitments')
    paragraph.scrollIntoView({ block: 'center' })
    getSelection()?.setBaseAndExtent(words, 2, words, 12)
  })
  await page.getByRole('button', { name: '增补为任务' }).click()
  const sheet = page.locator('.ant-drawer')
  const quoted = (await sheet.locator('.quoted').textContent()) ?? ''
  expect(quoted).toHaveLength(10)
  await sheet.getByRole('button', { name: '保存' }).click()
  await said('已增补')
  await expect.poll(() => count('全部')).toBe(all + 1)
  await page.locator('.commitment', { hasText: quoted }).first().waitFor()
})

test('an aspect is confirmed, then all', async () => {
  const draft = await count('待确认')
  await page.getByRole('button', { name: '确认本方面' }).first().click()
  const dialog = page.getByRole('dialog')
  const named = await dialog.locator('.will-confirm li').count()
  await dialog.locator('.foot .primary').click()
  await said(`已确认 ${named} 项`)
  await expect.poll(() => count('待确认')).toBe(draft - named)
  await page.getByRole('button', { name: '全部确认', exact: true }).click()
  await page.getByRole('dialog').locator('.foot .primary').click()
  await expect.poll(() => count('待确认')).toBe(0)
})

test('the ledger narrows to one unit, and every cell leads back to its sentence', async () => {
  await page.setViewportSize({ width: 4200, height: 1500 })
  await page.getByRole('link', { name: '查看台账' }).click()
  await page.locator('.ag-row').first().waitFor()
  await page.getByRole('button', { name: '行高' }).click()
  const all = (await page.locator('.total').textContent()) ?? ''
  await page.getByRole('button', { name: '筛选责任单位' }).click()
  const filter = page.getByRole('dialog', { name: '筛选责任单位' })
  const value = filter.locator('.values li').nth(1)
  const [unit, number] = await Promise.all([value.locator('span').textContent(), value.locator('b').textContent()])
  await filter.getByLabel('全选').uncheck()
  await value.locator('input').check()
  await filter.getByRole('button', { name: '确定' }).click()
  await page.locator('.conditions', { hasText: `责任单位：${unit}` }).waitFor()
  await expect.poll(() => page.locator('.total').textContent()).toBe(`共 ${number} 项`)
  expect(`共 ${number} 项`).not.toBe(all)
  await page.locator('.ag-cell[col-id=indicator]').first().click()
  const panel = page.getByRole('complementary', { name: '任务详情' })
  const lit = panel.locator('.excerpt mark.focused')
  await lit.first().waitFor()
  const link = (await panel.getByRole('link', { name: '在方案中打开' }).getAttribute('href')) ?? ''
  expect(link).toMatch(/^\/plans\/[\w-]+#[\w-]+$/)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
})

test('cells are copied as a spreadsheet pastes them', async () => {
  await page.locator('.ag-row[row-index="0"] .ag-cell[col-id=ref]').hover()
  await page.mouse.down()
  await page.locator('.ag-row[row-index="1"] .ag-cell[col-id=ref]').hover()
  await page.mouse.up()
  await page.keyboard.press('Shift+ArrowRight')
  const copied = await page.evaluate(() => {
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return { text: event.clipboardData?.getData('text/plain') ?? '', html: event.clipboardData?.getData('text/html') ?? '' }
  })
  const { rows } = await seenTable(page)
  const expected = rows
    .slice(0, 2)
    .map((line) => line.slice(1, 3).join('\t'))
    .join('\r\n')
  expect(copied.text).toBe(expected)
  expect(copied.html.match(/<td/g)).toHaveLength(4)
})

test('the exported file holds exactly what is seen', async () => {
  const seen = await seenTable(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 .xlsx' }).click()])
  expect(download.suggestedFilename()).toMatch(/^整改台账.*\.xlsx$/)
  await download.saveAs(exported)
  const { title, lines } = await readWorkbook(exported)
  expect(title).toContain('整改方案')
  expect(lines).toEqual([seen.heads, ...seen.rows])
})

test.skipIf(!hasOffice)('LibreOffice opens the exported file', async () => {
  const csv = openInOffice(exported)
  const { rows } = await seenTable(page)
  expect(rows.length).toBeGreaterThan(0)
  for (const line of rows) expect(csv).toContain(line[5]?.slice(0, 20))
})

test('groups, then the link back into the plan', async () => {
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByLabel('分组').selectOption('leadOrgs')
  await page.locator('.group-row').first().waitFor()
  await page.locator('.ag-cell[col-id=indicator]').first().click()
  await page.getByRole('link', { name: '在方案中打开' }).click()
  await page.waitForURL(/\/plans\/.+#/)
  await page.locator('.commitment.focused .detail').waitFor()
  expect(await page.locator('.commitment.focused').getAttribute('id')).toBe(new URL(page.url()).hash.slice(1))
  await page.locator('.paper mark.focused').first().waitFor()
})

test('the same file again: the page says so, and the second copy goes with a click', async () => {
  const plan = page.url()
  const file = {
    name: '短方案.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('某院整改方案\n\n1.改进学习。每年组织专题学习不少于12次。\n'),
  }
  await page.goto(program.origin)
  await page.setInputFiles('input[type=file]', file)
  await page.waitForURL(/\/plans\//)
  const first = new URL(page.url()).pathname
  await page.goto(program.origin)
  await page.setInputFiles('input[type=file]', file)
  const notice = page.getByRole('alert').filter({ hasText: '同一文件以前导入过' })
  expect(await notice.getByRole('link', { name: '某院整改方案' }).getAttribute('href')).toBe(first)
  await notice.getByRole('button', { name: '移除新导入的这份' }).click()
  await said('已移除')
  await expect.poll(() => page.locator('.plans tbody tr', { hasText: '短方案.txt' }).count()).toBe(1)
  await page.goto(plan)
})

test('the pages speak English too', async () => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '切换到英文' }).click()
  await page.getByRole('heading', { name: /questions/i }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('heading', { name: 'Drop the plan document here' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Ledger' }).click()
  await page.getByRole('button', { name: 'Filter Aspect' }).waitFor()
  await page.getByRole('button', { name: 'Switch to Chinese' }).click()
  await page.getByRole('button', { name: '筛选方面' }).waitFor()
})

test('on a phone the ledger fits the screen, and the password can be reached', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.locator('.main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
  for (const part of await page.locator('.toolbar > *').all())
    expect(await part.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(390)
  await page.getByRole('banner').getByRole('link', { name: '王敏' }).click()
  await page.getByRole('link', { name: '修改密码' }).click()
  await page.waitForURL(/\/password$/)
})

test('nothing went wrong in the pages', () => {
  expect(browser.problems).toEqual([])
})
