import type { ClosureView } from '#contract/closure.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useClosureText } from './use-text.ts'

/** What was done, the first first. */
export function Steps({ view: { steps, levels, signerNames } }: { readonly view: ClosureView }) {
  const text = useClosureText()
  if (steps.length === 0) return null
  return (
    <ol className="closure-steps">
      {steps.map(({ kind, level, by, at, note, demands, aim, heldOn, minutes, signer }, index) => {
        const role = levels[level]?.role
        const signerName = signer === null ? '' : (signerNames[signer] ?? '')
        const words = [
          text.steps[kind],
          kind === 'request' && aim !== null ? text.aims[aim.kind] : '',
          kind === 'agree' && role !== undefined ? `（${text.roles[role]}）` : '',
        ].join('')
        return (
          <li key={String(index)}>
            <span className="quiet">{momentText(at)}</span> {by} <strong>{words}</strong> {heldOn === null ? null : <span>{heldOn} </span>}
            {signerName === '' ? null : <span>{text.signerIs(signerName)} </span>}
            {note}
            {minutes.length === 0 ? null : <span className="quiet"> {text.minutesOf(minutes.map(({ name }) => name).join('、'))}</span>}
            {demands.length === 0 ? null : (
              <ol aria-label={text.demands} className="closure-demands">
                {demands.map((demand) => (
                  <li key={demand}>{demand}</li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ol>
  )
}
