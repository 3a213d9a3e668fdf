import { useState } from 'react'
import type { DifficultyView } from '#contract/difficulty.ts'
import type { DifficultyAct } from '#core/difficulty/difficulty.ts'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { PromptDialog, type PromptField } from './prompt-dialog.tsx'
import { useCourseText } from './use-text.ts'
import './course.css'

/** One difficulty: what it is, who is asked by when, what was done, and what can be. */
export function DifficultyCard({ view }: { readonly view: DifficultyView }) {
  const all = useCourseText()
  const text = all.difficulty
  const [act, setAct] = useState<DifficultyAct | null>(null)
  return (
    <>
      <p className="course-line">
        <strong className={`course-state ${view.state}`}>
          {text.states[view.state]}
          {view.body === null ? '' : `（${text.bodies[view.body]}）`}
        </strong>
        {view.isLate ? <span className="course-late">⚠ {all.late}</span> : null}
        <span className="quiet" lang="zh-CN">
          {view.orgName} {view.raisedBy} {momentText(view.raisedAt)}
        </span>
      </p>
      <p className="course-words" lang="zh-CN">
        {view.words}
      </p>
      {view.wants === '' ? null : (
        <p className="course-words quiet" lang="zh-CN">
          {text.wanted(view.wants)}
        </p>
      )}
      <p className="quiet">{text.asked(view.postName, view.answerBy)}</p>
      {view.answer === null ? null : (
        <p className="course-words course-answer" lang="zh-CN">
          <strong>{text.answer}</strong> {view.answer}
        </p>
      )}
      {view.steps.length < 3 ? null : (
        <ol className="course-steps">
          {view.steps.map(({ kind, by, at, note, body, heldOn }, index) => (
            <li key={String(index)}>
              <span className="quiet">{momentText(at)}</span> {by} <strong>{text.steps[kind]}</strong>{' '}
              {[body === null ? '' : text.bodies[body], heldOn ?? '', index === 0 ? '' : note].filter((part) => part !== '').join(' ')}
            </li>
          ))}
        </ol>
      )}
      {view.may.length === 0 ? null : (
        <p className="course-line">
          {view.may.map((each) => (
            <button
              key={each}
              type="button"
              className={each === 'answer' || each === 'settle' ? 'button primary' : 'button'}
              onClick={() => setAct(each)}
            >
              {text.acts[each]}
            </button>
          ))}
        </p>
      )}
      {act === null ? null : (
        <PromptDialog
          title={text.acts[act]}
          fields={fieldsOf(act, text)}
          send={({ note = '', body = '', day = '' }) =>
            client.difficulty.act({
              id: view.id,
              version: view.version,
              act,
              note,
              body: body === 'leading-group' || body === 'joint-meeting' ? body : null,
              day: day === '' ? null : day,
            })
          }
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}

type Words = ReturnType<typeof useCourseText>['difficulty']

function fieldsOf(act: DifficultyAct, text: Words): readonly PromptField[] {
  const bodies = (['joint-meeting', 'leading-group'] as const).map((value) => ({ value, label: text.bodies[value] }))
  return [
    ...(act === 'escalate' ? [{ name: 'body', label: text.body, kind: 'choice', start: 'joint-meeting', options: bodies } as const] : []),
    ...(act === 'decide' ? [{ name: 'day', label: text.heldOn, kind: 'day' } as const] : []),
    ...(act === 'contest' ? [{ name: 'day', label: text.again, kind: 'day' } as const] : []),
    { name: 'note', label: text.notes[act], kind: 'words' },
  ]
}
