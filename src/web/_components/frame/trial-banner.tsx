import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Says on every page that this is the trial mode. */
export function TrialBanner() {
  const text = useText({ zh, en })
  return (
    <p className="trial">
      <strong>{text.trial}</strong>
      {text.trialWords}
    </p>
  )
}
