import type { OrgGroup } from '#core/org/organisation.ts'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { usePage } from '../context.ts'
import { useOrganisationText } from '../use-text.ts'

/** One group and its members on the day that is shown. */
export function GroupDetail({ group }: { readonly group: OrgGroup }) {
  const text = useOrganisationText()
  const { directory, open } = usePage()
  const members = directory.namedMembers(group.id)
  const { everyoneIn } = group
  return (
    <article className="detail" aria-labelledby="group-name">
      <header>
        <h2 id="group-name" lang="zh-CN">
          {group.name}
        </h2>
        <span className="tag">{text.group.count(directory.sizeOf(group.id))}</span>
        {everyoneIn === null ? (
          <div className="acts">
            <Only may="organisation:edit">
              <button type="button" className="button small" onClick={() => open({ kind: 'addMember', group: group.id })}>
                <Icon name="plus" />
                {text.group.addMember}
              </button>
            </Only>
          </div>
        ) : null}
      </header>
      {everyoneIn === null ? null : (
        <p className="notice">{text.group.everyone(directory.orgs.get(everyoneIn)?.name ?? '—', group.reach)}</p>
      )}
      {everyoneIn === null && members.length === 0 ? <p className="quiet">{text.group.noMembers}</p> : null}
      {members.length > 0 ? (
        <section aria-labelledby="members">
          <h3 id="members">{text.group.members}</h3>
          <ul className="members">
            {members.map(({ id, member, from }) => (
              <li key={id}>
                <span className="tag">{text.group.kinds[member.kind]}</span>
                <span className="who-holds" lang="zh-CN">
                  {directory.nameOf(member)}
                </span>
                <span className="quiet">{text.org.since(from)}</span>
                <Only may="organisation:edit">
                  <button
                    type="button"
                    className="button quiet small end"
                    aria-label={`${text.group.leave} ${directory.nameOf(member)}`}
                    onClick={() => open({ kind: 'endMember', id, name: `${group.name} · ${directory.nameOf(member)}` })}
                  >
                    {text.group.leave}
                  </button>
                </Only>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  )
}
