import { Link } from '@tanstack/react-router'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Says on every page that this is the trial mode. `mayEnd`: who looks at it may go into service. */
export function TrialBanner({ mayEnd = false }: { readonly mayEnd?: boolean }) {
  const text = useText({ zh, en })
  return (
    <p className="trial">
      <strong>{text.trial}</strong>
      {text.trialWords}
      {mayEnd ? (
        <>
          {' '}
          <Link to="/service">{text.trialEnd}</Link>
        </>
      ) : null}
    </p>
  )
}
