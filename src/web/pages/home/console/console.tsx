import { Link } from '@tanstack/react-router'
import { can, type Standing } from '#core/access/policy.ts'
import { PageHead } from '#web/_components/page-head.tsx'
import { useText } from '#web/_lib/language.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** The first page of an administrator: what the post is for, and where. Of who holds no post: that they wait for one. */
export function Console({ standing }: { readonly standing: Standing }) {
  const text = useText({ zh, en })
  const { post: posts, postHint } = usePostText()
  const { post } = standing
  return (
    <div className="page home">
      <PageHead title={posts[post]} intro={postHint[post]} />
      {post === 'unassigned' ? <p className="notice warning">{text.waits}</p> : null}
      <ul className="console">
        {can(standing, 'account:read') ? (
          <li>
            <Link to="/accounts" className="button">
              {text.accounts}
            </Link>
            <span>{can(standing, 'account:manage') ? text.accountsHint : text.grantsFromHint}</span>
          </li>
        ) : null}
        {can(standing, 'grant:read') ? (
          <li>
            <Link to="/grants" className="button">
              {text.grants}
            </Link>
            <span>{text.grantsHint}</span>
          </li>
        ) : null}
        {can(standing, 'mark:read') ? (
          <li>
            <Link to="/marks" className="button">
              {text.marks}
            </Link>
            <span>{text.marksHint}</span>
          </li>
        ) : null}
        {can(standing, 'organisation:edit') ? (
          <li>
            <Link to="/organisation" search={{}} className="button">
              {text.organisation}
            </Link>
            <span>{text.organisationHint}</span>
          </li>
        ) : null}
        {can(standing, 'journal:read') ? (
          <li>
            <Link to="/journal" className="button">
              {text.journal}
            </Link>
            <span>{text.journalHint}</span>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
