import { createContext, useContext } from 'react'
import type { Day } from '#core/day/day.ts'
import type { Directory } from './model/directory.ts'
import type { RunAct } from './use-organisation.ts'

/** A form that is open, and what it is about. */
export type OpenForm =
  | { readonly kind: 'addOrg'; readonly parent: string | null; readonly name?: string }
  | { readonly kind: 'renameOrg' | 'moveOrg' | 'closeOrg' | 'setAliases'; readonly org: string }
  | { readonly kind: 'addPost'; readonly org: string }
  | { readonly kind: 'closePost' | 'appoint'; readonly post: string }
  | { readonly kind: 'endHolding'; readonly id: string; readonly name: string }
  | { readonly kind: 'endMember' | 'endRelation'; readonly id: string; readonly name: string }
  | { readonly kind: 'addGroup' }
  | { readonly kind: 'addMember'; readonly group: string }
  | { readonly kind: 'addRelation'; readonly org: string }
  | { readonly kind: 'chooseAlias'; readonly name: string }

/** What is shown on the right. */
export type Shown = { readonly kind: 'org' | 'group'; readonly id: string } | { readonly kind: 'names' } | null

/** What every part of the page can reach. */
export interface PageContext {
  readonly directory: Directory
  /** The day that is shown: the first choice where a form asks for a day. */
  readonly asOf: Day
  readonly run: RunAct
  readonly isBusy: boolean
  readonly open: (form: OpenForm) => void
  readonly show: (shown: Shown) => void
}

export const OrganisationContext = createContext<PageContext | null>(null)

/** The page around a part. */
export function usePage(): PageContext {
  const page = useContext(OrganisationContext)
  if (page === null) throw new Error('outside the organisation page')
  return page
}
