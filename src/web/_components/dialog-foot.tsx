interface DialogFootProps {
  readonly cancel: string
  /** What the form does. */
  readonly submit: string
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** The end of a form in a dialog: leave it, or do it. */
export function DialogFoot({ cancel, submit, isBusy, onClose }: DialogFootProps) {
  return (
    <footer className="foot">
      <button type="button" className="button quiet" onClick={onClose}>
        {cancel}
      </button>
      <button type="submit" className="button primary" disabled={isBusy}>
        {submit}
      </button>
    </footer>
  )
}
