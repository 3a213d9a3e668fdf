import { useState } from 'react'
import { can, type Standing } from '#core/access/policy.ts'
import type { BusinessPost } from '#core/access/post.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { SignInDialog } from './sign-in/sign-in-dialog.tsx'
import { stateOf } from './model/state.ts'
import { type AccountRow, type InitialPassword, useAct } from './use-accounts.ts'
import { useText } from './use-text.ts'

interface AccountLineProps {
  readonly account: AccountRow
  /** When the accounts were read. */
  readonly now: string
  readonly isSelf: boolean
  /** Who looks at it. */
  readonly viewer: Standing
  readonly onPassword: (password: InitialPassword) => void
}

const POSTS: readonly BusinessPost[] = ['office', 'leader', 'unit']

/** One account with what can be done to it; one's own is left alone. */
export function AccountLine({ account, now, isSelf, viewer, onPassword }: AccountLineProps) {
  const text = useText()
  const words = usePostText()
  const { id, name, post } = account
  const [asks, setAsks] = useState<'disable' | 'reset' | 'grant' | 'sign-in' | null>(null)
  const state = stateOf(account, now)
  const close = (): void => setAsks(null)
  const disable = useAct(() => client.account.disable({ id }), { said: text.done.disable, onDone: close })
  const enable = useAct(() => client.account.enable({ id }), { said: text.done.enable })
  const unlock = useAct(() => client.account.unlock({ id }), { said: text.done.unlock })
  const reset = useAct(() => client.account.reset({ id }), { onDone: onPassword })
  const [chosen, setChosen] = useState<BusinessPost | null>(null)
  const change = useAct(() => client.account.changePost({ id, post: chosen ?? 'unit' }), { said: text.done.post })
  return (
    <tr className={state}>
      <th scope="row">
        {name} {isSelf ? <span className="tag">{text.self}</span> : null}
      </th>
      <td data-label={text.column.login}>{account.login}</td>
      <td data-label={text.column.places}>
        {account.places.length > 0 ? account.places.join('、') : <span className="quiet">{text.nobody}</span>}
      </td>
      <td data-label={text.column.post}>
        {isSelf || !can(viewer, 'account:change-post') ? (
          <span title={words.postHint[post]}>{words.post[post]}</span>
        ) : (
          <span className="choose-post">
            <select
              className="input"
              aria-label={text.changePost(name)}
              title={words.postHint[chosen ?? post]}
              value={chosen ?? post}
              onChange={(event) => setChosen(POSTS.find((each) => each === event.target.value) ?? null)}
            >
              {POSTS.map((each) => (
                <option key={each} value={each}>
                  {words.post[each]}
                </option>
              ))}
            </select>
            {chosen === null || chosen === post ? null : (
              <button type="button" className="button small primary" disabled={change.isPending} onClick={() => change.mutate()}>
                {text.yes}
              </button>
            )}
          </span>
        )}
      </td>
      <td data-label={text.column.clearance}>{words.mark[account.clearance]}</td>
      <td data-label={text.column.state}>
        <span className="state">{text.state[state]}</span>
        {account.isIdle ? <span className="tag">{text.idle}</span> : null}
        {account.addresses > 1 ? <span className="tag warning">{text.shared(account.addresses)}</span> : null}
      </td>
      <td className="quiet" data-label={text.column.signedIn}>
        {account.signedInAt === null ? text.never : momentText(account.signedInAt)}
      </td>
      <td className="acts">
        {isSelf ? null : (
          <>
            {state === 'locked' && can(viewer, 'account:unlock') ? (
              <button type="button" className="button small" disabled={unlock.isPending} onClick={() => unlock.mutate()}>
                {text.act.unlock}
              </button>
            ) : null}
            {can(viewer, 'grant:request') && state !== 'disabled' ? (
              <button type="button" className="button small" onClick={() => setAsks('grant')}>
                {text.act.grant}
              </button>
            ) : null}
            <button type="button" className="button small" onClick={() => setAsks('sign-in')}>
              {text.act.signIn}
            </button>
            {can(viewer, 'account:manage') ? (
              <>
                <button type="button" className="button small" onClick={() => setAsks('reset')}>
                  {text.act.reset}
                </button>
                {state === 'disabled' ? (
                  <button type="button" className="button small" disabled={enable.isPending} onClick={() => enable.mutate()}>
                    {text.act.enable}
                  </button>
                ) : (
                  <button type="button" className="button small danger" onClick={() => setAsks('disable')}>
                    {text.act.disable}
                  </button>
                )}
              </>
            ) : null}
          </>
        )}
        {asks === 'grant' ? <GrantDialog account={account} viewer={viewer} onClose={close} /> : null}
        {asks === 'sign-in' ? <SignInDialog account={account} viewer={viewer} onClose={close} /> : null}
        {asks === null || asks === 'grant' || asks === 'sign-in' ? null : (
          <Dialog title={text.act[asks]} onClose={close}>
            <div className="body">{asks === 'reset' ? text.resetAsk(name) : text.disableAsk(name)}</div>
            <div className="foot">
              <button type="button" className="button" onClick={close}>
                {text.no}
              </button>
              <button
                type="button"
                className="button danger"
                disabled={disable.isPending || reset.isPending}
                onClick={() => (asks === 'reset' ? reset.mutate() : disable.mutate())}
              >
                {text.yes}
              </button>
            </div>
          </Dialog>
        )}
      </td>
    </tr>
  )
}
