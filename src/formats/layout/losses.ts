import type { Loss } from '#core/document/document.ts'
import type { Page } from './page.ts'

/** Pages on which no text stands: scanned, or empty. */
export function lossesOf(pages: readonly Page[]): Loss[] {
  const unread = pages.flatMap(({ runs }, index) => (runs.length === 0 ? [index + 1] : []))
  return unread.length === 0 ? [] : [{ code: 'pages-without-text', params: { pages: unread.join('、') } }]
}
