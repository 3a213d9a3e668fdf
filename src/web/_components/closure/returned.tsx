import type { ClosureView } from '#contract/closure.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useClosureText } from './use-text.ts'

/** 退回: why, by whom, and what is wanted, point by point. Nothing where it was not sent back last. */
export function Returned({ view: { state, steps } }: { readonly view: ClosureView }) {
  const text = useClosureText()
  const last = steps.at(-1)
  if (state !== 'returned' || last?.kind !== 'return') return null
  return (
    <div className="notice warning closure-returned">
      <p>
        <strong>{text.returnedBy(last.by, momentText(last.at))}</strong> {last.note}
      </p>
      {last.demands.length === 0 ? null : (
        <>
          <p>{text.demands}</p>
          <ol>
            {last.demands.map((demand) => (
              <li key={demand}>{demand}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
