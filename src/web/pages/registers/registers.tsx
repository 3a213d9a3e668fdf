import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { findRegisters } from './model/find-registers.ts'
import { titleIn } from './model/names.ts'
import { RegisterCard } from './register-card.tsx'
import { useRegistersText } from './use-text.ts'
import './registers.css'

/** 登记簿: every kind of record that can be entered, by group. */
export function Registers() {
  const text = useRegistersText()
  const language = useLanguage()
  const failureText = useFailureText()
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(search)
  const answer = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: Infinity })
  const pack = answer.data?.pack
  const found = answer.data === undefined ? [] : findRegisters(answer.data.pack.groups, answer.data.registers, sought)
  const count = found.reduce((sum, { registers }) => sum + registers.length, 0)
  return (
    <div className="registers">
      <PageTitle words={text.title} />
      <header className="head">
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
      </header>
      {answer.isError ? <p className="notice error">{failureText(failureOf(answer.error))}</p> : null}
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {pack === undefined ? null : (
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
            <span className="quiet" role="status">
              {text.found(count)}
            </span>
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
                    <RegisterCard key={register.id} register={register} posts={pack.posts} />
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
