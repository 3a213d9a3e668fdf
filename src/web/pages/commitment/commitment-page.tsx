import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { gravestOf } from '#core/light/gravest.ts'
import { ClosurePanel } from '#web/_components/closure/closure-panel.tsx'
import { CourseSections } from '#web/_components/course/sections.tsx'
import { CommitmentEvidence } from '#web/_components/evidence/commitment-evidence.tsx'
import { DispatchPanel } from '#web/_components/dispatch/dispatch-panel.tsx'
import { Origins } from '#web/_components/finding-consequence/origins.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { useMay } from '#web/_lib/may.ts'
import { indicatorCell } from '#web/_words/reading/indicator.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { EditCounting } from './edit-counting.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Occurrences } from './occurrences.tsx'
import type { CommitmentPageView } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

interface CommitmentPageProps {
  readonly view: CommitmentPageView
  readonly isPast: boolean
}

/** One commitment: what is done and owed and why, on what it rests, and what was changed. */
export function CommitmentPage({ view, isPast }: CommitmentPageProps) {
  const text = useCommitmentText()
  const words = useReadingWords()
  const [isEditing, setIsEditing] = useState(false)
  const { commitment, plan, counting, items, terms } = view
  const mayDefine = useMay('counting:define')
  const mayRule = useMay('counting:rule')
  const light = gravestOf(items.filter(({ occurrence }) => occurrence.period.from <= view.asOf).map((item) => item.light))
  const register = counting.definition?.counting?.sources[0]?.register
  return (
    <div className="page commitment-page">
      <PageTitle words={`${commitment.ref} ${plan.title}`} />
      <header className="commitment-head">
        <MomentNotice />
        <p className="path">
          <Link to="/plans/$planId" params={{ planId: plan.id }} hash={commitment.id}>
            {plan.title}
          </Link>
          <span lang="zh-CN">{view.aspect}</span>
        </p>
        <h1 lang="zh-CN">
          <span className="ref">{commitment.ref}</span>
          {indicatorCell({ reading: commitment.reading, sentence: commitment.text }, words)}
        </h1>
        <div className="acts">
          {light === null ? null : <LightMark light={light} />}
          {register === undefined || isPast ? null : (
            <a className="button primary" href={`/records/new?register=${register}&commitment=${commitment.id}`}>
              <Icon name="plus" />
              {text.enter}
            </a>
          )}
          {mayDefine && commitment.state === 'confirmed' && !isPast ? (
            <button type="button" className="button" onClick={() => setIsEditing(true)}>
              {counting.version === 0 ? text.defineCounting : text.changeCounting}
            </button>
          ) : null}
          <MomentForm />
        </div>
      </header>
      <div className="columns">
        <div className="main-column">
          <Occurrences view={view} isOffice={mayRule} isPast={terms === null || isPast} />
          {commitment.state === 'confirmed' && !isPast ? <Origins commitment={commitment.id} /> : null}
          {commitment.state === 'confirmed' && !isPast ? (
            <section className="behind" aria-labelledby="dispatch">
              <h2 id="dispatch">{text.dispatch}</h2>
              <DispatchPanel commitment={commitment.id} />
            </section>
          ) : null}
          <section className="behind" aria-labelledby="behind">
            <h2 id="behind">{text.evidence}</h2>
            <CommitmentEvidence commitment={commitment.id} />
          </section>
          {commitment.state === 'confirmed' && !isPast ? (
            <>
              <CourseSections commitment={commitment.id} />
              <section className="behind" aria-labelledby="closure">
                <h2 id="closure">{text.closure}</h2>
                <ClosurePanel commitment={commitment.id} />
              </section>
            </>
          ) : null}
          <History view={view} />
        </div>
        <Facts view={view} />
      </div>
      {isEditing ? <EditCounting view={view} onClose={() => setIsEditing(false)} /> : null}
    </div>
  )
}
