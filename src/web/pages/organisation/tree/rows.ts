import type { Directory, ShownOrg } from '../model/directory.ts'

/** A visible row of the tree. `level` from 1; `isOpen` null: nothing below it. */
export interface TreeRow {
  readonly org: ShownOrg
  readonly level: number
  readonly isOpen: boolean | null
}

type Move =
  | { readonly kind: 'focus' | 'show'; readonly id: string }
  | { readonly kind: 'toggle'; readonly id: string; readonly isOpen: boolean }

/** What is open at first: the top, and what leads to the selected org. */
export function firstOpen(directory: Directory, selected: string | null): ReadonlySet<string> {
  const tops = directory.childrenOf(null).map(({ id }) => id)
  const path = selected === null ? [] : directory.pathOf(selected).map(({ id }) => id)
  return new Set([...tops, ...path])
}

/** The rows to show, top down. `only`: what a search has found, all of it open. */
export function visibleRows(directory: Directory, opened: ReadonlySet<string>, only: ReadonlySet<string> | null): readonly TreeRow[] {
  const below = (parent: string | null, level: number): readonly TreeRow[] =>
    directory
      .childrenOf(parent)
      .filter(({ id }) => only === null || only.has(id))
      .flatMap((org) => {
        const hasBelow = directory.childrenOf(org.id).some(({ id }) => only === null || only.has(id))
        const isOpen = hasBelow ? only !== null || opened.has(org.id) : null
        return [{ org, level, isOpen }, ...(isOpen === true ? below(org.id, level + 1) : [])]
      })
  return below(null, 1)
}

/** What a key does on a row (WAI-ARIA tree view pattern); null: nothing. */
export function moveFocus(rows: readonly TreeRow[], at: string | null, key: string): Move | null {
  const index = rows.findIndex(({ org }) => org.id === at)
  const row = rows[index]
  if (row === undefined) return null
  const to = (next: TreeRow | undefined): Move | null => (next === undefined ? null : { kind: 'focus', id: next.org.id })
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1])
    case 'ArrowUp':
      return to(rows[index - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      return row.isOpen === false ? { kind: 'toggle', id: row.org.id, isOpen: true } : row.isOpen === true ? to(rows[index + 1]) : null
    case 'ArrowLeft':
      return row.isOpen === true ? { kind: 'toggle', id: row.org.id, isOpen: false } : to(rows.find(({ org }) => org.id === row.org.parent))
    case 'Enter':
    case ' ':
      return { kind: 'show', id: row.org.id }
    default:
      return null
  }
}
