import { useDiagnosticWords } from '#web/_words/diagnostic/words.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useDispatch, usePlanText } from '../context.ts'
import type { PlanView } from '../model/view.ts'

/** What of the file could not be read, or the whole of it does not look like a plan: said before anything else. */
export function Losses({ view }: { readonly view: PlanView }) {
  const wordsOf = useDiagnosticWords()
  const losses = view.diagnostics.filter(({ span, severity }) => span === null && severity !== 'info')
  return losses.map(({ code, params }) => (
    <p key={code} className="notice warning losses" role="alert">
      {wordsOf(code, params)}
    </p>
  ))
}

/** What the reading of the document left unclear or out, each with its place. */
export function Notes({ view }: { readonly view: PlanView }) {
  const { text } = usePlanText()
  const dispatch = useDispatch()
  const wordsOf = useDiagnosticWords()
  if (view.diagnostics.length === 0) return null
  return (
    <details className="notes">
      <summary>
        {text.diagnostics} <b>{view.diagnostics.length}</b>
      </summary>
      <ul>
        {view.diagnostics.map(({ code, severity, span, params }) => (
          <li key={`${code} ${span?.start}`} className={severity}>
            <Icon name={severity === 'info' ? 'info' : 'warning'} />
            <span>
              <b>{text.severity[severity]}</b> {wordsOf(code, params)}
              {span === null ? null : <q lang="zh-CN">{view.document.text.slice(span.start, span.end).slice(0, 60)}</q>}
            </span>
            {span === null ? null : (
              <button
                type="button"
                className="button quiet small"
                onClick={() => {
                  dispatch({ kind: 'focus', id: null, from: 'question' })
                  dispatch({ kind: 'spot', span })
                }}
              >
                {text.show}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
