import { type ReactNode, useEffect, useState } from 'react'
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
  const [isOnTrial, setIsOnTrial] = useState(false)
  useEffect(() => {
    void isTrial().then(setIsOnTrial)
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

/** Whether the program is on trial; where that is not to be had, the page says nothing of it. Asked without the typed client: the first page loads light. */
async function isTrial(): Promise<boolean> {
  try {
    const answer: unknown = await (await fetch('/api/setup/mode')).json()
    return typeof answer === 'object' && answer !== null && 'mode' in answer && answer.mode === 'trial'
  } catch {
    return false
  }
}
