import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lintWords } from '#core/lint/words.ts'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useDispatch, usePlanText } from '../context.ts'
import type { PlanView } from '../model/view.ts'

/** 方案体检: what the document would better say before it is issued, each with its place. Worked out when it is opened. */
export function Lint({ view }: { readonly view: PlanView }) {
  const { text } = usePlanText()
  const language = useLanguage()
  const dispatch = useDispatch()
  const failureText = useFailureText()
  const [isOpen, setIsOpen] = useState(false)
  const planId = view.plan.id
  const answer = useQuery({ queryKey: ['plan', planId, 'lint'], queryFn: () => client.plan.lint({ planId }), enabled: isOpen })
  const file = useMutation({ mutationFn: () => client.plan.lintFile({ planId }), onSuccess: (docx) => download(docx, docx.name) })
  const error = answer.error ?? file.error
  const findings = answer.data?.findings ?? []
  return (
    <details className="notes" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {text.lint} {answer.data === undefined ? null : <b>{findings.length}</b>}
      </summary>
      <p className="quiet">{answer.data !== undefined && findings.length === 0 ? text.lintNothing : text.lintWords}</p>
      {error === null ? null : <p className="notice error">{failureText(error)}</p>}
      {findings.length === 0 ? null : (
        <p>
          <button type="button" className="button small" disabled={file.isPending} onClick={() => file.mutate()}>
            {text.lintFile}
          </button>
        </p>
      )}
      <ul>
        {findings.map((finding) => {
          const { what, advice } = lintWords(finding, language)
          return (
            <li key={`${finding.code} ${finding.commitment}`} className="warning">
              <Icon name="warning" />
              <span>
                <b>{finding.ref}</b> {what} <span className="quiet">{advice}</span>
              </span>
              <button
                type="button"
                className="button quiet small"
                onClick={() => {
                  dispatch({
                    kind: 'focus',
                    id: view.commitments.find(({ id }) => id === finding.commitment)?.id ?? null,
                    from: 'question',
                    open: true,
                  })
                  dispatch({ kind: 'spot', span: finding.span })
                }}
              >
                {text.show}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
