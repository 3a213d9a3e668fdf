import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Shown } from './context.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { useOrganisation } from './use-organisation.ts'
import { useOrganisationText } from './use-text.ts'
import './organisation.css'

/** 组织机构: the tree, its posts and people, and what relates them, as of a day. The address holds what is shown. */
export function Organisation() {
  const text = useOrganisationText()
  const failureText = useFailureText()
  const search = useSearch({ from: '/framed/organisation' })
  const navigate = useNavigate({ from: '/organisation' })
  const view = useOrganisation(search.asOf ?? null)
  if (view.isError) return <p className="notice error organisation-note">{failureText(view.error)}</p>
  if (view.data === undefined) return <p className="quiet organisation-note">{text.loading}</p>
  return (
    <OrganisationPage
      view={view.data}
      shown={
        search.org !== undefined
          ? { kind: 'org', id: search.org }
          : search.group !== undefined
            ? { kind: 'group', id: search.group }
            : search.names === true
              ? { kind: 'names' }
              : null
      }
      isToday={search.asOf === undefined}
      onShow={(shown) => {
        const asOf = search.asOf === undefined ? {} : { asOf: search.asOf }
        void navigate({ search: { ...asOf, ...searchOf(shown) } })
      }}
      onDay={(day) => {
        const { asOf: _, ...rest } = search
        void navigate({ search: day === null ? rest : { ...rest, asOf: day }, replace: true })
      }}
    />
  )
}

/** What the address says of what is shown. */
function searchOf(shown: Shown): { org?: string; group?: string; names?: true } {
  switch (shown?.kind) {
    case undefined:
      return {}
    case 'org':
      return { org: shown.id }
    case 'group':
      return { group: shown.id }
    case 'names':
      return { names: true }
  }
}
