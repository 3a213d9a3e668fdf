import type { HomeItem } from '#contract/home.ts'

/** Items by when something must be done: what is done last, what has no day behind what has one; else as they came. */
export function byDue(items: readonly HomeItem[]): readonly HomeItem[] {
  return items.toSorted((a, b) => rank(a) - rank(b) || compare(a.dueBy ?? '9999', b.dueBy ?? '9999'))
}

function rank({ light }: HomeItem): number {
  return light === 'done' || light === 'waived' ? 1 : 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** How many items show which of the lights that ask for something; `open`: how they are counted was not said yet. */
export function tallyOf(items: readonly HomeItem[]): { readonly overdue: number; readonly soon: number; readonly open: number } {
  const count = (...lights: readonly HomeItem['light'][]): number => items.filter(({ light }) => lights.includes(light)).length
  return { overdue: count('overdue'), soon: count('due-soon'), open: count(null, 'undetermined') }
}
