import { useDefinitionText } from '../use-text.ts'
import { NamesField } from './names-field.tsx'
import type { PartProps } from './part.ts'

/** Who enters records, and who reads them. */
export function WhoPart({ draft, setDraft, view, isTried }: PartProps) {
  const text = useDefinitionText()
  const missing = (names: readonly string[]): string | undefined => (isTried && names.length === 0 ? text.needed : undefined)
  return (
    <fieldset>
      <legend>{text.who}</legend>
      <NamesField
        label={text.filledBy}
        names={draft.filledBy}
        view={view}
        wrong={missing(draft.filledBy)}
        onChange={(filledBy) => setDraft((known) => ({ ...known, filledBy }))}
      />
      <NamesField
        label={text.readBy}
        names={draft.readBy}
        view={view}
        wrong={missing(draft.readBy)}
        onChange={(readBy) => setDraft((known) => ({ ...known, readBy }))}
      />
    </fieldset>
  )
}
