import type { ReactNode } from 'react'
import { PageTitle } from './page-title.tsx'

interface PageHeadProps {
  readonly title: string
  /** What the page is for, in a sentence. */
  readonly intro?: ReactNode
  /** What can be done with the page as a whole. */
  readonly children?: ReactNode
}

/** The head of a page: its name, also in the browser's tab, and beside it what can be done. */
export function PageHead({ title, intro, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <PageTitle words={title} />
      <div>
        <h1>{title}</h1>
        {intro === undefined ? null : <p className="quiet">{intro}</p>}
      </div>
      {children === undefined ? null : <div className="acts">{children}</div>}
    </header>
  )
}
