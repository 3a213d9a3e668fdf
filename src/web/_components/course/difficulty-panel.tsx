import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { DifficultyCard } from './difficulty-card.tsx'
import { PromptDialog } from './prompt-dialog.tsx'
import { useCourseFailure, useCourseText } from './use-text.ts'
import './course.css'

/** 困难问题 of a commitment, and a new one. */
export function DifficultyPanel({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useCourseText()
  const failureText = useCourseFailure()
  const { data, error } = useQuery({ queryKey: ['difficulty', commitment], queryFn: () => client.difficulty.ofCommitment({ commitment }) })
  const [isRaising, setIsRaising] = useState(false)
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { items, orgs, posts } = data
  return (
    <div className="course">
      {items.length === 0 ? <p className="quiet">{text.difficulty.none}</p> : null}
      <ul className="course-items">
        {items.map((view) => (
          <li key={view.id}>
            <DifficultyCard view={view} />
          </li>
        ))}
      </ul>
      {orgs.length === 0 ? null : (
        <p>
          <button type="button" className="button" onClick={() => setIsRaising(true)}>
            {text.difficulty.raise}
          </button>
        </p>
      )}
      {isRaising ? (
        <PromptDialog
          title={text.difficulty.raise}
          hint={text.difficulty.raiseHint}
          fields={[
            {
              name: 'org',
              label: text.org,
              kind: 'choice',
              start: orgs[0]?.id ?? '',
              options: orgs.map(({ id, name }) => ({ value: id, label: name })),
            },
            { name: 'words', label: text.difficulty.words, kind: 'words' },
            { name: 'wants', label: text.difficulty.wants, kind: 'line', isOptional: true },
            {
              name: 'post',
              label: text.difficulty.post,
              kind: 'choice',
              options: posts.map(({ id, name, holders }) => ({ value: id, label: `${name}（${holders}）` })),
            },
            { name: 'answerBy', label: text.difficulty.answerBy, kind: 'day' },
          ]}
          send={({ org = '', words = '', wants = '', post = '', answerBy = '' }) =>
            client.difficulty.raise({ commitment, org, words, wants, post, answerBy })
          }
          onClose={() => setIsRaising(false)}
        />
      ) : null}
    </div>
  )
}
