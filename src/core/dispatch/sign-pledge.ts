import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** Why a 责任书 is not signed. `changed-since-read`: it reads otherwise by now. */
export type PledgeRefusal = 'nothing-to-sign' | 'not-yours-to-sign' | 'changed-since-read' | 'signed-already'

/** What signing needs to know. `digest`: of what stands; `read`: of what was read; `signed`: of what was signed last, null: nothing was. */
export interface SigningFacts {
  readonly items: number
  readonly isOwn: boolean
  readonly digest: string
  readonly read: string
  readonly signed: string | null
}

/** 签署责任书: by whose it is, as it reads now, once. */
export function signPledge({ items, isOwn, digest, read, signed }: SigningFacts): Outcome<true, PledgeRefusal> {
  if (!isOwn) return refuse('not-yours-to-sign')
  if (items === 0) return refuse('nothing-to-sign')
  if (digest !== read) return refuse('changed-since-read')
  return digest === signed ? refuse('signed-already') : accept(true)
}
