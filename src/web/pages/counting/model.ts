import type { client } from '#web/_lib/client.ts'

export type PlanCountings = Awaited<ReturnType<typeof client.counting.suggest>>
export type CountingItem = PlanCountings['items'][number]

/** `ready`: complete and sure; `check`: complete, but a part is only likely; `open`: something is missing; `waiting`: defined, an answer is missing. */
export type Status = 'computes' | 'waiting' | 'ready' | 'check' | 'open' | 'vague'

/** Where a commitment stands on the way to being counted. */
export function statusOf({ counting, suggestion, reading }: CountingItem): Status {
  if (counting.isComputable) return 'computes'
  if (reading.kind === 'undefined') return 'vague'
  if (counting.version > 0) return 'waiting'
  if (suggestion === null || suggestion.open.length > 0 || suggestion.parts.some(({ from }) => from === 'missing')) return 'open'
  return suggestion.parts.every(({ isSure }) => isSure) ? 'ready' : 'check'
}

/** What a person confirms in one go: complete suggestions of which every part is sure. */
export function confirmable(items: readonly CountingItem[]): readonly CountingItem[] {
  return items.filter((item) => statusOf(item) === 'ready')
}

/** How a suggestion is sent to be confirmed. */
export function confirming({ commitment, counting, suggestion }: CountingItem) {
  return suggestion === null ? [] : [{ id: commitment, version: counting.version, definition: suggestion.definition }]
}

export type Filter = 'all' | 'ready' | 'check' | 'open' | 'computes'

export function fits(item: CountingItem, filter: Filter): boolean {
  const status = statusOf(item)
  if (filter === 'all') return true
  return filter === 'open' ? status === 'open' || status === 'vague' || status === 'waiting' : status === filter
}

/** Whether a number is promised: what the progress counts apart. */
export function isNumbered({ reading }: CountingItem): boolean {
  return reading.kind !== 'achieved' && reading.kind !== 'deadline'
}

/** Whether a question keeps a commitment from being counted: of the whole plan always, else where one that it is about still needs the answer. */
export function keepsBack({ code, commitments }: PlanCountings['questions'][number], items: readonly CountingItem[]): boolean {
  if (commitments.length === 0) return true
  return items.some(({ commitment, counting, suggestion }) => {
    const open = counting.version > 0 ? counting.open : (suggestion?.open ?? [code])
    return commitments.includes(commitment) && open.includes(code)
  })
}
