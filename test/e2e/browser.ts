import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A browser whose pages report what went wrong in them: errors, warnings, violations of the content policy. */
export interface WatchedBrowser {
  readonly problems: readonly string[]
  readonly newPage: (size: { readonly width: number; readonly height: number }) => Promise<Page>
  readonly close: () => Promise<void>
}

export async function openBrowser(): Promise<WatchedBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  const problems: string[] = []
  let context: BrowserContext | undefined
  return {
    problems,
    // one context: whoever is signed in on one page is signed in on the next
    newPage: async (size) => {
      context ??= await browser.newContext({ acceptDownloads: true, timezoneId: 'Asia/Shanghai' })
      const page = await context.newPage()
      await page.setViewportSize(size)
      await watch(page, problems)
      return page
    },
    close: () => browser.close(),
  }
}

async function watch(page: Page, problems: string[]): Promise<void> {
  page.on('console', (message) => {
    // refusals of the API show as failed loads: the pages word them
    const isRefusal = message.text().includes('Failed to load resource') && /\/api\//.test(message.location().url)
    if (['error', 'warning'].includes(message.type()) && !isRefusal) problems.push(`${page.url()} ${message.type()} ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()} ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`)
    })
  })
}
