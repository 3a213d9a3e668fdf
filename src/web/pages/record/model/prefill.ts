import type { Typed } from '#web/_components/record-form/model/typed.ts'
import type { Register } from '#core/register/register.ts'
import type { client } from '#web/_lib/client.ts'

export type Start = Awaited<ReturnType<typeof client.record.start>>

/** What a form begins with: the day, who still owes (the one asked for, one's own, or the only one), for which org, and for which commitment. */
export function prefill(start: Start, on: string, subject: string | null, { fields }: Pick<Register, 'fields'>): Typed {
  const { owed, org, me, names } = start
  const mine = owed.find(({ isMine }) => isMine)
  const whose = subject === null ? (mine ?? (owed.length === 1 ? owed[0] : undefined)) : owed.find((each) => each.subject === subject)
  const none = whose === undefined && start.commitment === null && me !== null ? [me] : []
  return {
    from: on,
    to: '',
    startsAtNoon: false,
    endsAtNoon: false,
    org: whose?.org ?? org ?? '',
    subjects: whose?.subjects ?? none,
    values: valuesFor(start.commitment, fields),
    names: start.commitment === null ? names : { ...names, [`commitment:${start.commitment.id}`]: nameOf(start.commitment) },
  }
}

function valuesFor(commitment: Start['commitment'], fields: Register['fields']): Typed['values'] {
  if (commitment === null) return {}
  const named = fields.filter(({ type, isRetired }) => type === 'commitments' && !isRetired)
  return Object.fromEntries(named.map(({ id }) => [id, [commitment.id]]))
}

function nameOf({ ref, sentence }: NonNullable<Start['commitment']>): string {
  return `${ref} ${sentence}`
}

/** What was kept, where it still has the shape of a form. */
export function typedFrom(kept: unknown): Typed | null {
  return isTyped(kept) ? kept : null
}

function isTyped(kept: unknown): kept is Typed {
  if (typeof kept !== 'object' || kept === null) return false
  return (
    'from' in kept &&
    'to' in kept &&
    'org' in kept &&
    'subjects' in kept &&
    Array.isArray(kept.subjects) &&
    'values' in kept &&
    'names' in kept
  )
}
