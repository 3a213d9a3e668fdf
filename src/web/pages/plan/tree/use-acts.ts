import { createContext, use } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'

/** Verbs that rows offer without a dialog. */
export interface Acts {
  readonly restore: (commitment: Commitment) => Promise<boolean>
}

export const ActsContext = createContext<Acts>({ restore: () => Promise.resolve(false) })

export function useActs(): Acts {
  return use(ActsContext)
}
