import { useState } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { useDispatch, usePlanText } from '../context.ts'

interface MergeBarProps {
  readonly commitments: readonly Commitment[]
  readonly marked: readonly string[]
  readonly onMerge: (into: Commitment, others: readonly Commitment[]) => void
}

/** The commitments selected for merging, and into which. */
export function MergeBar({ commitments, marked, onMerge }: MergeBarProps) {
  const { text } = usePlanText()
  const dispatch = useDispatch()
  const [chosen, setChosen] = useState<string | null>(null)
  const selected = marked.flatMap((id) => commitments.filter((commitment) => commitment.id === id))
  const into = selected.find(({ id }) => id === chosen) ?? selected[0]
  if (into === undefined) return null
  return (
    <div className="merge-bar" role="group" aria-label={text.merge}>
      <span>
        {text.mergeBar.count(selected.length)}：{selected.map(({ ref }) => ref).join('、')}
      </span>
      <label>
        {text.mergeBar.into}
        <select className="input" value={into.id} onChange={(event) => setChosen(event.target.value)}>
          {selected.map(({ id, ref }) => (
            <option key={id} value={id}>
              {ref}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button primary small"
        disabled={selected.length < 2}
        title={text.mergeBar.hint}
        onClick={() =>
          onMerge(
            into,
            selected.filter((each) => each !== into),
          )
        }
      >
        {text.mergeBar.act}
      </button>
      <button type="button" className="button small" onClick={() => dispatch({ kind: 'unmark' })}>
        {text.mergeBar.cancel}
      </button>
    </div>
  )
}
