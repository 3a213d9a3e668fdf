import { type SubmitEvent, useState } from 'react'
import type { QuestionCode } from '#core/draft/question.ts'
import { answerShapes } from '#core/plan/answer-shapes.ts'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { type AnswerInput, answerOf } from './answers.ts'

interface AnswerFormProps {
  readonly code: QuestionCode
  readonly onAnswer: (answer: AnswerInput) => void
  readonly onCancel: () => void
}

/** A small form for an answer that was not suggested. */
export function AnswerForm({ code, onAnswer, onCancel }: AnswerFormProps) {
  const words = useQuestionWords()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const shape = answerShapes[code]
  const value = shape === 'interval' ? `${first}/${second}` : shape === 'tolerance' ? `${first} ${second}` : first
  const answer = answerOf(code, value)
  const isReversed = answer?.kind === 'interval' && typeof answer.to === 'string' && answer.to < answer.from
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (answer !== null && !isReversed) onAnswer(answer)
  }
  return (
    <form className={`answer-form ${shape}`} onSubmit={submit}>
      {shape === 'interval' ? (
        <>
          <Input label={words.form.from} type="date" value={first} onChange={setFirst} />
          <Input label={words.form.to} type="date" value={second} onChange={setSecond} />
        </>
      ) : null}
      {shape === 'days' ? <Input label={words.form.days} type="number" value={first} onChange={setFirst} /> : null}
      {shape === 'day' ? <Input label={words.form.day} type="date" value={first} onChange={setFirst} /> : null}
      {shape === 'words' ? <Input label={words.form.words} type="text" value={first} onChange={setFirst} /> : null}
      {shape === 'tolerance' ? (
        <>
          <Input label={words.form.value} type="text" value={first} onChange={setFirst} />
          <Input label={words.form.unit} type="text" value={second} onChange={setSecond} />
        </>
      ) : null}
      <button type="submit" className="button primary small" disabled={answer === null || isReversed}>
        {words.bar.submit}
      </button>
      <button type="button" className="button small" onClick={onCancel}>
        {words.bar.cancel}
      </button>
    </form>
  )
}

interface InputProps {
  readonly label: string
  readonly type: 'text' | 'date' | 'number'
  readonly value: string
  readonly onChange: (value: string) => void
}

function Input({ label, type, value, onChange }: InputProps) {
  return (
    <label>
      {label}
      <input
        className="input"
        type={type}
        min={type === 'number' ? 1 : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
