import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { DispatchAct } from '#core/dispatch/dispatch.ts'
import { turnOf } from '#core/dispatch/turns.ts'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { ActDialog } from './act-dialog.tsx'
import { HolderWords } from './holder-words.tsx'
import { useDispatchFailure, useDispatchText } from './use-text.ts'
import './dispatch.css'

const OFFICE = ['dispatch', 'insist', 'reassign', 'withdraw'] as const satisfies readonly DispatchAct[]
const UNIT = ['confirm', 'refuse', 'refine'] as const satisfies readonly DispatchAct[]
/** What leads on; the rest is offered beside it. */
const FORWARD: ReadonlySet<DispatchAct> = new Set(['dispatch', 'confirm', 'insist'])

/** 分办与责任 of a commitment: three tiers, the steps, what can be done, what was done. */
export function DispatchPanel({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useDispatchText()
  const failureText = useDispatchFailure()
  const { data, error } = useQuery({
    queryKey: ['dispatch', commitment],
    queryFn: () => client.dispatch.ofCommitment({ commitment }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return <Standing view={data} />
}

function Standing({ view }: { readonly view: DispatchView }) {
  const text = useDispatchText()
  const mayRun = useMay('dispatch:run')
  const [act, setAct] = useState<DispatchAct | null>(null)
  const { state, unit, supporting, owner, note, round, dueOn, plan } = view
  const offered = [...(mayRun ? OFFICE : []), ...(view.mayAnswer ? UNIT : [])].filter((each) => turnOf(state, each).to !== undefined)
  return (
    <div className="dispatch-panel">
      <p className="dispatch-line">
        <strong className={`dispatch-state ${state}`}>{text.states[state]}</strong>
        {dueOn === null ? null : <span className="quiet">{text.due(dueOn)}</span>}
        {round > 1 ? <span className="quiet">{text.round(round)}</span> : null}
        {state === 'refused' || state === 'insisted' ? <span lang="zh-CN">{note}</span> : null}
      </p>
      {owner?.isVacant === true ? <p className="notice warning">{text.ownerLeft}</p> : null}
      {mayRun && unit !== null && !view.hasHead && state !== 'confirmed' ? <p className="notice">{text.noHead}</p> : null}
      <dl className="dispatch-tiers">
        <div>
          <dt>{text.first}</dt>
          <dd>
            <HolderWords holder={view.first} />
          </dd>
        </div>
        <div>
          <dt>{text.lead}</dt>
          <dd>
            <HolderWords holder={view.lead} /> {view.lead === null ? null : <span className="tag">{text.sources[view.leadSource]}</span>}
          </dd>
        </div>
        <div>
          <dt>{text.owner}</dt>
          <dd>
            <HolderWords holder={owner} />
          </dd>
        </div>
        <div>
          <dt>{text.unit}</dt>
          <dd lang="zh-CN">
            {unit === null ? <span className="quiet">{text.notYet}</span> : unit.name}
            {supporting.length === 0 ? null : (
              <span className="quiet"> {`${text.supporting}：${supporting.map(({ name }) => name).join('、')}`}</span>
            )}
          </dd>
        </div>
      </dl>
      {plan.length === 0 ? null : (
        <div>
          <h3>{text.tasks}</h3>
          <ol className="dispatch-tasks">
            {plan.map(({ words, by, whose }, index) => (
              <li key={String(index)} lang="zh-CN">
                {words} <span className="quiet">{[by, whose].filter((part) => part !== '').join(' · ')}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {offered.length === 0 ? null : (
        <p className="dispatch-line">
          {offered.map((each) => (
            <button key={each} type="button" className={FORWARD.has(each) ? 'button primary' : 'button'} onClick={() => setAct(each)}>
              {text.acts[each]}
            </button>
          ))}
        </p>
      )}
      <Steps view={view} />
      {act === null ? null : <ActDialog act={act} view={view} onClose={() => setAct(null)} />}
    </div>
  )
}

/** What was done, the first first. */
function Steps({ view: { steps } }: { readonly view: DispatchView }) {
  const text = useDispatchText()
  if (steps.length === 0) return null
  return (
    <details>
      <summary>{`${text.history}（${steps.length}）`}</summary>
      <ol className="dispatch-steps">
        {steps.map(({ kind, by, at, note, unit, ownerWords }, index) => (
          <li key={String(index)}>
            <span className="quiet">{momentText(at)}</span> {by} <strong>{text.done[kind]}</strong>{' '}
            <span lang="zh-CN">{[unit, ownerWords, note].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
