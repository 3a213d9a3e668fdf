import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Register } from '#core/register/register.ts'
import { CreditedList, useCreditedSummary } from '#web/_components/credited/credited-list.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { useRecordText } from '../use-text.ts'

interface SavedProps {
  readonly written: Awaited<ReturnType<typeof client.record.enter>>
  readonly register: Register
  readonly registers: ReadonlyMap<string, Register>
  readonly names: Readonly<Record<string, string>>
  /** For which it was entered; null: for none. */
  readonly commitment: { readonly id: string; readonly ref: string } | null
  readonly onAgain: () => void
}

/** What was saved, for which commitments it counts and why, and where to go on. */
export function Saved({ written: { record, credited }, register, registers, names, commitment, onAgain }: SavedProps) {
  const text = useRecordText()
  const summary = useCreditedSummary()
  const again = useRef<HTMLButtonElement>(null)
  useEffect(() => again.current?.focus(), [])
  const keys = [
    ...new Set(
      credited.flatMap(({ occurrence, credit }) => [
        ...(occurrence?.subject.split('+') ?? []),
        ...(credit?.reason.params['commitment'] === undefined ? [] : [`commitment:${credit.reason.params['commitment']}`]),
      ]),
    ),
  ].filter((key) => names[key] === undefined)
  const named = useQuery({
    queryKey: ['names', ...keys],
    queryFn: () => client.record.names({ keys }),
    enabled: keys.length > 0,
    staleTime: 60_000,
  })
  return (
    <section className="saved" aria-live="polite">
      <h1>
        <Icon name="check" />
        {record.state === 'draft' ? text.drafted : text.submitted}
        {credited.length === 0 ? null : <span>{summary(credited)}</span>}
      </h1>
      <CreditedList credited={credited} register={register} registers={registers} names={{ ...names, ...named.data?.names }} />
      <p className="acts">
        <button type="button" ref={again} className="button primary" onClick={onAgain}>
          {text.enterAnother}
        </button>
        {commitment === null ? null : (
          <a className="button" href={`/commitments/${commitment.id}`}>
            {text.backTo(commitment.ref)}
          </a>
        )}
        <Link to="/records/$recordId" params={{ recordId: record.id }} className="button">
          {text.open}
        </Link>
        <Link to="/registers/$registerId" params={{ registerId: register.id }} search={{}} className="button">
          {text.toList}
        </Link>
      </p>
    </section>
  )
}
