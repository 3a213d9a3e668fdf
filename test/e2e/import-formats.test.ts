import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasOffice } from '#test/formats/office.ts'
import { makeOfd } from '#test/formats/make-ofd.ts'
import { makePdf } from '#test/formats/make-pdf.ts'
import { type Office, openOffice } from './office.ts'

const LINES = ['澜川市中级人民法院整改方案', '一、整改措施', '1.院党组每季度专题学习不少于1次。']

async function ledger(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('台账').addRows([
    ['序号', '存在问题', '整改措施', '责任单位', '完成时限'],
    [1, '学习不严', '每季度专题学习不少于1次', '政治部', '2026年9月底'],
  ])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const FILES: readonly (readonly [name: string, bytes: () => Promise<Uint8Array> | Uint8Array])[] = [
  ['方案.pdf', () => makePdf([{ marks: LINES.map((text, index) => ({ text, x: 100, y: 120 + index * 30 })) }])],
  ['方案.ofd', () => makeOfd(LINES)],
  ['方案.html', () => Buffer.from(`<meta charset=utf-8>${LINES.map((line) => `<p>${line}</p>`).join('')}`)],
  ['台账.xlsx', ledger],
  ...(hasOffice ? [['旧方案.doc', () => readFileSync(new URL('../formats/old-plan.doc', import.meta.url))] as const] : []),
]

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

async function drop(name: string, bytes: Uint8Array): Promise<void> {
  await office.page.goto(`${office.program.origin}/`)
  await office.page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })
}

/** Opens what was imported; where it may be a version of what is there, as a plan of its own. */
async function openAsItsOwn(): Promise<void> {
  const { page } = office
  const apart = page.getByRole('link', { name: '作为另一份方案打开' })
  await apart.or(page.locator('.plan-head')).first().waitFor()
  if ((await apart.count()) > 0) await apart.click()
  await page.waitForURL(/\/plans\/[^/]+$/)
  await page.locator('.plan-head').waitFor()
}

test.for(FILES)('%s becomes a plan', async ([name, bytes]) => {
  await drop(name, await bytes())
  await openAsItsOwn()
  await expect.poll(() => office.page.locator('main').innerText()).toMatch(/不少于\s*[14]\s*次/)
})

test('pasted words and pasted tables become plans', async () => {
  const { page, program } = office
  await page.goto(`${program.origin}/`)
  await page.getByRole('button', { name: '粘贴文字' }).click()
  await page.getByLabel('把方案文字粘贴在这里').fill(LINES.join('\n'))
  await page.getByRole('button', { name: '导入这段文字' }).click()
  await openAsItsOwn()
  await page.goto(`${program.origin}/`)
  await page.getByRole('button', { name: '粘贴文字' }).click()
  await page.getByLabel('把方案文字粘贴在这里').evaluate((box) => {
    const data = new DataTransfer()
    data.setData('text/html', '<table><tr><td>序号<td>整改措施<td>责任单位<tr><td>1<td>每季度学习不少于1次<td>政治部</table>')
    data.setData('text/plain', '序号\t整改措施\t责任单位\n1\t每季度学习不少于1次\t政治部')
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await page.getByText('已连同表格粘贴').waitFor()
  await page.getByRole('button', { name: '导入这段文字' }).click()
  await page.waitForURL(/\/plans\/[^/]+$/)
  await expect.poll(() => page.locator('main').innerText()).toMatch(/政治部/)
})

test.for([
  ['扫描件.pdf', makePdf([{ marks: [] }]), ['文件里没有文字', '请先识别成文字']],
  ['方案.docx', makePdf([{ marks: [] }]), ['文件内容与扩展名不符', '实际是PDF 文件', '另存为']],
  ['方案.pdf', Buffer.from('%PDF-1.7 damaged'), ['文件已损坏', '重新拷贝']],
  ['照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), ['不支持这种文件', '图片']],
] as const)('%s is refused with what, where and what to do', async ([name, bytes, words]) => {
  await drop(name, bytes)
  const alert = office.page.getByRole('alert')
  await alert.first().waitFor()
  const said = await alert.allInnerTexts()
  for (const each of words) expect(said.join('')).toContain(each)
})

test('no page reported a problem', () => {
  expect(office.browser.problems).toEqual([])
})
