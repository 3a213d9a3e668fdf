import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useFileChoice } from '#web/_components/file-drop/use-file-choice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { sendSheet, unreadableOf } from '#web/_lib/send-sheet.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { useReconciliationText } from './use-text.ts'
import './reconciliations.css'

/** 对账: every sheet that was held against the ledger, and where a new one is sent. */
export function Reconciliations() {
  const text = useReconciliationText()
  const failureText = useFailureText()
  const troubleOf = useFileTrouble()
  const navigate = useNavigate()
  const answer = useQuery({ queryKey: ['reconciliations'], queryFn: () => client.reconciliation.list() })
  const take = useMutation({
    mutationFn: (file: File) => sendSheet('/reconciliations', file),
    onSuccess: (reconciliationId) => navigate({ to: '/reconciliations/$reconciliationId', params: { reconciliationId } }),
  })
  const sheet = useFileChoice({ accept: '.xlsx', label: text.take, onFile: (file) => take.mutate(file) })
  const unreadable = unreadableOf(take.error)
  const trouble = unreadable === null ? null : troubleOf(unreadable.code, unreadable.params)
  const failure = answer.error ?? take.error
  return (
    <div className="page reconciliations" {...sheet.drop}>
      <PageHead title={text.title} intro={text.intro} />
      <p className="take">
        <button type="button" className="button primary" disabled={take.isPending} onClick={sheet.choose}>
          <Icon name="upload" />
          {take.isPending ? text.taking : text.take}
        </button>
        <span className="quiet">{text.drop}</span>
        {sheet.input}
      </p>
      <p className="quiet">{text.accepts}</p>
      {failure === null ? null : (
        <p className="notice error" role="alert">
          {trouble === null
            ? failureText(failure)
            : [trouble.what, trouble.where, trouble.remedy].filter((part) => part !== '').join(' · ')}
        </p>
      )}
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {answer.data?.items.length === 0 ? <p className="quiet">{text.nothing}</p> : null}
      {answer.data === undefined || answer.data.items.length === 0 ? null : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.org}</th>
                <th scope="col">{text.asOf}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.taken}</th>
              </tr>
            </thead>
            <tbody>
              {answer.data.items.map(({ id, fileName, orgName, asOf, signed, open, takenBy, takenAt }) => (
                <tr key={id}>
                  <td>
                    <Link to="/reconciliations/$reconciliationId" params={{ reconciliationId: id }}>
                      {fileName}
                    </Link>
                  </td>
                  <td>{orgName === '' && asOf !== null ? text.wholeLedger : orgName}</td>
                  <td>{asOf ?? text.none}</td>
                  <td>
                    {signed !== null
                      ? text.signed(signed.by, momentText(signed.at))
                      : asOf === null
                        ? text.notCompared
                        : open > 0
                          ? text.open(open)
                          : text.settledAll}
                  </td>
                  <td>{`${takenBy} ${momentText(takenAt)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
