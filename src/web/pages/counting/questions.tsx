import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerShapes } from '#core/plan/answer-shapes.ts'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { AnswerForm } from '#web/pages/plan/questions/answer-form.tsx'
import { answerOf } from '#web/pages/plan/questions/answers.ts'
import type { PlanCountings } from './model.ts'
import { useAnswer } from './use-counting.ts'
import { useCountingText } from './use-text.ts'

type Question = PlanCountings['questions'][number]

const SHOWN = 4

interface QuestionsProps {
  readonly view: PlanCountings
  readonly questions: readonly Question[]
}

/** What keeps commitments from being counted, with suggested answers: those of the whole plan first. */
export function Questions({ view, questions }: QuestionsProps) {
  const text = useCountingText()
  const [isOpen, setIsOpen] = useState(false)
  if (questions.length === 0) return null
  const sorted = questions.toSorted((a, b) => Number(a.commitments.length > 0) - Number(b.commitments.length > 0))
  const shown = isOpen ? sorted : sorted.slice(0, SHOWN)
  return (
    <section className="counting-questions" aria-labelledby="counting-questions">
      <h2 id="counting-questions">{text.questions(questions.length)}</h2>
      <p className="quiet">{text.questionsIntro}</p>
      <ul>
        {shown.map((question) => (
          <QuestionLine key={question.id} question={question} view={view} />
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <button type="button" className="button small" onClick={() => setIsOpen(true)}>
          {text.more(sorted.length - shown.length)}
        </button>
      ) : null}
    </section>
  )
}

function QuestionLine({ question, view }: { readonly question: Question; readonly view: PlanCountings }) {
  const text = useCountingText()
  const words = useQuestionWords()
  const answer = useAnswer(view.plan.id)
  const [hasForm, setHasForm] = useState(false)
  const { id, code, suggestions, commitments, params } = question
  const concerned = view.items.filter(({ commitment }) => commitments.includes(commitment))
  const choices = answerShapes[code] === 'choice' ? keysOf(words.choice[code] ?? {}) : []
  const values = [...new Set([...suggestions.map(({ value }) => value), ...choices])]
  const quote = params['word'] ?? (concerned.length === 1 ? concerned[0]?.text : undefined)
  return (
    <li>
      <p>
        <strong>{words.title[code]}</strong> {words.ask[code]}
        {quote === undefined ? null : <q lang="zh-CN">{quote.slice(0, 80)}</q>}
        <span className="quiet">
          {' '}
          {commitments.length === 0
            ? text.whole
            : concerned
                .slice(0, 8)
                .map(({ ref }) => ref)
                .join(' ')}
        </span>
      </p>
      {hasForm ? (
        <AnswerForm code={code} onAnswer={(given) => answer.mutate({ id, answer: given })} onCancel={() => setHasForm(false)} />
      ) : (
        <div className="answers">
          {values.map((value) => {
            const given = answerOf(code, value)
            return given === null ? null : (
              <button
                key={value}
                type="button"
                className="button small"
                disabled={answer.isPending}
                onClick={() => answer.mutate({ id, answer: given })}
              >
                {words.answerText(code, value)}
              </button>
            )
          })}
          {answerShapes[code] === 'definition' ? (
            <Link to="/plans/$planId" params={{ planId: view.plan.id }} hash={commitments[0] ?? ''} className="button small quiet">
              {text.inPlan}
            </Link>
          ) : answerShapes[code] === 'choice' ? null : (
            <button type="button" className="button small quiet" onClick={() => setHasForm(true)}>
              {text.other}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
