import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { findRegisters } from './model/find-registers.ts'
import { titleIn } from './model/names.ts'
import { PackChoice } from './pack-choice.tsx'
import { RegisterRow } from './register-row.tsx'
import { useActivity, useRegisters } from './use-registers.ts'
import { useRegistersText } from './use-text.ts'
import './registers.css'

/** 登记簿: every kind of record that can be entered, by group, with what it holds and what is due. */
export function Registers() {
  const text = useRegistersText()
  const language = useLanguage()
  const failureText = useFailureText()
  const [search, setSearch] = useState('')
  const [isDueOnly, setIsDueOnly] = useState(false)
  const sought = useDeferredValue(search)
  const answer = useRegisters()
  const activity = new Map((useActivity().data?.registers ?? []).map((each) => [each.register, each]))
  const view = answer.data
  const isDue = (id: Register['id']): boolean => {
    const filing = activity.get(id)?.filing
    return filing != null && (filing.missing > 0 || filing.open > 0)
  }
  const shown = view?.registers.filter(({ id }) => !isDueOnly || isDue(id)) ?? []
  const found = view === undefined ? [] : findRegisters(view.pack.groups, shown, sought)
  const count = found.reduce((sum, { registers }) => sum + registers.length, 0)
  const mayDefine = useMay('register:define')
  return (
    <div className="page registers">
      <PageHead title={text.title} intro={text.intro}>
        <MomentForm />
        {mayDefine ? (
          <Link className="button primary" to="/registers/new">
            <Icon name="plus" />
            {text.add}
          </Link>
        ) : null}
      </PageHead>
      <MomentNotice />
      <FailureNotice error={answer.error} words={failureText} />
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {view === undefined ? null : (
        <>
          <div className="tools">
            <input
              type="search"
              className="input"
              aria-label={text.search}
              placeholder={text.search}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <label className="tick">
              <input type="checkbox" checked={isDueOnly} onChange={(event) => setIsDueOnly(event.target.checked)} />
              {text.dueOnly}
            </label>
            <span className="quiet" role="status">
              {text.found(count)}
            </span>
            <PackChoice view={view} isOffice={mayDefine} />
          </div>
          <div className="columns">
            <nav aria-label={text.groups}>
              {found.map(({ group, registers }) => (
                <a key={group.id} href={`#group-${group.id}`}>
                  <span>{titleIn(language, group)}</span>
                  <span className="count">{registers.length}</span>
                </a>
              ))}
            </nav>
            <div>
              {found.length === 0 ? <p className="quiet">{text.nothing}</p> : null}
              {found.map(({ group, registers }) => (
                <section key={group.id} id={`group-${group.id}`} aria-labelledby={`title-${group.id}`}>
                  <h2 id={`title-${group.id}`}>{titleIn(language, group)}</h2>
                  {registers.map((register) => (
                    <RegisterRow key={register.id} register={register} view={view} activity={activity.get(register.id) ?? null} />
                  ))}
                </section>
              ))}
            </div>
          </div>
        </>
      )}
    </div>
  )
}
