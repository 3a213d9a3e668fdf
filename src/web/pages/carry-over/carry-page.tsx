import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { CarryGroup, type CarryView } from './carry-group.tsx'
import { useCarryText } from './use-text.ts'

const KINDS = ['unfinished', 'standing'] as const

/** What is left of a plan, to be chosen; nothing is carried over before a person confirms. */
export function CarryPage({ view }: { readonly view: CarryView }) {
  const text = useCarryText()
  const failureText = useFailureText()
  const { plan, into, items } = view
  const [target, setTarget] = useState(into[0]?.id ?? '')
  const open = items.filter(({ carried }) => carried?.into !== target)
  const [left, setLeft] = useState<ReadonlySet<CommitmentId>>(new Set())
  const chosen = open.filter(({ id }) => !left.has(id))
  const to = into.find(({ id }) => id === target)
  const send = useMutation({
    mutationFn: (ids: readonly CommitmentId[]) =>
      to === undefined
        ? Promise.resolve({ commitments: [] })
        : client.plan.carryOver({ planId: plan.id, into: to.id, commitments: [...ids] }),
    onSuccess: ({ commitments }) => tell('done', text.done(commitments.length)),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () =>
      Promise.all(['plan', 'ledger', 'commitment', 'plan-counting'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
  const choose = (ids: readonly CommitmentId[], isChosen: boolean): void => {
    const next = new Set(left)
    for (const id of ids) {
      if (isChosen) next.delete(id)
      else next.add(id)
    }
    setLeft(next)
  }
  return (
    <div className="page carry">
      <PageTitle words={`${text.title} · ${plan.title}`} />
      <header>
        <Link to="/plans/$planId" params={{ planId: plan.id }} className="back">
          {plan.title}
        </Link>
        <h1>{text.title}</h1>
        <p className="quiet">{text.intro}</p>
        <p>{plan.inForceTo === null ? text.endless : text.ends(plan.inForceTo)}</p>
      </header>
      {plan.inForceTo === null ? null : into.length === 0 ? (
        <p className="notice warning">{text.noInto}</p>
      ) : (
        <label className="carry-into">
          <span className="label">{text.into}</span>
          <select
            className="input"
            value={target}
            onChange={(event) => setTarget(into.find(({ id }) => id === event.target.value)?.id ?? '')}
          >
            {into.map(({ id, title, inForceFrom, inForceTo }) => (
              <option key={id} value={id}>
                {text.option(title, inForceFrom, inForceTo)}
              </option>
            ))}
          </select>
        </label>
      )}
      {items.length === 0 ? <p className="notice">{text.nothing}</p> : null}
      {KINDS.map((kind) => (
        <CarryGroup
          key={kind}
          kind={kind}
          items={items.filter((item) => item.kind === kind)}
          target={target}
          left={left}
          onChoose={choose}
        />
      ))}
      {to === undefined || plan.inForceTo === null || items.length === 0 ? null : (
        <footer className="carry-foot">
          <strong role="status">{text.chosen(chosen.length)}</strong>
          <span className="quiet">{text.whereToSee}</span>
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0 || send.isPending}
            onClick={() => send.mutate(chosen.map(({ id }) => id))}
          >
            {text.confirm(chosen.length)}
          </button>
        </footer>
      )}
    </div>
  )
}
