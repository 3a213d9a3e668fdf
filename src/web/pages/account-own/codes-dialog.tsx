import { Dialog } from '#web/_components/dialog.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { useSession } from '#web/_lib/session.ts'
import { useText } from './use-text.ts'

interface CodesDialogProps {
  readonly codes: readonly string[]
  readonly onClose: () => void
}

/** The printed list, shown this once. */
export function CodesDialog({ codes, onClose }: CodesDialogProps) {
  const text = useText()
  const { data: session } = useSession()
  return (
    <Dialog title={text.codesTitle} onClose={onClose}>
      <div className="body printed-codes">
        <p className="notice warning">
          <Icon name="warning" />
          {text.codesWarning}
        </p>
        <p className="whose">{session === undefined ? '' : text.codesFor(session.name, session.login)}</p>
        <ol>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={() => window.print()}>
          {text.printNow}
        </button>
        <button type="button" className="button primary" onClick={onClose}>
          {text.codesDone}
        </button>
      </div>
    </Dialog>
  )
}
