import { Dialog } from '#web/_components/dialog.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useText } from './use-text.ts'

interface RemoveDialogProps {
  readonly what: string
  readonly run: () => Promise<unknown>
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before a second factor is removed. */
export function RemoveDialog({ what, run, onDone, onClose }: RemoveDialogProps) {
  const text = useText()
  const wordsOf = useFailureText()
  const { isPending, failure, send } = useSubmit(async () => {
    await run()
    await onDone()
  })
  return (
    <Dialog title={text.removeAsk(what)} onClose={onClose}>
      <div className="body">
        <p>{text.removeWords}</p>
        <FailureNotice error={failure} words={wordsOf} />
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="button" className="button danger" disabled={isPending} onClick={() => void send()}>
          {text.yes}
        </button>
      </div>
    </Dialog>
  )
}
