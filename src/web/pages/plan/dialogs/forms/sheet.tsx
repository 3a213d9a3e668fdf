import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useFormText } from './use-form-text.ts'

interface SheetProps {
  readonly title: string
  readonly submit: string
  readonly canSubmit: boolean
  readonly isBusy: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the draft: the document stays in view beside it. */
export function Sheet({ title, submit, canSubmit, isBusy, onSubmit, onClose, children }: SheetProps) {
  const text = useFormText()
  return (
    <Drawer
      open
      title={title}
      size={560}
      mask={false}
      onClose={onClose}
      footer={
        <div className="sheet-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" disabled={!canSubmit} loading={isBusy} onClick={onSubmit}>
            {submit}
          </Button>
        </div>
      }
    >
      {children}
    </Drawer>
  )
}
