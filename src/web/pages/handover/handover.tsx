import { useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { Handovers } from './handovers.tsx'
import { Substitutions } from './substitutions.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './handover.css'

const DAY = 10

/** 代理与交接: posts that change hands, for a while or for good. */
export function HandoverPage() {
  const text = useText({ zh, en })
  const [today] = useState(() => momentText(new Date().toISOString()).slice(0, DAY))
  return (
    <div className="page narrow handover">
      <PageTitle words={text.title} />
      <h1>{text.title}</h1>
      <Substitutions text={text} today={today} />
      <Handovers text={text} today={today} />
    </div>
  )
}
