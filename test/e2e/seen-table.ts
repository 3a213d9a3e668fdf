import type { Page } from 'playwright-core'

/** The ledger as it is seen: heads and rows of text, in the order of the screen. Every column and row must be in view. */
export interface SeenTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function seenTable(page: Page): Promise<SeenTable> {
  return page.evaluate(() => {
    const heads = [...document.querySelectorAll('.ag-header-cell')].toSorted(
      (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    )
    const rows = new Map<number, Element[]>()
    for (const cell of document.querySelectorAll('.ag-row .ag-cell')) {
      const index = Number(cell.closest('.ag-row')?.getAttribute('row-index'))
      rows.set(index, [...(rows.get(index) ?? []), cell])
    }
    return {
      heads: heads.map((head) => (head.querySelector('.name span') ?? head).textContent?.trim() ?? ''),
      rows: [...rows]
        .toSorted(([a], [b]) => a - b)
        .map(([, cells]) =>
          cells.toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left).map((cell) => cell.textContent ?? ''),
        ),
    }
  })
}
