import type { KeyboardEvent, RefObject } from 'react'
import { useMay } from '#web/_lib/may.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { useDispatch } from '../context.ts'
import type { PageState } from '../model/state.ts'
import { useActs } from './use-acts.ts'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Keys of the draft: ↑ ↓ j k move; e s m d a act on the commitment in focus; Escape lets go. Only while the focus is in the draft. */
export function useTreeKeys(
  flow: readonly Commitment[],
  state: PageState,
  list: RefObject<HTMLElement | null>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const dispatch = useDispatch()
  const acts = useActs()
  const mayEdit = useMay('commitment:edit')
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const current = flow.find(({ id }) => id === state.focus)
    const step = steps[event.key]
    if (step !== undefined) {
      const next = current === undefined ? flow[0] : flow[flow.indexOf(current) + step]
      event.preventDefault()
      if (next === undefined) return
      dispatch({ kind: 'focus', id: next.id, from: 'tree' })
      const row = list.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
      return
    }
    if (event.key === 'Escape') {
      dispatch({ kind: 'focus', id: null, from: 'tree' })
      dispatch({ kind: 'unmark' })
      return
    }
    if (!mayEdit) return
    if (event.key === 'a') return dispatch({ kind: 'dialog', dialog: { kind: 'add', span: null, near: state.focus } })
    if (current === undefined) return
    const { id } = current
    if (event.key === 'm' && current.state !== 'discarded') dispatch({ kind: 'mark', id })
    if (event.key === 'e' && current.state !== 'discarded') dispatch({ kind: 'dialog', dialog: { kind: 'edit', id } })
    if (event.key === 's' && current.state !== 'discarded') dispatch({ kind: 'dialog', dialog: { kind: 'split', id } })
    if (event.key === 'd') {
      if (current.state === 'discarded') void acts.restore(current)
      else dispatch({ kind: 'dialog', dialog: { kind: 'discard', id } })
    }
  }
}
