import { useQuery } from '@tanstack/react-query'
import { DefinitionEditor } from '#web/_components/definition-editor/definition-editor.tsx'
import { useGround } from '#web/_components/definition-editor/ground.ts'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import type { CommitmentPageView } from './use-commitment.ts'

/** The editor of the definition, with the other commitments of the plan and, where nothing is defined yet, the suggestion. */
export function EditCounting({ view, onClose }: { readonly view: CommitmentPageView; readonly onClose: () => void }) {
  const { commitment, counting, plan } = view
  const ground = useGround()
  const countings = useQuery({ queryKey: ['plan-counting', plan.id], queryFn: () => client.counting.suggest({ planId: plan.id }) })
  if (ground === null || countings.data === undefined) return null
  const { items } = countings.data
  const suggested = items.find((item) => item.commitment === commitment.id)?.suggestion?.definition ?? null
  return (
    <DefinitionEditor
      id={commitment.id}
      title={commitment.ref}
      words={commitment.text}
      reading={commitment.reading}
      version={counting.version}
      start={counting.definition ?? suggested}
      ground={ground}
      others={items
        .filter((item) => item.commitment !== commitment.id)
        .map((item) => ({ id: item.commitment, ref: item.ref, words: item.text }))}
      onSaved={async () => {
        await Promise.all(['commitment', 'plan-counting', 'ledger'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
      }}
      onClose={onClose}
    />
  )
}
