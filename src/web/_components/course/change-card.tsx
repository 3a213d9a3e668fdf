import { useState } from 'react'
import type { ChangeView } from '#contract/change.ts'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { MeetingDialog } from './meeting-dialog.tsx'
import { PromptDialog, type PromptField } from './prompt-dialog.tsx'
import { Proposal } from './proposal.tsx'
import { useCourseText } from './use-text.ts'
import './course.css'

type Act = 'agree' | 'return' | 'meeting' | 'withdraw'

/** One request: what is asked for and why, where it is, what was done, and what can be. */
export function ChangeCard({ view, unit }: { readonly view: ChangeView; readonly unit: string }) {
  const text = useCourseText()
  const [act, setAct] = useState<Act | null>(null)
  const { proposal, state, steps, may, id, version, pinned } = view
  const role = view.levels[view.level]?.role
  const acts: readonly Act[] = [
    ...(may.agree ? [...(view.hasChanged ? [] : (['agree'] as const)), 'return' as const] : []),
    ...(may.meeting ? (['meeting'] as const) : []),
    ...(may.withdraw ? (['withdraw'] as const) : []),
  ]
  const fields: Readonly<Record<Exclude<Act, 'meeting'>, readonly PromptField[]>> = {
    agree: [{ name: 'note', label: text.change.note, kind: 'words' }],
    return: [{ name: 'note', label: text.reason, kind: 'words' }],
    withdraw: [],
  }
  const send = ({ note = '' }: Readonly<Record<string, string>>): Promise<unknown> => {
    switch (act) {
      case 'return':
        return client.change.sendBack({ id, version, note })
      case 'withdraw':
        return client.change.withdraw({ id, version })
      case 'agree':
      case 'meeting':
      case null:
        return client.change.agree({ id, version, pinned, note })
    }
  }
  return (
    <>
      <p className="course-line">
        <strong className={`course-state ${state}`}>{`${text.change.kinds[proposal.asked.kind]} · ${text.change.states[state]}`}</strong>
        {state === 'requested' && role !== undefined ? <span>{text.change.waiting(text.change.roles[role])}</span> : null}
        <span className="quiet">
          {view.requestedBy} {momentText(view.requestedAt)}
        </span>
      </p>
      <Proposal proposal={proposal} unit={unit} />
      <p className="course-words" lang="zh-CN">
        {view.reason}
      </p>
      {view.hasChanged ? <p className="notice warning">{text.change.changed}</p> : null}
      {steps.length < 2 ? null : (
        <ol className="course-steps">
          {steps.slice(1).map(({ kind, by, at, note, heldOn, minutes }, index) => (
            <li key={String(index)}>
              <span className="quiet">{momentText(at)}</span> {by} <strong>{text.change.steps[kind]}</strong> {heldOn ?? ''} {note}{' '}
              {minutes.map(({ evidence, name }) => (
                <a key={evidence} href={`/api/evidence/${evidence}/file`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ))}
            </li>
          ))}
        </ol>
      )}
      {acts.length === 0 ? null : (
        <p className="course-line">
          {acts.map((each) => (
            <button key={each} type="button" className={each === 'agree' ? 'button primary' : 'button'} onClick={() => setAct(each)}>
              {text.change[each]}
            </button>
          ))}
        </p>
      )}
      {act === 'meeting' ? <MeetingDialog change={view} onClose={() => setAct(null)} /> : null}
      {act === null || act === 'meeting' ? null : (
        <PromptDialog title={text.change[act]} fields={fields[act]} send={send} onClose={() => setAct(null)} />
      )}
    </>
  )
}
