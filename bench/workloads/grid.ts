import { type Browser, chromium, type Page } from 'playwright-core'
import { openLedgerWorld } from '#bench/ledger-world.ts'
import type { Figure } from '#bench/workload.ts'

const ROWS = 4900
const LISTEN = { host: '127.0.0.1', port: 8494 }
const CHROMIUM = '/usr/bin/chromium'
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
const TURNS_OF_WHEEL = 120
const PIXELS_A_TURN = 400

/** The ledger page with close to 5,000 rows at once in Chromium: until rows stand, and the frames while one scrolls through them. */
export async function gridWorkload(): Promise<Figure[]> {
  const world = await openLedgerWorld(ROWS)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  try {
    await world.app.listen(LISTEN)
    const page = await openPage(browser, world.cookie)
    const begun = performance.now()
    await page.goto(`http://${LISTEN.host}:${LISTEN.port}/ledger`)
    await page.locator('.ag-row').first().waitFor()
    const shown = performance.now() - begun
    const frames = (await framesWhileScrolling(page)).toSorted((a, b) => a - b)
    return [
      { name: 'grid.rowsShown', value: shown / 1000, unit: 's', bound: 3 },
      { name: 'grid.frame.p95', value: frames[Math.floor(frames.length * 0.95)] ?? 0, unit: 'ms', bound: 50 },
      { name: 'grid.frame.longest', value: frames.at(-1) ?? 0, unit: 'ms', bound: null },
    ]
  } finally {
    await browser.close()
    await world.close()
  }
}

async function openPage(browser: Browser, cookie: string): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=')
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.addCookies([{ name, value, domain: LISTEN.host, path: '/' }])
  return context.newPage()
}

/** Milliseconds between frames while the wheel turns over the grid. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  await page.mouse.move(700, 500)
  await page.evaluate(`globalThis.frames_ = []; (function next(before) {
    requestAnimationFrame((now) => { globalThis.frames_.push(now - before); next(now) })
  })(performance.now())`)
  for (let turn = 0; turn < TURNS_OF_WHEEL; turn++) await page.mouse.wheel(0, PIXELS_A_TURN)
  return page.evaluate<number[]>('globalThis.frames_')
}
