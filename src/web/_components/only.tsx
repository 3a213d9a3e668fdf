import type { ReactNode } from 'react'
import type { Permission } from '#core/access/policy.ts'
import { useMay } from '#web/_lib/may.ts'

/** What is offered only to who may do it. The server decides all the same. */
export function Only({ may, children }: { readonly may: Permission; readonly children: ReactNode }) {
  return useMay(may) ? children : null
}
