import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { can } from '#core/access/policy.ts'
import { DigestFailures } from '#web/_components/digest/failures.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { useSession } from '#web/_lib/session.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { AccountLine } from './account-line.tsx'
import { AddDialog } from './add-dialog.tsx'
import { Passwords } from './passwords.tsx'
import { type AccountRow, type InitialPassword, useAccounts } from './use-accounts.ts'
import { useText } from './use-text.ts'
import './accounts.css'

/** 账号: who may sign in, as what, and the printed passwords of new ones. */
export function Accounts() {
  const text = useText()
  const failureText = useFailureText()
  const accounts = useAccounts()
  const session = useSession()
  const viewer = session.data
  const [search, setSearch] = useState('')
  const [isAdding, setIsAdding] = useState(false)
  const [passwords, setPasswords] = useState<readonly InitialPassword[]>([])
  const shown = (accounts.data ?? []).filter((account) => holds(account, search))
  if (passwords.length > 0) return <Passwords passwords={passwords} onClose={() => setPasswords([])} />
  return (
    <div className="page accounts">
      <PageHead title={text.title} intro={text.intro}>
        {viewer?.mode === 'trial' ? <Link to="/marks">{text.marks}</Link> : null}
        {viewer !== undefined && can(viewer, 'session:administer') ? <Link to="/sessions">{text.sessions}</Link> : null}
        {viewer !== undefined && can(viewer, 'account:manage') ? (
          <button type="button" className="button primary" onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {text.add}
          </button>
        ) : null}
      </PageHead>
      <input
        type="search"
        className="input"
        placeholder={text.search}
        aria-label={text.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <FailureNotice error={accounts.error} words={failureText} />
      <Only may="digest:administer">
        <DigestFailures />
      </Only>
      {accounts.isPending ? <p className="quiet">{text.loading}</p> : null}
      {accounts.isSuccess && viewer !== undefined ? (
        <table>
          <caption>{text.count(shown.length)}</caption>
          <thead>
            <tr>
              {(['name', 'login', 'places', 'post', 'clearance', 'state', 'signedIn'] as const).map((column) => (
                <th key={column} scope="col">
                  {text.column[column]}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{text.column.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <AccountLine
                key={account.id}
                account={account}
                now={new Date(accounts.dataUpdatedAt).toISOString()}
                isSelf={account.id === viewer.accountId}
                viewer={viewer}
                onPassword={(password) => setPasswords([password])}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {isAdding ? (
        <AddDialog
          isInService={viewer?.mode === 'service'}
          onClose={() => setIsAdding(false)}
          onMade={(made) => {
            setIsAdding(false)
            setPasswords(made)
          }}
        />
      ) : null}
    </div>
  )
}

function holds({ name, login, places }: AccountRow, search: string): boolean {
  const sought = search.trim().toLowerCase()
  return [name, login, ...places].some((words) => words.toLowerCase().includes(sought))
}
