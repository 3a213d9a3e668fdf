import { Icon } from '#web/_components/icon.tsx'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { useDispatch } from '../context.ts'
import type { PageState } from '../model/state.ts'
import type { PlanQuestion, PlanView } from '../model/view.ts'
import type { Run } from '../use-plan.ts'
import { QuestionCard } from './question-card.tsx'
import './questions.css'

interface QuestionBarProps {
  readonly view: PlanView
  readonly run: Run
  readonly isBusy: boolean
  readonly state: PageState
}

/** The open questions, one at a time, above document and draft. */
export function QuestionBar({ view, run, isBusy, state }: QuestionBarProps) {
  const words = useQuestionWords()
  const dispatch = useDispatch()
  const { question: currentId, showsAnswered, isShut } = state
  // as the compiler asks: first what all the rest is computed from
  const ordered = view.questions
  const answeredCount = ordered.filter(({ answer }) => answer !== null).length
  const list = ordered.filter(({ answer }) => (answer !== null) === showsAnswered)
  const current = list.find(({ id }) => id === currentId) ?? nextAfter(ordered, list, currentId)
  const at = current === undefined ? -1 : list.indexOf(current)

  const show = (question: PlanQuestion | undefined): void => {
    dispatch({ kind: 'ask', id: question?.id ?? null })
    const [first] = question?.commitments ?? []
    dispatch({ kind: 'focus', id: first ?? null, from: 'question', open: false })
    dispatch({ kind: 'spot', span: question?.span ?? null })
  }

  if (ordered.length === 0) return null
  const toggle = (
    <button
      type="button"
      className="button quiet small"
      disabled={!showsAnswered && answeredCount === 0}
      onClick={() => dispatch({ kind: 'answered', shows: !showsAnswered })}
    >
      {showsAnswered ? words.bar.backToOpen : words.bar.answered(answeredCount)}
    </button>
  )
  return (
    <section className={`questions ${list.length === 0 ? 'none' : ''} ${isShut ? 'shut' : ''}`} aria-label={words.bar.heading}>
      <header>
        <Icon name={list.length === 0 && !showsAnswered ? 'check' : 'question'} />
        <h2>{list.length === 0 && !showsAnswered ? words.bar.allDone : words.bar.heading}</h2>
        {current === undefined ? null : (
          <>
            <button type="button" className="button small step" aria-label={words.bar.previous} onClick={() => show(list.at(at - 1))}>
              <Icon name="left" />
            </button>
            <span className="position" aria-live="polite">
              {words.bar.position(at + 1, list.length)}
            </span>
            <button
              type="button"
              className="button small step"
              aria-label={words.bar.next}
              onClick={() => show(list[(at + 1) % list.length])}
            >
              <Icon name="right" />
            </button>
          </>
        )}
        {toggle}
        {current === undefined ? null : (
          <button
            type="button"
            className="button quiet small"
            aria-expanded={!isShut}
            onClick={() => dispatch({ kind: 'shut', isShut: !isShut })}
          >
            {isShut ? words.bar.expand : words.bar.collapse}
          </button>
        )}
      </header>
      {current === undefined || isShut ? null : (
        <QuestionCard
          key={current.id}
          question={current}
          view={view}
          run={run}
          isBusy={isBusy}
          onAnswered={() => show(nextAfter(ordered, list, current.id))}
        />
      )}
    </section>
  )
}

/** The first of the list that comes after a question, else the first of all. */
function nextAfter(ordered: readonly PlanQuestion[], list: readonly PlanQuestion[], id: string | null): PlanQuestion | undefined {
  const from = ordered.findIndex((question) => question.id === id)
  return list.find((question) => question.id !== id && ordered.indexOf(question) > from) ?? list.find((question) => question.id !== id)
}
