import { LightMark } from '#web/_components/light/light-mark.tsx'
import type { GridRow } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'

/** The light of a row; in words alone where it does not compute. */
export function LightCell({ data }: { readonly data: GridRow | undefined }) {
  const { text } = useLedgerText()
  if (data?.kind !== 'entry') return null
  const { standing } = data.entry
  return standing === null ? <span className="no-light">{text.undefinedLight}</span> : <LightMark light={standing.light} />
}
