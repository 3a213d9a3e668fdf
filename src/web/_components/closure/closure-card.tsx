import { useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { ActDialog, type ClosureAct } from './act-dialog.tsx'
import { Criteria } from './criteria.tsx'
import { Gaps } from './gaps.tsx'
import { Judged } from './judged.tsx'
import { Returned } from './returned.tsx'
import { Steps } from './steps.tsx'
import { Turn } from './turn.tsx'
import { useClosureText } from './use-text.ts'

/** What leads to the end that is meant; the rest is offered beside it. */
const FORWARD: ReadonlySet<ClosureAct> = new Set(['close', 'agree', 'meeting'])

interface CardProps {
  readonly view: ClosureView
  readonly signers: readonly { readonly account: string; readonly name: string }[]
}

/** One closure as it stands. */
export function ClosureCard({ view, signers }: CardProps) {
  const text = useClosureText()
  const mayTakeFile = useMay('closure:take-file')
  const [act, setAct] = useState<ClosureAct | null>(null)
  const { state, aim, missing, may, files, id } = view
  const level = view.levels[view.level]
  const isRunning = state === 'requested' && level !== undefined
  const acts: readonly ClosureAct[] = [
    ...(may.ask && missing.length === 0 ? (['close'] as const) : []),
    ...(may.agree ? [...(view.hasChanged ? [] : (['agree'] as const)), ...(['return', 'signer'] as const)] : []),
    ...(may.meeting ? (['meeting'] as const) : []),
    ...(may.withdraw ? (['withdraw'] as const) : []),
    ...(may.reopen ? (['reopen'] as const) : []),
  ]
  return (
    <div className="closure-card">
      <p className="closure-line">
        <strong className={`closure-state ${state}`}>
          {[...(state === 'requested' && aim !== null ? [text.aims[aim.kind]] : []), text.states[state]].join('')}
        </strong>
        {isRunning && view.turn?.kind === 'level' ? <span>{text.waiting(text.roles[level.role], text.posts[level.post])}</span> : null}
        {isRunning && view.signed.length > 0 ? <span>{text.signedBy(view.signed.length)}</span> : null}
        {view.awaited.length === 0 ? null : <span>{text.awaited(view.awaited.join('、'))}</span>}
        {aim?.kind === 'extend' ? <span>{text.extended(aim.due)}</span> : null}
        {view.due === null ? null : <span className="quiet">{text.due(view.due)}</span>}
        {view.extendedTo === null ? null : <span>{text.extended(view.extendedTo)}</span>}
        {view.reopened === 0 ? null : <span>{text.reopened(view.reopened)}</span>}
      </p>
      {isRunning ? <Turn view={view} role={level.role} /> : null}
      <Criteria view={view} />
      {view.hasChanged ? <p className="notice warning">{text.changed}</p> : null}
      <Returned view={view} />
      {may.ask && missing.length === 0 ? <p className="notice done">{state === 'returned' ? text.askAgain : text.nothingMissing}</p> : null}
      {missing.length > 0 && state !== 'closed' && state !== 'terminated' ? <Gaps view={view} /> : null}
      <Judged view={view} />
      {acts.length === 0 ? null : (
        <p className="closure-line">
          {acts.map((each) => (
            <button key={each} type="button" className={FORWARD.has(each) ? 'button primary' : 'button'} onClick={() => setAct(each)}>
              {text.acts[each]}
            </button>
          ))}
        </p>
      )}
      <Steps view={view} />
      {id !== null && files.length > 0 && mayTakeFile ? (
        <p className="closure-line">
          <a className="button" href={`/api/closures/${id}/file`} download>
            {text.file}
          </a>
          <span className="quiet">
            {files.map(({ round, frozenAt, digest }) => (
              <span key={round} className="closure-frozen">
                {text.frozen(round, momentText(frozenAt))} <small>SM3 {digest}</small>
              </span>
            ))}
          </span>
        </p>
      ) : null}
      {act === null ? null : <ActDialog act={act} view={view} signers={signers} onClose={() => setAct(null)} />}
    </div>
  )
}
