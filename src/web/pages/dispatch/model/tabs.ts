import type { DispatchBoard, DispatchRow } from '#contract/dispatch.ts'

export type Tab = 'claims' | 'waiting' | 'dispatched' | 'refused' | 'confirmed' | 'support' | 'pledges'

/** A tab with how much stands in it; `isAct`: it waits for who looks. */
export interface TabCount {
  readonly tab: Tab
  readonly count: number
  readonly isAct: boolean
}

/** The tabs of a post, what waits for it first. */
export function tabsOf(board: DispatchBoard, post: string): readonly TabCount[] {
  const { unclaimed } = board.counts
  const count = (tab: Tab): number => rowsOf(board, tab, post).length
  const isOffice = post === 'office'
  const tab = (each: Tab, isAct: boolean): TabCount => ({ tab: each, count: count(each), isAct })
  const claims: TabCount = { tab: 'claims', count: unclaimed, isAct: post === 'leader' }
  if (post === 'unit')
    return [
      tab('dispatched', true),
      tab('confirmed', false),
      tab('refused', false),
      tab('support', false),
      { tab: 'pledges', count: 0, isAct: false },
    ]
  return [
    claims,
    tab('waiting', isOffice),
    tab('refused', isOffice),
    tab('dispatched', false),
    tab('confirmed', false),
    { tab: 'pledges', count: 0, isAct: false },
  ]
}

/** The rows of a tab. What lost its owner waits for the unit again. */
export function rowsOf({ rows }: Pick<DispatchBoard, 'rows'>, tab: Tab, post: string): readonly DispatchRow[] {
  const own = post === 'unit' ? rows.filter(({ role }) => role === 'lead') : rows
  switch (tab) {
    case 'waiting':
      return own.filter(({ state }) => state === 'waiting')
    case 'dispatched':
      return own.filter(
        ({ state, owner }) => state === 'dispatched' || state === 'insisted' || (state === 'confirmed' && owner?.isVacant === true),
      )
    case 'refused':
      return own.filter(({ state }) => state === 'refused')
    case 'confirmed':
      return own.filter(({ state, owner }) => state === 'confirmed' && owner?.isVacant !== true)
    case 'support':
      return rows.filter(({ role }) => role === 'support')
    case 'claims':
    case 'pledges':
      return []
  }
}
