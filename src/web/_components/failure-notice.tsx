import { Icon } from './icon.tsx'

interface FailureNoticeProps {
  /** What was thrown; null or undefined: nothing. */
  readonly error: unknown
  readonly words: (error: unknown) => string
}

/** Says what went wrong where it was tried, to the ear as well. */
export function FailureNotice({ error, words }: FailureNoticeProps) {
  return error === null || error === undefined ? null : (
    <p className="notice error" role="alert">
      <Icon name="warning" />
      {words(error)}
    </p>
  )
}
