import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlanOrigin } from '#core/plan/origin.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { tell } from '#web/_lib/toast.ts'
import { useLevelsFailure, useLevelsText } from './use-text.ts'

type Plans = Awaited<ReturnType<typeof client.closure.levels>>['plans']

/** 方案来源: of each plan, as a person says it; what its title suggests is offered, never taken by itself. */
export function PlanOrigins({ plans }: { readonly plans: Plans }) {
  const text = useLevelsText()
  if (plans.length === 0) return null
  return (
    <section aria-label={text.planOrigins}>
      <h2>{text.planOrigins}</h2>
      <p className="quiet">{text.planOriginsHint}</p>
      <ul className="closure-levels-plans">
        {plans.map((plan) => (
          <OriginOf key={plan.planId} plan={plan} />
        ))}
      </ul>
    </section>
  )
}

function OriginOf({ plan: { planId, title, origin, suggested } }: { readonly plan: Plans[number] }) {
  const text = useLevelsText()
  const failureText = useLevelsFailure()
  const cache = useQueryClient()
  const set = useMutation({
    mutationFn: (next: PlanOrigin | null) => client.closure.setOrigin({ planId, origin: next }),
    onSuccess: () => tell('done', text.originSaved),
    onSettled: () => cache.invalidateQueries({ queryKey: ['closure-levels'] }),
  })
  return (
    <li>
      <label className="closure-levels-line">
        <span className="closure-levels-plan">{title}</span>
        <select
          className="input"
          value={origin ?? ''}
          disabled={set.isPending}
          onChange={({ target: { value } }) => set.mutate(keysOf(text.origins).find((key) => key === value) ?? null)}
        >
          <option value="">{text.noOrigin}</option>
          {keysOf(text.origins).map((each) => (
            <option key={each} value={each}>
              {text.origins[each]}
            </option>
          ))}
        </select>
      </label>
      {origin === null && suggested !== null ? (
        <button type="button" className="button quiet small" disabled={set.isPending} onClick={() => set.mutate(suggested)}>
          {text.takeSuggested(text.origins[suggested])}
        </button>
      ) : null}
      <FailureNotice error={set.error} words={failureText} />
    </li>
  )
}
