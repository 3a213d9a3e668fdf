import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useRegisters } from '#web/_lib/registers.ts'
import { useSession } from '#web/_lib/session.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { ChooseRegister } from './choose-register.tsx'
import { EntryPage } from './entry/entry-page.tsx'
import { titleOf } from './model/words.ts'
import { useRecordText } from './use-text.ts'
import './record.css'

/** 登记: chooses the register where the address does not say it, then the form. The address holds register, commitment, day and for whom. */
export function NewRecord() {
  const text = useRecordText()
  const language = useLanguage()
  const failureText = useFailureText()
  const search = useSearch({ from: '/framed/records/new' })
  const navigate = useNavigate({ from: '/records/new' })
  const session = useSession()
  const [entered, setEntered] = useState(0)
  const [isChoosing, setIsChoosing] = useState(false)
  const { registers, error } = useRegisters()
  const { commitment, on, subject } = search
  const org = /^org:(.+)$/.exec(subject ?? '')?.[1]
  const start = useQuery({
    queryKey: ['record-start', commitment, on, org, entered],
    queryFn: () =>
      client.record.start({ commitment: commitment ?? null, ...(on === undefined ? {} : { on }), ...(org === undefined ? {} : { org }) }),
    staleTime: Infinity,
    gcTime: 0,
  })
  const failed = error ?? start.error
  if (failed !== null) return <p className="notice error record-note">{failureText(failed)}</p>
  if (registers === undefined || start.data === undefined || session.data === undefined)
    return <p className="record-note">{text.loading}</p>
  const chosen = search.register ?? (isChoosing ? undefined : likeliest(start.data.registers, registers))
  const register = chosen === undefined ? undefined : registers.get(chosen)
  const choose = (id: string | undefined): void => {
    const { register: _, ...rest } = search
    void navigate({ search: id === undefined ? rest : { ...rest, register: id } })
  }
  return (
    <div className="page record-page narrow">
      <PageTitle words={register === undefined ? text.newTitle : `${text.newTitle} ${titleOf(register, language)}`} />
      {register === undefined ? (
        <ChooseRegister start={start.data} registers={registers} isUnknown={chosen !== undefined} onChoose={choose} />
      ) : (
        <EntryPage
          key={`${register.id} ${commitment} ${on} ${subject} ${entered}`}
          register={register}
          registers={registers}
          start={start.data}
          account={session.data.accountId}
          on={on ?? start.data.today}
          subject={subject ?? null}
          onAnother={
            start.data.registers.length === 1
              ? null
              : () => {
                  setIsChoosing(true)
                  choose(undefined)
                }
          }
          onAgain={() => setEntered(entered + 1)}
        />
      )}
    </div>
  )
}

/** The register to begin with: the only one that counts, or the first where records name what they were done for. */
function likeliest(counting: readonly string[], registers: ReadonlyMap<string, Register>): string | undefined {
  const isNamed = (id: string): boolean =>
    registers.get(id)?.fields.some(({ type, isRetired }) => type === 'commitments' && !isRetired) ?? false
  return counting.length === 1 || counting.every(isNamed) ? counting[0] : undefined
}
