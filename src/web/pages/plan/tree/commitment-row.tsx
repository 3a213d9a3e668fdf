import { memo } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Icon } from '#web/_components/icon.tsx'
import { targetText } from '#web/_words/reading/indicator.ts'
import type { PlanQuestion } from '../model/view.ts'
import { useDispatch, usePlanText } from '../context.ts'
import { ReadingChips } from './chips.tsx'
import { CommitmentDetail } from './commitment-detail.tsx'

interface CommitmentRowProps {
  readonly commitment: Commitment
  /** Text of the document: the sentence is shown in the details. */
  readonly documentText: string
  readonly questions: readonly PlanQuestion[]
  readonly isFocused: boolean
  readonly isHovered: boolean
  readonly isOpen: boolean
  readonly isMarked: boolean
}

/** One commitment of the draft: number, indicator, what, and who by when. */
export const CommitmentRow = memo(function CommitmentRow(props: CommitmentRowProps) {
  const { commitment, documentText, questions, isFocused, isHovered, isOpen, isMarked } = props
  const { text, words } = usePlanText()
  const dispatch = useDispatch()
  const { id, ref, reading, state, decision } = commitment
  const { kind, period, object } = reading
  const target = targetText(reading, words)
  const recurs = period.value.unit !== 'once' && period.value.unit !== 'none'
  const open = questions.filter(({ answer }) => answer === null).length
  const what = object?.value ?? commitment.text
  return (
    <li
      id={id}
      className={['commitment', `state-${state}`, isFocused && 'focused', isHovered && 'hovered', isMarked && 'marked']
        .filter((name) => name !== false)
        .join(' ')}
      onPointerEnter={() => dispatch({ kind: 'hover', id })}
      onPointerLeave={() => dispatch({ kind: 'hover', id: null })}
    >
      <button
        type="button"
        className="summary"
        data-row={id}
        aria-expanded={isOpen}
        aria-current={isFocused}
        onClick={() => dispatch({ kind: 'toggle', id })}
      >
        <span className="ref">{ref}</span>
        <span className="line">
          <i className={`glyph kind-${kind}`} data-glyph={words.glyph[kind]} title={words.kind[kind]} />
          <span className="visually-hidden">{words.kind[kind]}</span>
          {recurs || target !== null ? (
            <strong className="target">
              {recurs ? <span className={period.certainty}>{words.period(period.value)}</span> : null} {target}
            </strong>
          ) : null}
          <span className={`what ${target === null ? 'long' : ''}`}>{what}</span>
        </span>
        <span className="flags">
          {open > 0 ? (
            <span className="asks" title={text.questionsHere(open)}>
              <Icon name="question" />
              {open}
            </span>
          ) : null}
          {decision !== null && state !== 'discarded' ? <span className="decided">{words.decision[decision.kind]}</span> : null}
          <span className={`state ${state}`}>
            {state === 'confirmed' ? <Icon name="check" /> : null}
            {words.state[state]}
          </span>
        </span>
        <ReadingChips reading={reading} words={words} />
      </button>
      {isOpen ? <CommitmentDetail commitment={commitment} documentText={documentText} questions={questions} isMarked={isMarked} /> : null}
    </li>
  )
})
