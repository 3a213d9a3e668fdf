import { Icon } from '#web/_components/icon.tsx'
import { sizeText } from './size-text.ts'
import type { GivenFile } from './use-evidence.ts'
import { useEvidenceText } from './use-text.ts'
import { useWhyRefused } from './why-refused.ts'

/** One file on its way, here, or refused. */
export function GivenRow({ file, onRemove }: { readonly file: GivenFile; readonly onRemove: () => void }) {
  const text = useEvidenceText()
  const whyRefused = useWhyRefused()
  const { name, size, state } = file
  const isSending = state.kind === 'sending'
  const percent = isSending ? Math.round(state.share * 100) : 0
  return (
    <li className={state.kind}>
      <Icon name={state.kind === 'here' ? 'check' : state.kind === 'refused' ? 'warning' : 'upload'} />
      <div>
        <span className="name" lang="zh-CN">
          {state.kind === 'refused' ? text.refused(name) : name}
        </span>
        <span className="quiet">
          {sizeText(size)}
          {state.kind === 'here' ? ` · ${text.here}` : null}
          {state.kind === 'here' && state.taken.evidence.datedOn !== null ? ` · ${text.dated} ${state.taken.evidence.datedOn}` : null}
        </span>
        {state.kind === 'here' && state.taken.isKnown ? <span className="quiet">{text.known}</span> : null}
        {state.kind === 'refused' ? <span role="alert">{whyRefused(state.error)}</span> : null}
        {isSending ? (
          <div
            className="way"
            role="progressbar"
            aria-label={text.sending(percent)}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <span style={{ width: `${percent}%` }} />
          </div>
        ) : null}
      </div>
      <button
        type="button"
        className="button quiet small"
        aria-label={isSending ? text.cancelOf(name) : text.removeOf(name)}
        title={isSending ? text.cancel : text.remove}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
