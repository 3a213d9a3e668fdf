import { useState } from 'react'
import { useText } from '#web/_lib/language.ts'
import { useMoment } from './moment.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './moment.css'

/** Asks for the page as it stood on a day, as it was known at an instant. */
export function MomentForm() {
  const text = useText<Text>({ zh, en })
  const { moment, isPast, go } = useMoment()
  const [isOpen, setIsOpen] = useState(false)
  const [asOf, setAsOf] = useState('')
  const [knownAt, setKnownAt] = useState('')
  const open = (): void => {
    setAsOf(moment.asOf ?? '')
    setKnownAt(moment.knownAt === null ? '' : inChina.format(new Date(moment.knownAt)).replace(' ', 'T'))
    setIsOpen(true)
  }
  if (!isOpen)
    return (
      <button type="button" className="button small moment-open" title={text.label} aria-pressed={isPast} onClick={open}>
        {isPast ? text.change : text.open}
      </button>
    )
  return (
    <form
      className="moment-form"
      aria-label={text.label}
      onSubmit={(event) => {
        event.preventDefault()
        go({ asOf: asOf === '' ? null : asOf, knownAt: knownAt === '' ? null : new Date(`${knownAt}:00+08:00`).toISOString() })
        setIsOpen(false)
      }}
      onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
    >
      <label>
        {text.asOf}
        <input className="input" type="date" autoFocus min="1990-01-01" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
      </label>
      <label>
        {text.knownAt}
        <input className="input" type="datetime-local" value={knownAt} onChange={(event) => setKnownAt(event.target.value)} />
      </label>
      <button type="submit" className="button primary small" disabled={asOf === '' && knownAt === ''}>
        {text.show}
      </button>
      <button type="button" className="button quiet small" onClick={() => setIsOpen(false)}>
        {text.close}
      </button>
    </form>
  )
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
