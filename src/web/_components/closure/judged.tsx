import { Link } from '@tanstack/react-router'
import type { ClosureView } from '#contract/closure.ts'
import { useClosureText } from './use-text.ts'

/** What is judged: the figures, each with its period, and the records that count with their evidence. */
export function Judged({ view: { figures, proofs } }: { readonly view: ClosureView }) {
  const text = useClosureText()
  if (figures.length === 0) return null
  return (
    <details className="closure-judged" open={figures.length + proofs.length <= 12}>
      <summary>{text.judged(figures.length, proofs.length)}</summary>
      <ul>
        {figures.map(({ subject, from, to, state, required, actual, isLate }) => (
          <li key={`${subject} ${from}`}>
            {[subject, to === null ? from : `${from} – ${to}`].filter((part) => part !== '').join(' ')}{' '}
            <strong>{`${actual ?? '—'} / ${required ?? '—'}`}</strong> {text.occurrences[state]}
            {isLate ? <b className="closure-late"> {text.late}</b> : null}
          </li>
        ))}
      </ul>
      {proofs.length === 0 ? null : (
        <p className="closure-line">
          {proofs.map(({ record, from, to, files }) => (
            <Link key={record} to="/records/$recordId" params={{ recordId: record }}>
              {text.proof(from === to ? from : `${from} – ${to}`, files)}
            </Link>
          ))}
        </p>
      )}
    </details>
  )
}
