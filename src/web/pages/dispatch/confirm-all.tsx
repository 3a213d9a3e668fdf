import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchRow } from '#contract/dispatch.ts'
import { OwnerSelect } from '#web/_components/dispatch/owner-fields.tsx'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { usePageText } from './use-text.ts'

/** 批量签收: what one unit is to confirm, with the same owner; steps follow where they are needed. */
export function ConfirmAll({ rows }: { readonly rows: readonly DispatchRow[] }) {
  const text = usePageText()
  const [isOpen, setIsOpen] = useState(false)
  const waiting = rows.filter(({ state, mayAnswer }) => mayAnswer && (state === 'dispatched' || state === 'insisted'))
  const [first] = waiting
  if (first === undefined || waiting.length < 2) return null
  return (
    <>
      <button type="button" className="button small" onClick={() => setIsOpen(true)}>
        {text.confirmAll(waiting.length)}
      </button>
      {isOpen ? <ConfirmDialog rows={waiting} first={first} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

interface ConfirmProps {
  readonly rows: readonly DispatchRow[]
  readonly first: DispatchRow
  readonly onClose: () => void
}

function ConfirmDialog({ rows, first, onClose }: ConfirmProps) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const [place, setPlace] = useState('')
  const { commitment } = first
  const view = useQuery({ queryKey: ['dispatch', commitment], queryFn: () => client.dispatch.ofCommitment({ commitment }) })
  const people = view.data?.people ?? []
  const send = useAct(
    ['dispatch'],
    async () => {
      const owner = people[Number(place)]?.party
      const items = rows.map(({ commitment: id, version }) => ({ commitment: id, version }))
      return owner === undefined ? null : client.dispatch.confirmAll({ items, owner, note: '' })
    },
    onClose,
  )
  return (
    <FormDialog
      title={text.confirmAll(rows.length)}
      cancel={text.cancel}
      submit={text.confirmAllYes}
      wide
      className="dispatch-form"
      act={send}
      failureText={failureText}
      onClose={onClose}
    >
      <p className="quiet">{text.confirmAllHint}</p>
      <OwnerSelect people={people} owner={place} onChange={setPlace} />
      <ul className="dispatch-preview" lang="zh-CN">
        {rows.map(({ commitment: id, ref, sentence }) => (
          <li key={id}>
            <span className="ref">{ref}</span> {sentence}
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
