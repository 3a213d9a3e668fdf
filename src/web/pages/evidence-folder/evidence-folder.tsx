import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { FileDrop } from '#web/_components/file-drop/file-drop.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { FolderActs } from './folder-acts.tsx'
import { FolderTable } from './folder-table.tsx'
import { ZipError } from './model/read-zip.ts'
import { standingOf } from './model/rows.ts'
import { EmptyFolder, MOST, TooMany, useFolder } from './use-folder.ts'
import { useFolderText } from './use-text.ts'
import './evidence-folder.css'

/** 按编号批量关联佐证: many scans at once, told apart by the numbers in their names, first as a dry run. */
export function EvidenceFolder() {
  const text = useFolderText()
  const isEnglish = useLanguage() === 'en'
  const { register: asked = '' } = useSearch({ from: '/framed/evidence/folder' })
  const [register, setRegister] = useState(asked)
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const folder = useFolder(register === '' ? null : register)
  const troubleText = useTrouble()
  const { data } = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: Infinity })
  const { rows, phase, linked } = folder
  const count = (standing: ReturnType<typeof standingOf>): number => rows.filter((row) => standingOf(row) === standing).length
  const shown =
    phase === 'done'
      ? rows.filter(({ chosen, state }) => chosen === null || state.kind !== 'here')
      : isOpenOnly
        ? rows.filter((row) => standingOf(row) !== 'matched')
        : rows
  return (
    <div className="page evidence-folder">
      <PageTitle words={text.title} />
      <header>
        <p>
          <Link to="/registers">{text.back}</Link>
        </p>
        <h1>{text.title}</h1>
        <p className="intro">{text.intro}</p>
      </header>
      {phase === 'empty' || phase === 'trial' ? (
        <label className="of">
          {text.register}
          <select
            className="input"
            value={register}
            onChange={({ target }) => {
              setRegister(target.value)
              if (phase === 'trial') folder.matchAgain(target.value === '' ? null : target.value)
            }}
          >
            <option value="">{text.allRegisters}</option>
            {data?.registers.map(({ id, title, titleEn }) => (
              <option key={id} value={id}>
                {(isEnglish && titleEn) || title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {phase === 'empty' ? (
        <FileDrop words={{ ...text, drop: folder.isReading ? text.reading : text.drop }} isBusy={folder.isReading} onGive={folder.give} />
      ) : null}
      <FailureNotice error={folder.error} words={troubleText} />
      {phase === 'done' ? (
        <p className="notice done" role="status">
          {text.done(linked.files, linked.records)} {shown.length === 0 ? null : text.leftOver(shown.length)}
        </p>
      ) : null}
      {phase === 'empty' ? null : <FolderActs folder={folder} />}
      {phase === 'empty' || phase === 'done' ? null : (
        <p className="sum">
          <strong>{text.summary(count('matched'), count('several'), count('unmatched') + count('left-out'))}</strong>
          <label>
            <input type="checkbox" checked={isOpenOnly} onChange={({ target }) => setIsOpenOnly(target.checked)} />
            {text.onlyOpen}
          </label>
        </p>
      )}
      {shown.length === 0 ? null : <FolderTable rows={shown} names={folder.names} onChoose={phase === 'trial' ? folder.choose : null} />}
    </div>
  )
}

/** Words what went wrong with the whole of it. */
function useTrouble(): (error: unknown) => string {
  const text = useFolderText()
  const failureText = useFailureText()
  return (error) => {
    if (error instanceof ZipError) return text.zip[error.trouble]
    if (error instanceof EmptyFolder) return text.empty
    if (error instanceof TooMany) return text.tooMany(error.count, MOST)
    return failureText(error)
  }
}
