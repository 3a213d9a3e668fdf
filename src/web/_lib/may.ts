import { useSearch } from '@tanstack/react-router'
import { can, type Permission } from '#core/access/policy.ts'
import { useSession } from '#web/_lib/session.ts'

/**
 * Whether who is signed in may do what the permission names; what they may not do is not offered, nor what writes while one looks back at another moment
 * (`_components/moment`). The server decides all the same.
 */
export function useMay(permission: Permission): boolean {
  const { data } = useSession()
  const isPast = useIsPast()
  return data !== undefined && can(data, permission) && (!isPast || READING.test(permission))
}

const READING = /:(read|export|names|activity)$/

/** Whether another moment than now is looked at. */
export function useIsPast(): boolean {
  const { asOf, knownAt } = useSearch({ strict: false })
  return asOf !== undefined || knownAt !== undefined
}
