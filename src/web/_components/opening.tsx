import { Link } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'

/** Says that a page is being loaded. */
export function Opening({ words }: { readonly words: string }) {
  return (
    <p className="opening" role="status">
      <span className="spinner" />
      {words}
    </p>
  )
}

interface NotOpenedProps {
  readonly error: unknown
  /** What is said where there is nothing of that address, or it is not seen. */
  readonly missing: string
  readonly back: string
}

/** Says why a page cannot be shown, and leads home. */
export function NotOpened({ error, missing, back }: NotOpenedProps) {
  const failureText = useFailureText()
  const failure = failureOf(error)
  return (
    <div className="trouble" role="alert">
      <p>
        <Icon name="warning" /> {failure.code === 'NOT_FOUND' || failure.code === 'INVALID' ? missing : failureText(failure)}
      </p>
      <Link to="/" className="button">
        {back}
      </Link>
    </div>
  )
}
