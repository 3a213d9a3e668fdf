import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Unit } from './units.tsx'
import { useQuarterText } from './use-text.ts'

interface ConfirmDialogProps {
  readonly quarter: Quarter
  readonly asOf: string
  readonly unit: Unit
  readonly onClose: () => void
}

/** Says once more what is confirmed. */
export function ConfirmDialog({ quarter, asOf, unit, onClose }: ConfirmDialogProps) {
  const text = useQuarterText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const act = useMutation({
    mutationFn: () => client.submission.confirm({ org: unit.org, ...quarter, digest: unit.digest }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ['submissions'] }),
  })
  return (
    <Dialog title={text.confirmTitle(unit.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          <p>{text.confirmWords(unit.rows, unit.done, unit.overdue, asOf)}</p>
          <p>
            <Link to="/ledger" search={{}}>
              {text.toLedger}
            </Link>
          </p>
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.confirm} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
