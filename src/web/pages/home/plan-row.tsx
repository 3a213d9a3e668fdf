import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useIsPast } from '#web/_lib/may.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

type Summary = Awaited<ReturnType<typeof client.plan.list>>['items'][number]

/** One plan with what is left to do. */
export function PlanRow({ plan }: { readonly plan: Summary }) {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const [asks, setAsks] = useState(false)
  const isPast = useIsPast()
  const remove = useMutation({
    mutationFn: () => client.plan.remove({ planId: plan.id }),
    onSuccess: () => tell('done', text.removed),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => {
      setAsks(false)
      return queries.invalidateQueries({ queryKey: ['plans'] })
    },
  })
  const { confirmed, commitments: all } = plan
  const title = plan.title === '' ? plan.fileName : plan.title
  return (
    <tr>
      <th scope="row">
        <Link to="/plans/$planId" params={{ planId: plan.id }}>
          {title}
        </Link>
        <span className="file">{plan.fileName}</span>
      </th>
      <td className="number" data-label={text.column.commitments}>
        {all}
      </td>
      <td data-label={text.column.confirmed}>
        <span className="bar">
          <meter min={0} max={Math.max(1, all)} value={confirmed} aria-label={text.progress(confirmed, all)} />
          <span className="number">{confirmed}</span>
        </span>
      </td>
      <td className="number" data-label={text.column.questions}>
        {plan.openQuestions === 0 ? <span className="quiet">{text.noQuestions}</span> : <span className="asks">{plan.openQuestions}</span>}
      </td>
      <td className="quiet" data-label={text.column.imported}>
        {momentText(plan.importedAt)}
        <br />
        {plan.importedBy}
      </td>
      <td className="acts">
        <Link to="/plans/$planId" params={{ planId: plan.id }} className="button small">
          {text.openPlan}
        </Link>
        {confirmed === 0 || isPast ? null : (
          <Link to="/plans/$planId/counting" params={{ planId: plan.id }} className="button small">
            {text.openCounting}
          </Link>
        )}
        <Link to="/ledger" search={{ plan: plan.id }} className="button small">
          <Icon name="ledger" />
          {text.openLedger}
        </Link>
        {confirmed === 0 && !isPast ? (
          <button type="button" className="button small quiet danger" onClick={() => setAsks(true)}>
            {text.remove}
          </button>
        ) : null}
        {asks ? (
          <Dialog title={text.remove} onClose={() => setAsks(false)}>
            <div className="body">{text.removeAsk(title)}</div>
            <div className="foot">
              <button type="button" className="button" onClick={() => setAsks(false)}>
                {text.removeNo}
              </button>
              <button type="button" className="button danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
                {text.removeYes}
              </button>
            </div>
          </Dialog>
        ) : null}
      </td>
    </tr>
  )
}
