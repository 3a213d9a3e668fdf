import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

interface ImportedTwiceProps {
  readonly planId: string
  readonly earlier: { readonly planId: string; readonly title: string }
  readonly onDone: () => void
}

/** The same file was imported before: the earlier plan, and the new one to open or to remove. */
export function ImportedTwice({ planId, earlier, onDone }: ImportedTwiceProps) {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => client.plan.remove({ planId }),
    onSuccess: () => {
      tell('done', text.removed)
      onDone()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  })
  return (
    <div className="course" role="alert">
      <p>
        <strong>
          <Icon name="warning" /> {text.twice}
        </strong>
        <span>
          {text.earlier}{' '}
          <Link to="/plans/$planId" params={{ planId: earlier.planId }}>
            {earlier.title === '' ? text.untitled : earlier.title}
          </Link>
        </span>
      </p>
      <button type="button" className="button small danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {text.removeNew}
      </button>
      <Link to="/plans/$planId" params={{ planId }} className="button small">
        {text.openNew}
      </Link>
    </div>
  )
}
