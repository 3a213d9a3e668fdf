import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { dismiss, useToasts } from '#web/_lib/toast.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

export function Toasts() {
  const text = useText({ zh, en })
  const toasts = useToasts()
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ key, tone, words }) => (
        <p key={key} className={`toast ${tone}`}>
          <Icon name={tone === 'done' ? 'check' : 'warning'} />
          <span>{words}</span>
          <button type="button" aria-label={text.dismiss} onClick={() => dismiss(key)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  )
}
