import type { GridRow } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'
import { useHeads } from './context.ts'

/** The head of a group, over the full width. */
export function GroupRow({ data }: { readonly data: GridRow | undefined }) {
  const { text, standing } = useLedgerText()
  const { view } = useHeads()
  if (data?.kind !== 'group') return null
  const isLight = view.groupBy === 'light'
  const light = Object.entries(standing.lights).find(([code]) => isLight && code === data.label)?.[1]
  return (
    <div className="group-row">
      <strong>{light ?? (data.label === '' ? (isLight ? text.undefinedLight : text.noGroup) : data.label)}</strong>
      <span>{text.groupCount(data.count)}</span>
    </div>
  )
}
