import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { usePage } from '../context.ts'
import type { ShownOrg } from '../model/directory.ts'
import { useOrganisationText } from '../use-text.ts'
import { History } from './history.tsx'
import { Posts } from './posts.tsx'
import { Relations } from './relations.tsx'

/** One org: what it is called, its posts and who holds them, who looks after it, its groups and its history. */
export function OrgDetail({ org }: { readonly org: ShownOrg }) {
  const text = useOrganisationText()
  const { directory, open, show } = usePage()
  const groups = directory.groupsOf(org.id)
  return (
    <article className="detail" aria-labelledby="org-name">
      {org.parent === null ? null : (
        <nav className="path" aria-label={text.org.parent}>
          {directory.pathOf(org.id).map((above) => (
            <button key={above.id} type="button" className="link" lang="zh-CN" onClick={() => show({ kind: 'org', id: above.id })}>
              {above.name}
            </button>
          ))}
        </nav>
      )}
      <header>
        <h2 id="org-name" lang="zh-CN">
          {org.name}
        </h2>
        <span className="tag">{text.kind[org.kind]}</span>
        <span className="quiet">{text.org.since(org.since)}</span>
        <div className="acts">
          <Only may="organisation:edit">
            <button type="button" className="button small" onClick={() => open({ kind: 'addOrg', parent: org.id })}>
              <Icon name="plus" />
              {text.org.addBelow}
            </button>
          </Only>
          <Only may="organisation:edit">
            <button type="button" className="button small" onClick={() => open({ kind: 'renameOrg', org: org.id })}>
              {text.org.rename}
            </button>
          </Only>
          <Only may="organisation:edit">
            <button type="button" className="button small" onClick={() => open({ kind: 'moveOrg', org: org.id })}>
              {text.org.move}
            </button>
          </Only>
          <Only may="organisation:edit">
            <button type="button" className="button small danger" onClick={() => open({ kind: 'closeOrg', org: org.id })}>
              {text.org.close}
            </button>
          </Only>
        </div>
      </header>
      <p className="aliases">
        <span className="quiet">{text.org.aliases}</span>
        {org.aliases.length === 0 ? <span className="quiet">{text.org.noAliases}</span> : null}
        {org.aliases.map((alias) => (
          <span key={alias} className="tag" lang="zh-CN">
            {alias}
          </span>
        ))}
        {groups.map(({ id, name }) => (
          <button key={id} type="button" className="tag group" lang="zh-CN" onClick={() => show({ kind: 'group', id })}>
            {name}
          </button>
        ))}
        <Only may="organisation:edit">
          <button
            type="button"
            className="button quiet small"
            aria-label={text.org.editAliases}
            title={text.org.editAliases}
            onClick={() => open({ kind: 'setAliases', org: org.id })}
          >
            <Icon name="edit" />
          </button>
        </Only>
      </p>
      <Posts org={org} />
      <Relations org={org} />
      <History key={org.id} org={org} />
    </article>
  )
}
