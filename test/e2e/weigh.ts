import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const DIST = path.join(import.meta.dirname, '../../dist/web')

/** What a page loaded of the program itself, gzip, in bytes: scripts, styles, pictures and the page. */
export async function weigh(page: Page): Promise<number> {
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((name) => name.startsWith('/assets/')),
  )
  return ['/index.html', ...new Set(paths)].reduce((sum, name) => sum + gzipSync(readFileSync(DIST + name), { level: 9 }).length, 0)
}
