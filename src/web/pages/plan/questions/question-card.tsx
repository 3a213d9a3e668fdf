import { answerValue } from '#core/plan/answer-value.ts'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { answerShapes } from '#core/plan/answer-shapes.ts'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { useDispatch, usePlanText } from '../context.ts'
import type { PlanQuestion, PlanView } from '../model/view.ts'
import type { Run } from '../use-plan.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { AnswerForm } from './answer-form.tsx'
import { alike, type AnswerInput, answerOf } from './answers.ts'

interface QuestionCardProps {
  readonly question: PlanQuestion
  readonly view: PlanView
  readonly run: Run
  readonly isBusy: boolean
  readonly onAnswered: () => void
}

const REFS_SHOWN = 8

/** One question: what is asked, about which words, and the suggested answers. */
export function QuestionCard({ question, view, run, isBusy, onAnswered }: QuestionCardProps) {
  const { text } = usePlanText()
  const words = useQuestionWords()
  const dispatch = useDispatch()
  const [hasForm, setHasForm] = useState(false)
  const [sameForAll, setSameForAll] = useState(false)
  const { code, suggestions, commitments, params } = question
  const concerned = view.commitments.filter(({ id }) => commitments.includes(id))
  const quote = quoteOf(question, concerned, view)
  const choices = answerShapes[code] === 'choice' ? keysOf(words.choice[code] ?? {}) : []
  const values = [...new Set([...suggestions.map(({ value }) => value), ...choices])]
  const others = alike(question, values[0] ?? '', view.questions)

  const answer = async (given: AnswerInput): Promise<void> => {
    const all = sameForAll ? [question, ...alike(question, answerValue(given), view.questions)] : [question]
    const planId = view.plan.id
    let isDone = true
    for (const each of all) {
      // one after the other: each answer may change what the next one meets
      isDone =
        (await run(
          () => client.question.answer({ planId, id: each.id, answer: given }),
          () => (all.length === 1 ? text.done.answered : text.done.answeredMany(all.length)),
        )) && isDone
    }
    setHasForm(false)
    if (isDone) onAnswered()
  }
  const define = (): void => {
    const [id] = commitments
    if (id !== undefined) dispatch({ kind: 'dialog', dialog: { kind: 'define', id, questionId: question.id } })
  }
  return (
    <div className="question">
      <p className="asked">
        <strong>{words.title[code]}</strong>
        {words.ask[code]}
        {question.code === 'tracked-change' ? (
          <ins>{words.change(params['kind'] ?? '', params['author'] ?? '', params['text'] ?? '')}</ins>
        ) : null}
        {quote === undefined ? null : <q lang="zh-CN">{quote.length > 90 ? `${quote.slice(0, 88)}…` : quote}</q>}
      </p>
      <div className="answers">
        {question.answer === null ? null : (
          <span className="given">
            {words.bar.given}：{words.answerText(code, answerValue(question.answer))}
            <span className="quiet"> {question.answeredBy}</span>
          </span>
        )}
        {hasForm ? (
          <AnswerForm code={code} onAnswer={(given) => void answer(given)} onCancel={() => setHasForm(false)} />
        ) : (
          <>
            {values.map((value, index) => {
              const given = answerOf(code, value)
              return given === null ? null : (
                <button
                  key={value}
                  type="button"
                  className={`button small ${index === 0 && question.answer === null ? 'primary' : ''}`}
                  disabled={isBusy}
                  onClick={() => void answer(given)}
                >
                  {words.answerText(code, value)}
                </button>
              )
            })}
            {answerShapes[code] === 'definition' ? (
              <button type="button" className="button primary small" onClick={define}>
                {words.bar.define}
              </button>
            ) : answerShapes[code] === 'choice' ? null : (
              <button type="button" className="button small" onClick={() => setHasForm(true)}>
                {words.bar.other}
              </button>
            )}
          </>
        )}
        {others.length > 0 && question.answer === null ? (
          <label className="toggle">
            <input type="checkbox" checked={sameForAll} onChange={(event) => setSameForAll(event.target.checked)} />
            {words.bar.alsoTo(others.length)}
          </label>
        ) : null}
        <span className="concerns">
          {words.bar.concerns}
          {concerned.length === 0 ? <em>{words.bar.whole}</em> : null}
          {concerned.slice(0, REFS_SHOWN).map(({ id, ref }) => (
            <button key={id} type="button" className="ref" onClick={() => dispatch({ kind: 'focus', id, from: 'question' })}>
              {ref}
            </button>
          ))}
          {concerned.length > REFS_SHOWN ? `+${concerned.length - REFS_SHOWN}` : null}
        </span>
      </div>
    </div>
  )
}

/** The words in doubt: of the document, else of the only commitment it is about. */
function quoteOf({ span, params }: PlanQuestion, concerned: readonly Commitment[], view: PlanView): string | undefined {
  if (span !== null) return view.document.text.slice(span.start, span.end)
  return params['word'] ?? (concerned.length === 1 ? concerned[0]?.text : undefined)
}
