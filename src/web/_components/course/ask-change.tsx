import type { ChangeKind } from '#core/change/change.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { PromptDialog, type PromptField } from './prompt-dialog.tsx'
import { useCourseText } from './use-text.ts'

type Asked = Parameters<typeof client.change.ask>[0]['asked']

interface AskProps {
  readonly kind: ChangeKind
  readonly commitment: CommitmentId
  readonly holds: { readonly wording: string; readonly value: string | null; readonly unit: string }
  readonly onClose: () => void
}

/** Asks for an extension, an amendment or the termination. */
export function AskChange({ kind, commitment, holds, onClose }: AskProps) {
  const text = useCourseText()
  const number: readonly PromptField[] =
    holds.value === null
      ? []
      : [{ name: 'value', label: text.change.number(holds.unit), kind: 'line', isOptional: true, start: holds.value }]
  const own: Readonly<Record<ChangeKind, readonly PromptField[]>> = {
    extension: [{ name: 'due', label: text.change.due, kind: 'day' }],
    amendment: [{ name: 'wording', label: text.change.wording, kind: 'words', start: holds.wording }, ...number],
    termination: [],
  }
  return (
    <PromptDialog
      title={text.change.acts[kind]}
      hint={text.change.hints[kind]}
      fields={[...own[kind], { name: 'reason', label: text.reason, kind: 'words' }]}
      send={({ reason = '', ...given }) => client.change.ask({ commitment, asked: askedOf(kind, given, holds.value), reason })}
      onClose={onClose}
    />
  )
}

function askedOf(kind: ChangeKind, { due = '', wording = '', value = '' }: Readonly<Record<string, string>>, now: string | null): Asked {
  switch (kind) {
    case 'extension':
      return { kind, due }
    case 'amendment':
      return { kind, wording, value: value === '' || value === now ? null : value }
    case 'termination':
      return { kind }
  }
}
