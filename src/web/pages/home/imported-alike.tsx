import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useText } from './use-text.ts'

interface ImportedAlikeProps {
  readonly planId: string
  readonly earlier: { readonly planId: string; readonly title: string }
  /** How much they have in common, 0–1. */
  readonly share: number
}

/** What was imported may be a version of a plan that is there already: the person says which. */
export function ImportedAlike({ planId, earlier, share }: ImportedAlikeProps) {
  const text = useText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const compare = useMutation({
    mutationFn: () => client.revision.compare({ planId: earlier.planId, from: planId }),
    onSuccess: ({ id }) => navigate({ to: '/plans/$planId/revisions/$id', params: { planId: earlier.planId, id } }),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  })
  // of one name and little else in common
  const isNamed = share <= 0.5
  return (
    <div className="course" role="alert">
      <p>
        <strong>
          <Icon name="warning" /> {isNamed ? text.alikeNamed : text.alike(Math.round(share * 100))}
        </strong>
        <Link to="/plans/$planId" params={{ planId: earlier.planId }}>
          {earlier.title === '' ? text.untitled : earlier.title}
        </Link>
        <span className="quiet">{text.alikeAsk}</span>
      </p>
      <button type="button" className="button small primary" disabled={compare.isPending} onClick={() => compare.mutate()}>
        {text.compare}
      </button>
      <Link to="/plans/$planId" params={{ planId }} className="button small">
        {text.keepApart}
      </Link>
    </div>
  )
}
