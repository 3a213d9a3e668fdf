import type { ReactNode } from 'react'
import { DialogFoot } from './dialog-foot.tsx'
import { Dialog } from './dialog.tsx'
import { FailureNotice } from './failure-notice.tsx'

interface FormDialogProps {
  readonly title: string
  readonly cancel: string
  readonly submit: string
  readonly wide?: boolean
  /** A class of the page's own for what is asked. */
  readonly className?: string
  /** What is done with what was filled in; see `useAct`. */
  readonly act: { readonly isPending: boolean; readonly error: unknown; readonly mutate: () => void }
  /** Something is missing, or still on its way: nothing can be sent yet. */
  readonly isHeld?: boolean
  readonly failureText: (error: unknown) => string
  readonly onClose: () => void
  /** What is asked. */
  readonly children: ReactNode
}

/** Asks for what one act needs, and does it; what is refused is said where it was asked. */
export function FormDialog({ title, cancel, submit, wide = false, className = '', act, isHeld = false, ...rest }: FormDialogProps) {
  const { failureText, onClose, children } = rest
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isHeld) act.mutate()
        }}
      >
        <div className={`body ${className}`}>
          {children}
          <FailureNotice error={act.error} words={failureText} />
        </div>
        <DialogFoot cancel={cancel} submit={submit} isBusy={isHeld || act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
