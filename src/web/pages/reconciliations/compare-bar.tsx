import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useAct } from './use-act.ts'
import { useReconciliationText } from './use-text.ts'

/** Says whose ledger the sheet is, and compares. */
export function CompareBar({ reconciliation: { id, version, org, asOf } }: { readonly reconciliation: Reconciliation }) {
  const text = useReconciliationText()
  const failureText = useFailureText()
  const own = useQuery({ queryKey: ['reconciliations'], queryFn: () => client.reconciliation.list() })
  const orgs = own.data?.orgs ?? null
  const [wanted, setChosen] = useState(org ?? '')
  const chosen = wanted === '' && orgs !== null ? (orgs[0] ?? '') : wanted
  const units = useQuery({ queryKey: ['organisation', 'now'], queryFn: () => client.organisation.get({}) })
  const compare = useAct(id, (unit: string) => client.reconciliation.compare({ id, version, org: unit === '' ? null : unit }))
  const terms = (units.data?.organisation.terms ?? []).filter((term) => orgs === null || orgs.includes(term.org))
  return (
    <form
      className="compare"
      onSubmit={(event) => {
        event.preventDefault()
        compare.mutate(chosen)
      }}
    >
      <label className="field">
        <span>{text.compareWith}</span>
        <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {orgs === null ? <option value="">{text.wholeLedger}</option> : null}
          {terms.map(({ org: unit, name }) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={`button ${asOf === null ? 'primary' : ''}`} disabled={compare.isPending}>
        {asOf === null ? text.compare : text.compareAgain}
      </button>
      <FailureNotice error={compare.error} words={failureText} />
    </form>
  )
}
