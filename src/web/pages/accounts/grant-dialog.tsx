import { type SubmitEvent, useState } from 'react'
import type { Mark } from '#core/access/mark.ts'
import type { Standing } from '#core/access/policy.ts'
import { isAdminPost, isBusinessPost, type Post } from '#core/access/post.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { type AccountRow, useAct } from './use-accounts.ts'
import { useText } from './use-text.ts'

interface GrantDialogProps {
  readonly account: AccountRow
  readonly viewer: Standing
  readonly onClose: () => void
}

const BUSINESS: readonly Post[] = ['office', 'leader', 'unit']
const ADMINISTRATORS: readonly Post[] = ['system_admin', 'security_admin', 'audit_admin']
const MARKS: readonly Mark[] = ['public', 'internal', 'sensitive', 'restricted']

/** The posts that may follow one: an administrator's excludes every other. */
function postsAfter(post: Post, mode: Standing['mode']): readonly Post[] {
  if (isAdminPost(post)) return [post, 'unassigned']
  if (isBusinessPost(post)) return [...BUSINESS, 'unassigned']
  return ['unassigned', ...BUSINESS, ...(mode === 'service' ? ADMINISTRATORS : [])]
}

/** 授权: asks for a post, or for a clearance, with the reason. */
export function GrantDialog({ account, viewer, onClose }: GrantDialogProps) {
  const text = useText()
  const words = usePostText()
  const [post, setPost] = useState<Post>(account.post)
  const [clearance, setClearance] = useState<Mark>(account.clearance)
  const [reason, setReason] = useState('')
  const posts = postsAfter(account.post, viewer.mode)
  const ask = useAct(
    () =>
      post === account.post
        ? client.grant.requestClearance({ account: account.id, clearance, reason })
        : client.grant.requestPost({ account: account.id, post, reason }),
    { said: viewer.mode === 'trial' ? text.done.post : text.done.grant, onDone: onClose },
  )
  const isReady = (post !== account.post || clearance !== account.clearance) && reason.trim().length >= 2
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) ask.mutate()
  }
  return (
    <Dialog title={text.grantTitle(account.name)} onClose={onClose}>
      <form onSubmit={submit} className="grant-form">
        <div className="body">
          <p className="quiet">{viewer.mode === 'trial' ? text.grantOnTrial : text.grantIntro}</p>
          <label className="field">
            <span className="label">{text.column.post}</span>
            <select className="input" value={post} onChange={(event) => setPost(posts.find((each) => each === event.target.value) ?? post)}>
              {posts.map((each) => (
                <option key={each} value={each}>
                  {words.post[each]}
                </option>
              ))}
            </select>
            <span className="hint">{words.postHint[post]}</span>
          </label>
          {isBusinessPost(post) && post === account.post ? (
            <label className="field">
              <span className="label">{text.column.clearance}</span>
              <select
                className="input"
                value={clearance}
                onChange={(event) => setClearance(MARKS.find((each) => each === event.target.value) ?? clearance)}
              >
                {MARKS.map((each) => (
                  <option key={each} value={each}>
                    {words.mark[each]}
                  </option>
                ))}
              </select>
              <span className="hint">{text.clearanceHint}</span>
            </label>
          ) : null}
          <WordsField label={text.reason} rows={2} most={500} value={reason} onChange={setReason} />
        </div>
        <DialogFoot
          cancel={text.no}
          submit={viewer.mode === 'trial' ? text.yes : text.request}
          isBusy={!isReady || ask.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}
