import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { subjectName } from './occurrences.tsx'
import { periodName } from './period.ts'
import type { CommitmentPageView, Item } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

/** 免除: a person lets one subject off in one period. It stands in the definition, where it can be taken back. */
export function Waive({ item, view }: { readonly item: Item; readonly view: CommitmentPageView }) {
  const text = useCommitmentText()
  const failureText = useFailureText()
  const [asks, setAsks] = useState(false)
  const { counting, commitment } = view
  const { definition } = counting
  const { subject, period } = item.occurrence
  const waive = useMutation({
    mutationFn: async () => {
      if (definition === null) return
      const waived = [...definition.waived, { subject, period: period.key }]
      await client.counting.define({ id: commitment.id, version: counting.version, definition: { ...definition, waived } })
    },
    onSuccess: () => tell('done', text.waived),
    onError: (error) => tell('error', failureText(error)),
    onSettled: async () => {
      setAsks(false)
      await Promise.all(['commitment', 'ledger', 'plan-counting'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
  })
  if (definition === null) return null
  return (
    <p className="waive">
      <button type="button" className="button small quiet" onClick={() => setAsks(true)}>
        {text.waive}
      </button>
      {asks ? (
        <Dialog title={text.waive} onClose={() => setAsks(false)}>
          <div className="body">{text.waiveAsk(subjectName(subject, view.names), periodName(period, text.period))}</div>
          <div className="foot">
            <button type="button" className="button" onClick={() => setAsks(false)}>
              {text.cancel}
            </button>
            <button type="button" className="button primary" disabled={waive.isPending} onClick={() => waive.mutate()}>
              {text.waive}
            </button>
          </div>
        </Dialog>
      ) : null}
    </p>
  )
}
