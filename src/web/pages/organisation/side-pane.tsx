import { useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { useMay } from '#web/_lib/may.ts'
import { type Shown, usePage } from './context.ts'
import { foundOrgs } from './model/directory.ts'
import { isOpen } from './names/plan-names.tsx'
import { OrgTree } from './tree/org-tree.tsx'
import { usePlanNames } from './use-organisation.ts'
import { useOrganisationText } from './use-text.ts'

/** Search, the tree, the groups, and the way to the names of plans. */
export function SidePane({ shown }: { readonly shown: Shown }) {
  const text = useOrganisationText()
  const { directory, open, show } = usePage()
  const [search, setSearch] = useState('')
  const names = usePlanNames(useMay('organisation:names'))
  const unmatched = (names.data?.items ?? []).filter(isOpen).length
  const only = foundOrgs(directory, search)
  return (
    <div className="tree-pane">
      <label className="find">
        <Icon name="search" />
        <span className="visually-hidden">{text.search}</span>
        <input
          type="search"
          className="input"
          placeholder={text.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <div className="lists">
        {only?.size === 0 ? <p className="quiet">{text.noHits}</p> : null}
        <OrgTree selected={shown?.kind === 'org' ? shown.id : null} only={only} />
        <section aria-labelledby="groups">
          <header>
            <h2 id="groups">{text.groups}</h2>
            <Only may="organisation:edit">
              <button
                type="button"
                className="button quiet small"
                aria-label={text.addGroup}
                title={text.addGroup}
                onClick={() => open({ kind: 'addGroup' })}
              >
                <Icon name="plus" />
              </button>
            </Only>
          </header>
          <ul className="groups">
            {directory.organisation.groups.map(({ id, name }) => (
              <li key={id}>
                <button type="button" aria-pressed={shown?.kind === 'group' && shown.id === id} onClick={() => show({ kind: 'group', id })}>
                  <span lang="zh-CN">{name}</span>
                  <span className="quiet">{directory.sizeOf(id)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <Only may="organisation:names">
          <ul className="groups to-names">
            <li>
              <button type="button" aria-pressed={shown?.kind === 'names'} onClick={() => show({ kind: 'names' })}>
                <span>{text.names}</span>
                {unmatched > 0 ? <span className="asks">{text.namesOpen(unmatched)}</span> : null}
              </button>
            </li>
          </ul>
        </Only>
      </div>
    </div>
  )
}
