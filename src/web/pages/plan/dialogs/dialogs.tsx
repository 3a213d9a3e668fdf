import { lazy, Suspense } from 'react'
import { useDispatch } from '../context.ts'
import type { OpenDialog } from '../model/state.ts'
import type { PlanView } from '../model/view.ts'
import type { Run } from '../use-plan.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'

// the forms bring antd: loaded when the first one opens
const Forms = lazy(async () => ({ default: (await import('./forms/forms.tsx')).Forms }))

interface DialogsProps {
  readonly view: PlanView
  readonly dialog: OpenDialog | null
  readonly run: Run
  readonly isBusy: boolean
}

/** The dialog that is open, if any. */
export function Dialogs({ view, dialog, run, isBusy }: DialogsProps) {
  const dispatch = useDispatch()
  const close = (): void => dispatch({ kind: 'dialog', dialog: null })
  const rest = { view, run, isBusy, onClose: close }
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'confirm':
      return <ConfirmDialog {...rest} clause={dialog.clause} />
    case 'discard':
      return <DiscardDialog {...rest} id={dialog.id} />
    case 'edit':
    case 'define':
    case 'split':
    case 'add':
      return (
        <Suspense fallback={null}>
          <Forms {...rest} dialog={dialog} />
        </Suspense>
      )
  }
}
