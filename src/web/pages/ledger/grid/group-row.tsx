import type { GridRow } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'

/** The head of a group, over the full width. */
export function GroupRow({ data }: { readonly data: GridRow | undefined }) {
  const { text } = useLedgerText()
  if (data?.kind !== 'group') return null
  return (
    <div className="group-row">
      <strong>{data.label === '' ? text.noGroup : data.label}</strong>
      <span>{text.groupCount(data.count)}</span>
    </div>
  )
}
