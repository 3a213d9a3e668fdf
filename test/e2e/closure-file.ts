import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { openBrowser } from './browser.ts'

/** Unpacks an archive into a folder that is made for it; gives the places of its files. */
export function unpack(archive: string, folder: string): readonly string[] {
  const files = Object.entries(unzipSync(readFileSync(archive)))
  for (const [place, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
    writeFileSync(path.join(folder, place), bytes)
  }
  return files.map(([place]) => place)
}

/** Opens a closure file as whoever has it would, without a network and without the program: its index, every link of it, and the page that checks it. */
export async function lookAtFile(folder: string, digest: string, words: readonly string[]): Promise<void> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ width: 1366, height: 768 })
    await page.context().setOffline(true)
    await page.goto(pathToFileURL(path.join(folder, '目录.html')).href)
    const index = await page.locator('body').innerText()
    for (const each of [digest, ...words]) expect(index).toContain(each)
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) expect(readFileSync(path.join(folder, decodeURIComponent(link))).length).toBeGreaterThan(0)

    await page.getByRole('link', { name: '核对.html' }).click()
    await page.locator('#folder').setInputFiles(folder)
    await page.getByText('全部一致').waitFor()
    await page.getByText(digest).first().waitFor()
    const evidence = path.join(folder, decodeURIComponent(links[0] ?? ''))
    writeFileSync(evidence, `${readFileSync(evidence, 'utf8')}%`)
    await page.locator('#folder').setInputFiles(folder)
    await page.getByText('佐证与归档时不同').waitFor()
    expect(await page.getByText('全部一致').count()).toBe(0)
    expect(browser.problems).toEqual([])
  } finally {
    await browser.close()
  }
}
