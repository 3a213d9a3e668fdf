import { can, type Permission } from '#core/access/policy.ts'
import { useSession } from '#web/_lib/session.ts'

/** Whether who is signed in may do what the permission names; what they may not do is not offered. The server decides all the same. */
export function useMay(permission: Permission): boolean {
  const { data } = useSession()
  return data !== undefined && can(data, permission)
}
