import type { ReactNode } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { useText } from '#web/_lib/language.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import { TrialBanner } from './trial-banner.tsx'
import './frame.css'
import './gate.css'

/** The frame of the pages before sign-in: a card on a quiet ground. */
export function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useText({ zh, en })
  return (
    <div className="gate">
      <PageTitle words={title} />
      <TrialBanner />
      <main className="card">
        <header>
          <p className="wordmark">
            <strong>{text.name}</strong>
            <span>{text.subtitle}</span>
          </p>
          <LanguageSwitch />
        </header>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
