import { useState } from 'react'
import { momentText } from '#web/_lib/day-text.ts'
import type { Stood } from './use-ledger.ts'
import { useLedgerText } from './use-text.ts'

/** The day and the instant that are looked at; both null: today, as all is known. */
export interface Seen {
  readonly asOf: string | null
  readonly knownAt: string | null
}

interface PastProps {
  readonly seen: Seen
  readonly onSeen: (seen: Seen) => void
}

/** Asks for the ledger as it stood on a day. */
export function PastForm({ seen, onSeen }: PastProps) {
  const { text } = useLedgerText()
  const [isOpen, setIsOpen] = useState(false)
  const [asOf, setAsOf] = useState(seen.asOf ?? '')
  const [knownAt, setKnownAt] = useState('')
  if (!isOpen)
    return (
      <button
        type="button"
        className="button small"
        aria-pressed={seen.asOf !== null || seen.knownAt !== null}
        onClick={() => setIsOpen(true)}
      >
        {text.past.open}
      </button>
    )
  return (
    <form
      className="past-form"
      aria-label={text.past.label}
      onSubmit={(event) => {
        event.preventDefault()
        onSeen({ asOf: asOf === '' ? null : asOf, knownAt: knownAt === '' ? null : new Date(`${knownAt}:00+08:00`).toISOString() })
        setIsOpen(false)
      }}
      onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
    >
      <label>
        {text.past.asOf}
        <input className="input" type="date" autoFocus min="1990-01-01" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
      </label>
      <label>
        {text.past.knownAt}
        <input className="input" type="datetime-local" value={knownAt} onChange={(event) => setKnownAt(event.target.value)} />
      </label>
      <button type="submit" className="button primary small" disabled={asOf === '' && knownAt === ''}>
        {text.past.show}
      </button>
      <button type="button" className="button quiet small" onClick={() => setIsOpen(false)}>
        {text.past.close}
      </button>
    </form>
  )
}

/** Says as of which day, and as known when, the figures stand, where that is not today and now. */
export function StoodNotice({ seen, stood, onSeen }: PastProps & { readonly stood: Stood }) {
  const { text } = useLedgerText()
  const isPast = seen.asOf !== null || seen.knownAt !== null
  if (stood.progress !== null)
    return (
      <p className="stood" role="status">
        <progress max={100} value={stood.progress} />
        {text.past.working(stood.progress)}
      </p>
    )
  if (isPast)
    return (
      <p className="stood" role="status">
        {text.past.stood(stood.asOf, stood.knownAt === null ? '' : momentText(stood.knownAt))}
        <button type="button" className="button small" onClick={() => onSeen({ asOf: null, knownAt: null })}>
          {text.past.today}
        </button>
      </p>
    )
  return stood.asOf < today() ? (
    <p className="stood" role="status">
      {stood.rolled === null ? null : <progress max={100} value={stood.rolled} />}
      {text.past.late(stood.asOf, stood.rolled)}
    </p>
  ) : null
}

/** Today in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
