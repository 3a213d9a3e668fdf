import type { AnchorHTMLAttributes } from 'react'
import { client } from '#web/_lib/client.ts'
import { confirmIdentity } from '#web/_lib/confirm.ts'
import { tell } from '#web/_lib/toast.ts'
import { useErrorText } from '#web/_words/failure/words.ts'

/** A link to a file that is given only to those who proved of late who they are: asks first where they did not. */
export function ConfirmedLink({ href, children, ...link }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const wordsOf = useErrorText()
  const fetchFile = async (): Promise<void> => {
    const { isConfirmed } = await client.session.current()
    if (!isConfirmed && !(await confirmIdentity())) return
    const anchor = document.createElement('a')
    anchor.href = href
    anchor.download = ''
    anchor.click()
  }
  return (
    <a
      {...link}
      href={href}
      download
      onClick={(event) => {
        event.preventDefault()
        fetchFile().catch((error: unknown) => tell('error', wordsOf(error)))
      }}
    >
      {children}
    </a>
  )
}
