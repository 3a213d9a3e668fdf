import { type ReactNode, useEffect, useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { api } from '#web/_lib/api.ts'
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
  const [isOnTrial, setIsOnTrial] = useState(false)
  useEffect(() => {
    // where the mode is not to be had, the page says nothing of it
    void api()
      .then(({ setup }) => setup.mode())
      .then(({ mode }) => setIsOnTrial(mode === 'trial'))
      .catch(() => undefined)
  }, [])
  return (
    <div className="gate">
      <PageTitle words={title} />
      {isOnTrial ? <TrialBanner /> : null}
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
