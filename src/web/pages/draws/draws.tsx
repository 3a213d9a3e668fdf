import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useFileChoice } from '#web/_components/file-drop/use-file-choice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { sendSheet } from '#web/_lib/send-sheet.ts'
import { RegisterForm } from './register-form.tsx'
import { useDrawFailure, useDrawText } from './use-text.ts'
import './draws.css'

/** 抽取: every draw there was, and where a list is sent. */
export function Draws() {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const mayRun = useMay('draw:run')
  const navigate = useNavigate()
  const answer = useQuery({ queryKey: ['draws'], queryFn: () => client.draw.list() })
  const take = useMutation({
    mutationFn: (file: File) => sendSheet('/draws', file),
    onSuccess: (drawId) => navigate({ to: '/draws/$drawId', params: { drawId } }),
  })
  const list = useFileChoice({
    accept: '.xlsx,.csv,.txt',
    label: text.upload,
    onFile: (file) => {
      if (mayRun) take.mutate(file)
    },
  })
  const error = answer.error ?? take.error
  return (
    <div className="page draws" {...list.drop}>
      <PageHead title={text.title} intro={text.intro} />
      {mayRun ? (
        <p className="draws-line">
          <button type="button" className="button primary" disabled={take.isPending} onClick={list.choose}>
            <Icon name="upload" />
            {take.isPending ? text.uploading : text.upload}
          </button>
          <span className="quiet">{text.accepts}</span>
          {list.input}
        </p>
      ) : null}
      {mayRun ? <RegisterForm /> : null}
      <FailureNotice error={error} words={failureText} />
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {answer.data?.draws.length === 0 ? <p className="quiet">{text.nothing}</p> : null}
      {answer.data === undefined || answer.data.draws.length === 0 ? null : (
        <div className="draws-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.list}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.created}</th>
              </tr>
            </thead>
            <tbody>
              {answer.data.draws.map(({ id, name, fileName, items, state, createdBy, createdOn }) => (
                <tr key={id}>
                  <td>
                    <Link to="/draws/$drawId" params={{ drawId: id }}>
                      {name}
                    </Link>
                  </td>
                  <td>{`${fileName} · ${text.items(items)}`}</td>
                  <td>{text.states[state]}</td>
                  <td>{`${createdBy} ${createdOn}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
