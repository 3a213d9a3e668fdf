import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { useSession } from '#web/_lib/session.ts'
import { usePage } from '../context.ts'
import type { ShownOrg, ShownPost } from '../model/directory.ts'
import { useOrganisationText } from '../use-text.ts'

/** 职务与任职 of an org. */
export function Posts({ org }: { readonly org: ShownOrg }) {
  const text = useOrganisationText()
  const { directory, open } = usePage()
  const posts = directory.postsOf(org.id)
  return (
    <section aria-labelledby="posts">
      <header>
        <h3 id="posts">{text.post.heading}</h3>
        <Only may="organisation:edit">
          <button type="button" className="button quiet small" onClick={() => open({ kind: 'addPost', org: org.id })}>
            <Icon name="plus" />
            {text.post.add}
          </button>
        </Only>
      </header>
      {posts.length === 0 ? <p className="quiet">{text.post.none}</p> : null}
      {posts.length > 0 ? (
        <table className="posts">
          <thead>
            <tr>
              <th scope="col">{text.post.title}</th>
              <th scope="col">{text.post.rank}</th>
              <th scope="col">{text.post.holder}</th>
              <th scope="col">
                <span className="visually-hidden">{text.post.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <PostRow key={post.id} post={post} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function PostRow({ post }: { readonly post: ShownPost }) {
  const text = useOrganisationText()
  const { open } = usePage()
  const isFree = post.holders.length === 0 || !post.isForOne
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {post.title}
        {post.isHead ? <span className="tag head">{text.post.head}</span> : null}
      </th>
      <td lang="zh-CN" className="quiet">
        {post.rank}
      </td>
      <td>
        {post.holders.length === 0 ? <span className="vacant">{text.post.vacant}</span> : null}
        <ul className="holders">
          {post.holders.map((holder) => (
            <Holder key={holder.holding.id} post={post} holder={holder} />
          ))}
        </ul>
      </td>
      <td className="acts">
        {isFree ? (
          <Only may="organisation:edit">
            <button type="button" className="button small" onClick={() => open({ kind: 'appoint', post: post.id })}>
              {text.post.appoint}
            </button>
          </Only>
        ) : null}
        {post.holders.length === 0 ? (
          <Only may="organisation:edit">
            <button type="button" className="button quiet small danger" onClick={() => open({ kind: 'closePost', post: post.id })}>
              {text.post.close}
            </button>
          </Only>
        ) : null}
      </td>
    </tr>
  )
}

function Holder({ post, holder: { holding, person } }: { readonly post: ShownPost; readonly holder: ShownPost['holders'][number] }) {
  const text = useOrganisationText()
  const session = useSession()
  const { open, run, directory } = usePage()
  const account = session.data?.accountId
  const isUnclaimed = account !== undefined && ![...directory.people.values()].some((each) => each.account === account)
  const mayBeMe = isUnclaimed && person.account === null && person.name === session.data?.name
  return (
    <li>
      <span className="who-holds" lang="zh-CN">
        {person.name}
      </span>
      {account !== undefined && person.account === account ? <span className="tag">{text.post.me}</span> : null}
      <span className="quiet">{text.org.since(holding.from)}</span>
      {mayBeMe ? (
        <Only may="organisation:link">
          <button
            type="button"
            className="button quiet small"
            title={text.post.unlinked}
            onClick={() => void run((version) => client.organisation.linkPerson({ id: person.id, version }), text.done.linked)}
          >
            {text.post.thisIsMe}
          </button>
        </Only>
      ) : null}
      <Only may="organisation:edit">
        <button
          type="button"
          className="button quiet small end"
          aria-label={`${text.post.end} ${person.name}`}
          onClick={() => open({ kind: 'endHolding', id: holding.id, name: `${person.name} · ${post.title}` })}
        >
          {text.post.end}
        </button>
      </Only>
    </li>
  )
}
