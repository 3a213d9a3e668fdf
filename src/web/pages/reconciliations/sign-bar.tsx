import { useMutation } from '@tanstack/react-query'
import type { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useAct } from './use-act.ts'
import { useReconciliationText } from './use-text.ts'

/** Signs off, and hands out the slip. */
export function SignBar({ reconciliation: { id, version, signed, differences } }: { readonly reconciliation: Reconciliation }) {
  const text = useReconciliationText()
  const failureText = useFailureText()
  const sign = useAct(id, () => client.reconciliation.sign({ id, version }))
  const slip = useMutation({
    mutationFn: () => client.reconciliation.slip({ id }),
    onSuccess: (file) => download(file, file.name),
  })
  const open = differences.filter(({ settled }) => settled === null).length
  const failure = sign.error ?? slip.error
  return (
    <div className="sign">
      {signed === null ? (
        <>
          <button type="button" className="button primary" disabled={open > 0 || sign.isPending} onClick={() => sign.mutate()}>
            {text.sign}
          </button>
          <span className="quiet">{open > 0 ? text.open(open) : text.signWords}</span>
        </>
      ) : null}
      <button type="button" className="button" disabled={slip.isPending} onClick={() => slip.mutate()}>
        {text.slip}
      </button>
      <FailureNotice error={failure} words={failureText} />
    </div>
  )
}
