import { Link } from '@tanstack/react-router'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
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
  const act = useAct(['submissions'], () => client.submission.confirm({ org: unit.org, ...quarter, digest: unit.digest }), onClose)
  return (
    <FormDialog
      title={text.confirmTitle(unit.name)}
      cancel={text.cancel}
      submit={text.confirm}
      act={act}
      failureText={failureText}
      onClose={onClose}
    >
      <p>{text.confirmWords(unit.rows, unit.done, unit.overdue, asOf)}</p>
      <p>
        <Link to="/ledger" search={{}}>
          {text.toLedger}
        </Link>
      </p>
    </FormDialog>
  )
}
