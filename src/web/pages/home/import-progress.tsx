import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { ImportedAlike } from './imported-alike.tsx'
import { ImportedTwice } from './imported-twice.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import type { PlanImport } from './use-import.ts'

/** What the import is doing, or why it did not succeed. */
export function ImportProgress({ plan }: { readonly plan: PlanImport }) {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const troubleOf = useFileTrouble()
  const { state, progress } = plan
  if (state.kind === 'sending' || state.kind === 'running') {
    const words = state.kind === 'sending' ? text.sending : text.state[progress?.state ?? 'queued']
    const value = state.kind === 'sending' ? Math.round(state.share * 100) : (progress?.progress ?? 0)
    return (
      <div className="course" role="status">
        <p>
          <strong>{state.file}</strong>
          <span>{words}</span>
          {state.kind === 'running' && state.sameAs !== null ? <span className="quiet">{text.sameAs(state.sameAs.title)}</span> : null}
        </p>
        <div className="way" role="progressbar" aria-label={words} aria-valuenow={value} aria-valuemin={0} aria-valuemax={100}>
          <span style={{ width: `${value}%` }} />
        </div>
        <button type="button" className="button small" onClick={plan.cancel}>
          {text.cancel}
        </button>
      </div>
    )
  }
  if (state.kind === 'twice') return <ImportedTwice planId={state.planId} earlier={state.earlier} onDone={plan.reset} />
  if (state.kind === 'alike') return <ImportedAlike planId={state.planId} earlier={state.earlier} share={state.share} />
  const close = (
    <button type="button" className="button small" onClick={plan.reset}>
      {text.close}
    </button>
  )
  if (state.kind === 'refused' || state.kind === 'failed') {
    const trouble = state.kind === 'failed' ? troubleOf(state.code, state.params) : null
    return (
      <div className="course wrong" role="alert">
        <p>
          <strong>
            <Icon name="warning" /> {text.failed(state.file)}
          </strong>
          <span>{trouble === null ? (state.kind === 'refused' ? failureText(state.failure) : '') : trouble.what}</span>
          {trouble === null || trouble.where === '' ? null : <span className="where">{trouble.where}</span>}
          {trouble === null ? null : <span>{trouble.remedy}</span>}
        </p>
        {close}
      </div>
    )
  }
  return (
    <div className="course" role="status">
      <p>
        <span>{text.cancelled}</span>
      </p>
      {close}
    </div>
  )
}
