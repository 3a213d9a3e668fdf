import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** A wider dialog for forms. */
  readonly wide?: boolean
  readonly children: ReactNode
}

const close = { zh: '关闭', en: 'Close' }

/** A modal dialog, shown while it is rendered. Put `.body` and `.foot` inside. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const closeText = useText(close)
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (dialog?.open !== false) return
    dialog.showModal()
    // what is to be filled in comes first, not the button that closes
    dialog.querySelector<HTMLElement>('.body :is(input, textarea, select):not([type=hidden], :disabled)')?.focus()
  }, [])
  return createPortal(
    <dialog
      ref={element}
      className={`dialog ${wide ? 'wide' : ''}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="inside">
        <header className="head">
          {title}
          <button type="button" className="button quiet small" aria-label={closeText} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>,
    document.body,
  )
}
