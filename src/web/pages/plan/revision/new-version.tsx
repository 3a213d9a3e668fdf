import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { useFileChoice } from '#web/_components/file-drop/use-file-choice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { ACCEPTED } from '#web/pages/home/accepted.ts'
import { usePlanText } from '../context.ts'
import { useNewVersion } from './use-new-version.ts'

/** 导入新版本: the button of the plan page, and the versions there have been. */
export function NewVersionButton({ planId }: { readonly planId: string }) {
  const { text } = usePlanText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="button small quiet" onClick={() => setIsOpen(true)}>
        <Icon name="upload" />
        {text.newVersion.button}
      </button>
      {isOpen ? <NewVersionDialog planId={planId} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function NewVersionDialog({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const words = usePlanText().text.newVersion
  const failureText = useFailureText()
  const troubleOf = useFileTrouble()
  const { state, send, reset } = useNewVersion(planId)
  const next = useFileChoice({
    accept: ACCEPTED,
    label: words.choose,
    onFile: (file) => {
      if (state.kind !== 'busy') send(file)
    },
  })
  const trouble = state.kind === 'failed' ? troubleOf(state.code, state.params) : null
  return (
    <Dialog title={words.button} onClose={onClose}>
      <div className="body new-version" {...next.drop}>
        <p>{words.intro}</p>
        {state.kind === 'busy' ? (
          <p role="status">
            <span className="spinner" /> <strong>{state.file}</strong> {words.step[state.step]}
          </p>
        ) : null}
        {state.kind === 'failed' || state.kind === 'refused' ? (
          <p className="notice warning" role="alert">
            <strong>{state.file}</strong>{' '}
            {trouble === null ? (state.kind === 'refused' ? failureText(state.failure) : '') : `${trouble.what}${trouble.where}`}{' '}
            {trouble?.remedy}
          </p>
        ) : null}
        <Versions planId={planId} />
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={state.kind === 'busy'}
          onClick={() => {
            reset()
            next.choose()
          }}
        >
          {words.choose}
        </button>
        {next.input}
      </div>
    </Dialog>
  )
}

/** The documents that are, were or may be versions of the plan. */
function Versions({ planId }: { readonly planId: string }) {
  const words = usePlanText().text.newVersion
  const { data } = useQuery({ queryKey: ['plan', planId, 'revisions'], queryFn: () => client.revision.list({ planId }) })
  if (data === undefined || data.items.length === 0) return null
  return (
    <>
      <h3>{words.versions}</h3>
      <ul className="versions">
        {data.items.map(({ id, fileName, state, revision, comparedAt, comparedBy }) => (
          <li key={id}>
            <Link to="/plans/$planId/revisions/$id" params={{ planId, id }}>
              {fileName}
            </Link>{' '}
            <span className="tag">{state === 'applied' ? words.applied(revision ?? 0) : words.state[state]}</span>{' '}
            <span className="quiet">
              {comparedBy} {momentText(comparedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
