import { useSyncExternalStore } from 'react'

/** A short message at the foot of the page. */
export interface Toast {
  readonly key: number
  readonly tone: 'done' | 'error'
  readonly words: string
}

const SHOWN_FOR = { done: 3500, error: 9000 }
const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let next = 1

function change(changed: readonly Toast[]): void {
  toasts = changed
  for (const listener of listeners) listener()
}

export function dismiss(key: number): void {
  change(toasts.filter((toast) => toast.key !== key))
}

/** Takes all messages away: their words are in the language they were said in. */
export function dismissAll(): void {
  if (toasts.length > 0) change([])
}

/** Shows a message for a while. */
export function tell(tone: Toast['tone'], words: string): void {
  const key = next
  next += 1
  change([...toasts.slice(-2), { key, tone, words }])
  setTimeout(() => dismiss(key), SHOWN_FOR[tone])
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
