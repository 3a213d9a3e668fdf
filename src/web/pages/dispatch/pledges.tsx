import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchBoard, PledgeView } from '#contract/dispatch.ts'
import { HolderWords } from '#web/_components/dispatch/holder-words.tsx'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { download } from '#web/_lib/download.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { usePageText } from './use-text.ts'

interface PledgesProps {
  readonly plan: NonNullable<DispatchBoard['plan']>
}

/** 责任书 of leaders and units: who has signed which text. */
export function Pledges({ plan }: PledgesProps) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const [signing, setSigning] = useState<PledgeView | null>(null)
  const { data, error } = useQuery({ queryKey: ['dispatch', 'pledges', plan], queryFn: () => client.dispatch.pledges({ plan }) })
  const file = useMutation({
    mutationFn: ({ party }: PledgeView) => client.dispatch.pledgeFile({ plan, party }),
    onSuccess: (given) => download(given, given.name),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <section>
      <p className="quiet">{text.pledge.intro}</p>
      {data.items.length === 0 ? <p className="quiet">{text.none.pledges}</p> : null}
      <FailureNotice error={file.error} words={failureText} />
      <ul className="dispatch-rows">
        {data.items.map((pledge) => (
          <li key={`${pledge.party.kind} ${pledge.party.id}`}>
            <div className="dispatch-row">
              <span className="dispatch-words">
                <HolderWords holder={pledge.holder} /> <span className="quiet">{text.count(pledge.items)}</span>
              </span>
              <button type="button" className="button" disabled={file.isPending} onClick={() => file.mutate(pledge)}>
                {text.pledge.file}
              </button>
              {pledge.maySign ? (
                <button type="button" className="button primary" onClick={() => setSigning(pledge)}>
                  {text.pledge.sign}
                </button>
              ) : null}
            </div>
            <p className="dispatch-note">
              <SignedWords pledge={pledge} />
              <span title={pledge.digest}>
                {text.pledge.digest} <code>{pledge.digest.slice(0, 12)}</code>
              </span>
            </p>
          </li>
        ))}
      </ul>
      {signing === null ? null : <SignDialog plan={plan} pledge={signing} onClose={() => setSigning(null)} />}
    </section>
  )
}

function SignedWords({ pledge: { signature, isOutdated } }: { readonly pledge: PledgeView }) {
  const text = usePageText()
  if (signature === null) return <strong>○ {text.pledge.unsigned}</strong>
  return (
    <>
      {isOutdated ? <strong className="dispatch-vacant">▲ {text.pledge.outdated}</strong> : null}
      <span className={isOutdated ? 'quiet' : 'dispatch-signed'}>
        {isOutdated ? '' : '● '}
        {text.pledge.signed(signature.by, momentText(signature.at))}
      </span>
    </>
  )
}

function SignDialog({ plan, pledge, onClose }: PledgesProps & { readonly pledge: PledgeView; readonly onClose: () => void }) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const sign = useAct(
    ['dispatch', 'pledges', plan],
    () => client.dispatch.signPledge({ plan, party: pledge.party, digest: pledge.digest }),
    onClose,
  )
  return (
    <FormDialog
      title={text.pledge.signTitle}
      cancel={text.cancel}
      submit={text.pledge.signConfirm}
      className="dispatch-form"
      act={sign}
      failureText={failureText}
      onClose={onClose}
    >
      <p>
        <HolderWords holder={pledge.holder} />
      </p>
      <p>{text.pledge.signHint(pledge.items)}</p>
      <p className="quiet">
        {text.pledge.digest} <code className="dispatch-digest">{pledge.digest}</code>
      </p>
    </FormDialog>
  )
}
